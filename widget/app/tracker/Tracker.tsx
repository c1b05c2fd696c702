import { useState } from 'preact/hooks'
import type { Site } from '../../../sdk/src/index.ts'
import { t } from '../i18n.ts'
import type { Session } from '../session.ts'
import { CasePage } from './CasePage.tsx'
import { Link } from './Link.tsx'
import { SignIn } from './SignIn.tsx'

interface Props {
  site: Site
  session: Session | null
  /** Token of a one-time link, if one was opened. */
  link: string | null
  signIn: (session: Session | null) => void
  /** Leads to signing in with number and code, or back to the first screen. */
  leave: (signIn?: boolean) => void
}

export const Tracker = ({ site, session, link, signIn, leave }: Props) => {
  const [notice, setNotice] = useState('')
  if (link) return <Link link={link} signIn={signIn} leave={() => leave(true)} />
  if (!session) return <SignIn notice={notice} signIn={signIn} leave={leave} />
  const over = () => {
    setNotice(t.signedOut)
    signIn(null)
    leave(true)
  }
  return <CasePage key={session.token} site={site} session={session} over={over} signOut={() => signIn(null)} />
}
