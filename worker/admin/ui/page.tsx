import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { maySimulate } from '../../actions/simulatePolicy.ts'
import { directionOf, LANGUAGES } from '../../locales/index.ts'
import { type Desk, DeskProvider, useDesk } from '../desk.ts'
import { wordsIn } from '../words.ts'
import { Token } from './parts.tsx'

/** Draws a page as an HTML document. */
export const draw = (desk: Desk, page: VNode): string =>
  `<!doctype html>${renderToString(<DeskProvider value={desk}>{page}</DeskProvider>)}`

interface PageProps {
  title: string
  children: ComponentChildren
  /** The link of the navigation this page belongs to. */
  at?: 'queue' | 'intake' | 'simulate'
}

export const Page = ({ title, children, at }: PageProps) => {
  const { locale, text, me } = useDesk()
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${text.desk}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/admin/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          {text.skip}
        </a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="/admin">
              {text.desk}
            </a>
            {me && <Navigation at={at} />}
            <div class="who">
              <Languages />
              {me && <SignOut />}
            </div>
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

const Navigation = ({ at }: { at: PageProps['at'] }) => {
  const { text, me } = useDesk()
  const current = (page: PageProps['at']) => (page === at ? 'page' : undefined)
  return (
    <>
      <nav aria-label={text.navigation}>
        <a href="/admin" aria-current={current('queue')}>
          {text.queue.title}
        </a>
        <a href="/admin/intake" aria-current={current('intake')}>
          {text.intake.title}
        </a>
        {maySimulate(me) && (
          <a href="/admin/simulate" aria-current={current('simulate')}>
            {text.simulate.title}
          </a>
        )}
      </nav>
      <form class="find" action="/admin/find" method="get">
        <label class="hidden" for="find">
          {text.find.label}
        </label>
        <input id="find" name="reference" placeholder="RD-" autoComplete="off" spellcheck={false} required />
        <button type="submit" class="quiet">
          {text.find.button}
        </button>
      </form>
    </>
  )
}

const Languages = () => {
  const { locale, text, here } = useDesk()
  return (
    <form action="/admin/language" method="post" aria-label={text.language}>
      <input type="hidden" name="back" value={here} />
      {LANGUAGES.filter((language) => language !== locale).map((language) => (
        <button type="submit" key={language} class="link" name="language" value={language} lang={language}>
          {wordsIn(language).text.ownName}
        </button>
      ))}
    </form>
  )
}

const SignOut = () => {
  const { me, text, labels } = useDesk()
  return (
    <form action="/admin/sign-out" method="post">
      <Token />
      <span class="me">
        {me?.name} <small>{me?.roles.map((role) => labels.role[role]).join(' · ')}</small>
      </span>
      <button type="submit" class="link">
        {text.signOut}
      </button>
    </form>
  )
}

/** A page that says one thing and leads back. */
export const Notice = ({ title, children }: { title: string; children?: ComponentChildren }) => {
  const { text } = useDesk()
  return (
    <Page title={title}>
      <div class="narrow card">
        <h1>{title}</h1>
        {children}
        <p>
          <a href="/admin">{text.backToQueue}</a>
        </p>
      </div>
    </Page>
  )
}
