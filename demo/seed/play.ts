import { listStaff } from '../../worker/actions/administration.ts'
import { type GivenCommand, giveCommand, giveSystemCommand } from '../../worker/actions/giveCommand.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import type { Services } from '../../worker/actions/services.ts'
import { openSession } from '../../worker/actions/sessions.ts'
import { createStaffToken } from '../../worker/actions/staffAccess.ts'
import { type Credential, isFailure } from '../../worker/actions/types.ts'
import type { Command } from '../../worker/core/decide/index.ts'
import type { CaseView } from '../../worker/core/view.ts'
import type { ReplyMedium } from '../../worker/core/vocabulary.ts'
import { deliverOutbox } from '../../worker/jobs/outbox.ts'
import { iso, length, MINUTE, moment, workingDate } from './calendar.ts'
import type { PersonKey } from './people.ts'
import type { Step, Story, Teller } from './story.ts'
import { must, upload } from './uploading.ts'

/** What a story is played with. */
export interface Stage {
  services: Services
  /** Moves the time at which `services` acts, in milliseconds since the epoch. */
  setTime(ms: number): void
  /** Ids of messages that were put into the outbox since the last time it was asked. */
  posted(): Promise<string[]>
  /** The real present, in milliseconds since the epoch. */
  present: number
  tokens: Record<PersonKey, string>
  /** Content of `demo/data/files` in base64url, by name. */
  files: Record<string, string>
  /** Numbers of the cases played so far, by story. */
  references: Map<string, string>
}

export interface Filing {
  reference: string
  /** Null where staff or a partner filed it. */
  accessCode: string | null
  at: number
}

/** Plays a case on from its filing to the present: its steps at their times, and what the clocks do in between. */
export const play = async (stage: Stage, story: Story, { reference, accessCode, at }: Filing): Promise<CaseView> => {
  const { services, present } = stage
  const auditor: Credential = { kind: 'staff_token', token: stage.tokens.amir }
  const look = async () => must(story.name, await readCase(services, auditor, reference))
  const tried = new Set<string>()
  let view = await look()

  /** Does what clocks and outbox would have done until then, each at its minute. */
  const passTime = async (until: number) => {
    await settle(at)
    for (let next = nextClock(view, tried, until); next; next = nextClock(view, tried, until)) {
      tried.add(next.key)
      at = Math.max(at, Math.min(next.at + MINUTE, until))
      stage.setTime(at)
      const answer = await giveSystemCommand(services, reference, { type: 'run_clock', clock: next.clock })
      if (isFailure(answer)) continue
      view = await look()
      await settle(at)
    }
    at = until
    stage.setTime(at)
  }

  /** Sends what was posted, as the queue does within seconds. */
  const settle = async (time: number) => {
    const messages = await stage.posted()
    if (messages.length === 0) return
    stage.setTime(time + 20_000)
    await deliverOutbox(services, messages)
    view = await look()
  }

  const credentialOf = async (teller: Teller): Promise<Credential> => {
    if (teller === 'complainant') {
      const opened = must(story.name, await openSession(services, { reference, accessCode: accessCode ?? '' }))
      return 'token' in opened ? { kind: 'session', token: opened.token } : { kind: 'none' }
    }
    if (teller !== 'outside') return { kind: 'staff_token', token: stage.tokens[teller] }
    const appointee = (await listStaff(services)).find((staff) => staff.onlyCase === reference)
    const { token } = must(story.name, await createStaffToken(services, appointee?.id ?? '', { label: 'seed' }))
    return { kind: 'staff_token', token }
  }

  const act = async ({ by, give, files = [] }: Step) => {
    // Who has no code said it otherwise, and staff record it (PROCESS rule 14).
    const relayed = by === 'complainant' && accessCode === null
    const teller = relayed ? handlerOf(view) : by
    // Whoever follows their case has opened a link of its mails before.
    if (by === 'complainant' && !relayed && view.staff?.contact.email === 'unconfirmed')
      await giveSystemCommand(services, reference, { type: 'confirm_contact', channel: 'email' })
    const credential = await credentialOf(teller)
    const evidence: string[] = []
    for (const file of files) evidence.push(await upload(stage, credential, `si_${story.site}`, file))
    const command = give({
      view,
      evidence,
      day: (later) => workingDate(at, later),
      referenceOf: (name) => stage.references.get(name) ?? '',
    })
    const given = relayed ? relay(command, view, iso(at - MINUTE)) : command
    const answer = must(`${story.name}, ${command.type}`, await giveCommand(services, credential, reference, given))
    view = answer.staff ? answer : await look()
  }

  for (const [index, step] of story.steps.entries()) {
    const latest = latestFor(story.steps, index, present)
    const office = step.by !== 'complainant' && typeof story.received !== 'string'
    await passTime(moment(at, step.wait, office, present, latest))
    await act(step)
  }
  await passTime(present)
  return view
}

/** A step leaves a minute for each that follows, and keeps before those that count back from the present. */
const latestFor = (steps: readonly Step[], index: number, present: number): number =>
  steps.slice(index + 1).reduce(
    (latest, { wait }, after) => {
      const fixed = wait.startsWith('-') ? present + length(wait) : present
      return Math.min(latest, fixed - (after + 1) * MINUTE)
    },
    present - (steps.length - index) * MINUTE,
  )

interface DueClock {
  clock: string
  at: number
  key: string
}

/** The next moment until then at which a clock asks for something: a warning, its deadline, what silence means. */
const nextClock = (view: CaseView, tried: ReadonlySet<string>, until: number): DueClock | undefined =>
  view.clocks
    .filter((clock) => clock.pausedAt === null)
    .flatMap(({ id, warnAt, dueAt, lapseAt, passedAt }) =>
      (passedAt ? [lapseAt] : [warnAt, dueAt]).flatMap((time) =>
        time ? [{ clock: id, at: Date.parse(time), key: `${id} ${time}` }] : [],
      ),
    )
    .filter(({ at, key }) => at <= until && !tried.has(key))
    .sort((one, other) => one.at - other.at)[0]

const handlerOf = (view: CaseView): PersonKey => (view.staff?.assignee ?? '').replace('st_', '') as PersonKey

const MEDIA: Partial<Record<CaseView['channel'], ReplyMedium>> = { post: 'post', chat: 'chat', in_person: 'in_person' }

/** One of the complainant's commands as staff record it. */
const relay = (command: GivenCommand, view: CaseView, receivedAt: string): GivenCommand => ({
  type: 'record_reply',
  how: MEDIA[view.channel] ?? 'phone',
  receivedAt,
  evidence: [],
  reply: command as Extract<Command, { type: 'record_reply' }>['reply'],
})
