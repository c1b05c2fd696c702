import { render } from 'preact'
import { App } from './App.tsx'
import { readConfig } from './config.ts'
import { listen } from './host.ts'
import { speak } from './i18n.ts'
import { keepFor, kept } from './storage.ts'
import './style.css'

const config = readConfig()
listen(config)
keepFor(config.siteKey)
const place = document.getElementById('app')

if (place) speak(kept<string>('language') ?? config.locale).then(() => render(<App config={config} />, place))
