import type { Site } from '../../../sdk/src/index.ts'
import type { Session } from '../App.tsx'

interface Props {
  site: Site
  session: Session | null
  link: string | null
  signIn: (session: Session | null) => void
  leave: () => void
}

const TrackerScreen = (_: Props) => null

export default TrackerScreen
