import { saveSite, saveStaff } from '../../worker/actions/administration.ts'
import { identify } from '../../worker/actions/identify.ts'
import { listCases } from '../../worker/actions/listCases.ts'
import { createServices, type Services } from '../../worker/actions/services.ts'
import { createStaffToken, revokeStaffToken } from '../../worker/actions/staffAccess.ts'
import type { Env, OutboxJob } from '../../worker/env.ts'
import { events } from './events.ts'
import { eventsChinese } from './eventsChinese.ts'
import { file } from './file.ts'
import { type PersonKey, people } from './people.ts'
import { play, type Stage } from './play.ts'
import { sites } from './sites.ts'
import type { Story } from './story.ts'
import { trading } from './trading.ts'
import { tradingChinese } from './tradingChinese.ts'
import { tradingClosed } from './tradingClosed.ts'
import { must } from './uploading.ts'

/** What the script that starts this sends. */
export interface Order {
  demoOrigin: string
  /** Otherwise sites and staff alone. */
  cases: boolean
  files: Record<string, string>
}

/** Number and code of cases for trying the tracker, by language. */
export type TrackerAccess = Record<string, { reference: string; accessCode: string }>

/** Answers what was seeded; `access` is null where no cases were. */
export interface Seeded {
  access: TrackerAccess | null
}

const TO_TRY: Record<string, string> = { 'locked out': 'en', 隔夜利息: 'zh-CN' }

/**
 * Seeds from inside the runtime, where the actions are at home and the database is near. Nobody but the script reaches it.
 */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      return Response.json(await seed(env, await request.json()))
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 })
    }
  },
}

const seed = async (env: Env, { demoOrigin, cases, files }: Order): Promise<Seeded> => {
  const services = createServices(env)
  for (const site of sites(demoOrigin)) await saveSite(services, site)
  for (const person of Object.values(people)) await saveStaff(services, person)
  if (!cases) return { access: null }

  const issued = await issueTokens(services)
  const tokens = Object.fromEntries(issued.map(({ key, token }) => [key, token])) as Stage['tokens']
  try {
    const auditor = must('amir', await identify(services, { kind: 'staff_token', token: tokens.amir }))
    const { data } = must('the list of cases', await listCases(services, auditor, { limit: 1 }))
    if (data.length > 0) return { access: null }
    const present = Date.now()
    const references = new Map<string, string>()
    const access: TrackerAccess = {}
    await Promise.all(
      [trading, tradingClosed, tradingChinese, events, eventsChinese].map(async (stories) => {
        for (const story of stories)
          await playWhole({ ...timeMachine(env, present), present, tokens, files, references }, story, access)
      }),
    )
    return { access }
  } finally {
    for (const { id } of issued) await revokeStaffToken(services, id)
  }
}

/** The actions at a time of their own, and the messages they post. */
const timeMachine = (env: Env, present: number): Pick<Stage, 'services' | 'setTime' | 'posted'> => {
  let time = present
  const messages: string[] = []
  const post = (jobs: OutboxJob[]) => messages.push(...jobs.map(({ message }) => message))
  const queue = {
    send: async (job: OutboxJob) => post([job]),
    sendBatch: async (jobs: Iterable<MessageSendRequest<OutboxJob>>) => post(Array.from(jobs, ({ body }) => body)),
  } as unknown as Env['OUTBOX']
  const pending = new Set<Promise<unknown>>()
  return {
    services: createServices(
      { ...env, OUTBOX: queue },
      { now: () => new Date(time).toISOString(), waitUntil: (work) => void pending.add(work) },
    ),
    setTime: (ms) => {
      time = ms
    },
    posted: async () => {
      await Promise.all(pending)
      pending.clear()
      return messages.splice(0)
    },
  }
}

const issueTokens = (services: Services) =>
  Promise.all(
    Object.entries(people).map(async ([key, { id }]) => ({
      key: key as PersonKey,
      ...must(key, await createStaffToken(services, id, { label: 'seed' })),
    })),
  )

const playWhole = async (stage: Stage, story: Story, access: TrackerAccess) => {
  const filing = await file(stage, story)
  const view = await play(stage, story, filing)
  const language = TO_TRY[story.name]
  if (language && filing.accessCode) access[language] = { reference: filing.reference, accessCode: filing.accessCode }
  const opened = view.links.find(({ kind }) => kind === 'handling')?.reference
  const commented = view.timeline.find(({ type }) => type === 'handling_commented')?.at
  if (!story.handling || !opened || !commented) return
  const linked = { reference: opened, accessCode: null, at: Date.parse(commented) }
  await play(stage, { ...story, name: `${story.name}, handling`, steps: story.handling }, linked)
}
