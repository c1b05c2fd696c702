import type { GivenCommand } from '../../worker/actions/giveCommand.ts'
import type { Scope } from '../../worker/actions/types.ts'
import type { CaseView } from '../../worker/core/view.ts'
import type { Channel } from '../../worker/core/vocabulary.ts'
import type { Account } from '../data/own.ts'
import type { PersonKey } from './people.ts'

/**
 * Elapsed time since the step before, e.g. `40m`, `3h`, `2d`: staff act in office hours, so it may become more. With a
 * minus, exactly so long before now, for what must look fresh whenever the seed runs.
 */
export type Wait = `${number}${'m' | 'h' | 'd'}` | `-${number}h`

/** `outside` is whoever was appointed from outside for the case. */
export type Teller = PersonKey | 'complainant' | 'outside'

/** What a step can look up when its moment has come. */
export interface Moment {
  /** The case as staff see it. */
  view: CaseView
  /** Date of a working day so many calendar days later. */
  day(later: number): string
  /** Ids of the files of this step, uploaded. */
  evidence: string[]
  /** Number of an earlier story's case. */
  referenceOf(story: string): string
}

export interface Step {
  wait: Wait
  by: Teller
  give: (moment: Moment) => GivenCommand
  /** Names in `demo/data/files`. */
  files?: string[]
}

export interface Person {
  name?: string
  email?: string
  phone?: string
  preferredChannel?: 'email' | 'phone' | 'post'
  customerReference?: string
}

export type Filed =
  | { by: 'visitor' }
  | { by: 'anonymous' }
  | { by: 'partner'; name: string; scopes: Scope[]; externalReference: string }
  | { by: PersonKey; channel: Channel }

/** One case from its receipt to where it stands today. */
export interface Story {
  /** What other stories and messages call it. */
  name: string
  site: 'trading' | 'events'
  /**
   * Calendar days before today, and the time of day in UTC: early in a week, and staff keep office hours. Or hours before
   * now, for what must look fresh on a Sunday too.
   */
  received: [daysAgo: number, time: `${number}:${number}`] | `-${number}h`
  filed: Filed
  account: Account
  person?: Person
  representative?: { name: string; relation: string; email: string; authority?: string }
  files?: string[]
  steps: Step[]
  /** The case that `comment_on_handling` opened goes on with these. */
  handling?: Step[]
}

export const step = (wait: Wait, by: Teller, give: Step['give'] | GivenCommand, files?: string[]): Step => ({
  wait,
  by,
  give: typeof give === 'function' ? give : () => give,
  ...(files && { files }),
})
