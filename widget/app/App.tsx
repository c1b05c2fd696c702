import { useEffect, useState } from 'preact/hooks'
import { site as getSite, type Site, type Submitted } from '../../sdk/src/index.ts'
import type { Prefill } from '../loader/redress-widget.d.ts'
import { api, inWords } from './api.ts'
import type { Config } from './config.ts'
import { FormScreen } from './form/FormScreen.tsx'
import { Out, Start } from './form/Start.tsx'
import { DRAFT, type Step } from './form/validate.ts'
import { tell, wear, whenTold } from './host.ts'
import { closest, locale, speak, t } from './i18n.ts'
import { languageName } from './languages.ts'
import { useRoute } from './route.ts'
import type { Session } from './session.ts'
import { forget, keep, kept } from './storage.ts'
import { Icon } from './ui/Icon.tsx'
import { CLOSE } from './ui/icons.ts'
import { lazy, Notice, Wait } from './ui/Lazy.tsx'

const Receipt = lazy(async () => (await import('./rest.ts')).Receipt, 'later')
const Tracker = lazy(async () => (await import('./rest.ts')).Tracker, 'later', 'tracker')

const linkIn = (hash: string) => /^#link=(.+)$/.exec(hash)?.[1] ?? null

export const App = ({ config }: { config: Config }) => {
  const page = config.mode === 'page'
  const [link, setLink] = useState(page ? linkIn(location.hash) : null)
  const [answer, setAnswer] = useState(() => kept<Submitted>('receipt'))
  const [session, setSession] = useState(() => kept<Session>('session'))
  // `#track` on our own page is for links that say "follow a complaint".
  const start = page && location.hash === '#track' ? 'sign-in' : 'start'
  const [route, go] = useRoute({ screen: link ? 'link' : answer ? 'receipt' : session ? 'tracker' : start }, page)
  const [site, setSite] = useState<Site | null>(null)
  const [spoken, setSpoken] = useState(locale)
  const [failure, setFailure] = useState('')
  const [dialog, setDialog] = useState(false)
  const [prefill, setPrefill] = useState<Prefill>({})

  const load = () => {
    setFailure('')
    getSite(api(), config.siteKey, { locale })
      .then((found) => {
        wear(found.theme, false)
        setSite(found)
      })
      .catch((error) => setFailure(inWords(error)))
  }
  const changeLanguage = (tag: string) =>
    speak(tag).then(
      () => setSpoken(locale),
      (error) => setFailure(inWords(error)),
    )
  useEffect(load, [spoken])
  useEffect(() => {
    whenTold((message) => {
      if (message.type === 'prefill') return setPrefill(message.fields)
      setDialog(message.layout === 'dialog')
      wear(message.theme)
      if (message.locale && closest(message.locale) !== locale) void changeLanguage(message.locale)
    })
  }, [])

  const sent = (filed: Submitted) => {
    keep('receipt', filed)
    setAnswer(filed)
    tell({ type: 'submitted', reference: filed.reference })
    go({ screen: 'receipt' })
  }
  const signIn = (opened: Session | null) => {
    if (opened) keep('session', opened)
    else forget('session')
    setSession(opened)
    go({ screen: opened ? 'tracker' : 'start' })
  }
  const leaveReceipt = () => {
    forget('receipt')
    setAnswer(null)
  }

  return (
    <>
      <header class="top">
        <b>{site?.name}</b>
        {site && site.locales.length > 1 && (
          <select
            aria-label={t.language}
            value={spoken}
            onChange={(e) => {
              keep('language', e.currentTarget.value)
              void changeLanguage(e.currentTarget.value)
            }}
          >
            {site.locales.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {languageName(tag)}
              </option>
            ))}
          </select>
        )}
        {dialog && (
          <button type="button" class="round" aria-label={t.close} onClick={() => tell({ type: 'close' })}>
            <Icon d={CLOSE} />
          </button>
        )}
      </header>
      <main key={spoken}>
        {!isSecureContext && (
          <p class="notice">
            {t.insecure} <Out url={`/c/${config.siteKey}`}>{t.openPage}</Out>
          </p>
        )}
        {!site && (failure ? <Notice words={failure} retry={load} /> : <Wait />)}
        {site && route.screen === 'start' && (
          <Start
            site={site}
            draft={!!kept('draft')}
            begin={() => go({ screen: 'form', step: kept<Step>('step') ?? 'what' })}
            follow={() => go({ screen: session ? 'tracker' : 'sign-in' })}
            discard={() => {
              for (const name of DRAFT) forget(name)
              go({ screen: 'start' })
            }}
          />
        )}
        {site && route.screen === 'form' && (
          <FormScreen
            site={site}
            step={route.step}
            prefill={prefill}
            go={(step) => {
              keep('step', step)
              go(step ? { screen: 'form', step } : { screen: 'start' })
            }}
            sent={sent}
          />
        )}
        {site && route.screen === 'receipt' && answer && (
          <Receipt
            site={site}
            answer={answer}
            page={new URL(`/c/${config.siteKey}`, location.href).href}
            follow={() => {
              leaveReceipt()
              if (answer.session) signIn({ ...answer.session, reference: answer.reference, as: answer.sessionOf })
            }}
            end={() => {
              leaveReceipt()
              go({ screen: 'start' })
            }}
          />
        )}
        {site && (route.screen === 'sign-in' || route.screen === 'link' || route.screen === 'tracker') && (
          <Tracker
            site={site}
            session={session}
            link={route.screen === 'link' ? link : null}
            signIn={(opened) => {
              setLink(null)
              signIn(opened)
            }}
            leave={(again) => go({ screen: again ? 'sign-in' : 'start' })}
          />
        )}
      </main>
    </>
  )
}
