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

/** The same whether the address belongs to somebody or not. */
export const SentPage = ({ email, local }: { email: string; local: boolean }) => {
  const { text } = useDesk()
  return (
    <Page title={text.signIn.sentTitle}>
      <div class="narrow card">
        <h1>{text.signIn.sentTitle}</h1>
        <p>{fill(text.signIn.sent, { email, minutes: SIGN_IN_MINUTES })}</p>
        {local && (
          <p>
            <a href="/mailbox">{text.signIn.mailbox}</a>
          </p>
        )}
        <p>
          <a href="/admin/sign-in">{text.signIn.again}</a>
        </p>
      </div>
    </Page>
  )
}

/** Programs that look at links in mails must not use them up: a person does, with a click. */
export const ConfirmPage = ({ token, next }: { token: string; next: string }) => {
  const { text } = useDesk()
  return (
    <Page title={text.signIn.confirmTitle}>
      <div class="narrow card">
        <h1>{text.signIn.confirmTitle}</h1>
        <p>{text.signIn.confirm}</p>
        <form method="post" action="/admin/sign-in/link">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="next" value={next} />
          <p class="buttons">
            <button type="submit">{text.signIn.confirmButton}</button>
          </p>
        </form>
      </div>
    </Page>
  )
}

export const ExpiredPage = () => {
  const { text } = useDesk()
  return (
    <Page title={text.signIn.expiredTitle}>
      <div class="narrow card">
        <h1>{text.signIn.expiredTitle}</h1>
        <p>{text.signIn.expired}</p>
        <p>
          <a class="button" href="/admin/sign-in">
            {text.signIn.title}
          </a>
        </p>
      </div>
    </Page>
  )
}
