import { SIGN_IN_MINUTES } from '../../actions/staffAccess.ts'
import type { Staff } from '../../actions/types.ts'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import { Page } from '../ui/page.tsx'

interface Props {
  next: string
  /** Local installations list their staff; null everywhere else. */
  demo: readonly Staff[] | null
  problem?: 'throttled' | undefined
}

export const SignInPage = ({ next, demo, problem }: Props) => {
  const { text } = useDesk()
  return (
    <Page title={text.signIn.title}>
      <div class="narrow card">
        <h1>{text.signIn.title}</h1>
        {problem && (
          <p class="errors" role="alert">
            {text.signIn.throttled}
          </p>
        )}
        <form method="post" action="/admin/sign-in">
          <input type="hidden" name="next" value={next} />
          <div class="field">
            <label for="email">{text.signIn.email}</label>
            <p class="hint" id="email-hint">
              {fill(text.signIn.hint, { minutes: SIGN_IN_MINUTES })}
            </p>
            <input
              id="email"
              name="email"
              type="email"
              autoComplete="username"
              required
              aria-describedby="email-hint"
            />
          </div>
          <p class="buttons">
            <button type="submit">{text.signIn.button}</button>
          </p>
        </form>
        <p>
          <a href={`/admin/sign-in/code?next=${encodeURIComponent(next)}`}>{text.signIn.haveCode}</a>
        </p>
      </div>
      {demo && <DemoStaff staff={demo} next={next} />}
    </Page>
  )
}

const DemoStaff = ({ staff, next }: { staff: readonly Staff[]; next: string }) => {
  const { text, labels } = useDesk()
  return (
    <section class="narrow card" aria-labelledby="demo-title">
      <h2 id="demo-title">{text.signIn.demoTitle}</h2>
      <p class="hint">{text.signIn.demo}</p>
      <ul class="list demo">
        {staff.map((s) => (
          <li key={s.id}>
            <form method="post" action="/admin/sign-in/demo">
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="staff" value={s.id} />
              <button type="submit" class="quiet">
                {fill(text.signIn.demoButton, { name: s.name })}
              </button>
              <span class="hint">
                {s.roles.map((role) => labels.role[role]).join(' · ')} · {s.department}
                {s.onlyCase && ` · ${s.onlyCase}`}
              </span>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CodeProps {
  next: string
  /** Where a code was just sent; the page says the same whether the address belongs to somebody or not. */
  email?: string | undefined
  wrong?: true | undefined
  local: boolean
}

/** Where the code from the message is typed. It is in no address, so no log, history or scanner of mail gets to see it. */
export const CodePage = ({ next, email, wrong, local }: CodeProps) => {
  const { text } = useDesk()
  return (
    <Page title={email ? text.signIn.sentTitle : text.signIn.codeTitle}>
      <div class="narrow card">
        <h1>{email ? text.signIn.sentTitle : text.signIn.codeTitle}</h1>
        {wrong && (
          <p class="errors" role="alert">
            {text.signIn.wrong}
          </p>
        )}
        {email && <p>{fill(text.signIn.sent, { email, minutes: SIGN_IN_MINUTES })}</p>}
        {local && (
          <p>
            <a href="/mailbox">{text.signIn.mailbox}</a>
          </p>
        )}
        <form method="post" action="/admin/sign-in/code">
          <input type="hidden" name="next" value={next} />
          <div class="field">
            <label for="code">{text.signIn.code}</label>
            <p class="hint" id="code-hint">
              {text.signIn.codeHint}
            </p>
            <input
              id="code"
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellcheck={false}
              required
              aria-describedby="code-hint"
            />
          </div>
          <p class="buttons">
            <button type="submit">{text.signIn.codeButton}</button>
          </p>
        </form>
        <p>
          <a href="/admin/sign-in">{text.signIn.again}</a>
        </p>
      </div>
    </Page>
  )
}
