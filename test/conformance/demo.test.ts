import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../demo/seed/people.ts'
import seed, { type Order, type Seeded } from '../../demo/seed/worker.ts'
import { identify } from '../../worker/actions/identify.ts'
import { listCases } from '../../worker/actions/listCases.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { createServices } from '../../worker/actions/services.ts'
import { openSession } from '../../worker/actions/sessions.ts'
import { createStaffToken } from '../../worker/actions/staffAccess.ts'
import { type Credential, isFailure } from '../../worker/actions/types.ts'
import { verifyCase } from '../../worker/actions/verifyCase.ts'
import { toBase64url, utf8 } from '../../worker/core/encoding.ts'
import type { CaseView } from '../../worker/core/view.ts'
import { OUTCOMES, STAGES } from '../../worker/core/vocabulary.ts'
import { PNG } from '../support/api.ts'

/** The seed as `npm start` runs it, with small files in the place of the real ones. */
const services = createServices(env)
const file = (content: Uint8Array) => toBase64url(content)
const order: Order = {
  demoOrigin: 'http://localhost:8788',
  cases: true,
  files: {
    'statement.pdf': file(utf8('%PDF-1.7\n%%EOF\n')),
    'authority.pdf': file(utf8('%PDF-1.7\n%%EOF\n')),
    'call-notes.txt': file(utf8('Three calls.\n')),
    'chip-times.csv': file(utf8('bib,mat,time\n1184,finish,01:42:07\n')),
    'stop-loss.png': file(PNG),
    'finish-clock.png': file(PNG),
    'adviser-chat.png': file(PNG),
  },
}

const run = async (): Promise<Seeded> => {
  const answer = await seed.fetch(new Request('http://seed/', { method: 'POST', body: JSON.stringify(order) }), env)
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

const must = <T extends object>(answer: T) => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { failed: unknown } | { refused: unknown }>
}

let access: Seeded['access']
let auditor: Credential
let cases: CaseView[]

const allReferences = async (): Promise<string[]> => {
  const caller = must(await identify(services, auditor))
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = must(await listCases(services, caller, { limit: 100, ...(cursor && { cursor }) }))
    found.push(...page.data.map(({ reference }) => reference))
    cursor = page.next ?? undefined
  } while (cursor)
  return found
}

beforeAll(async () => {
  access = (await run()).access
  const { token } = must(await createStaffToken(services, people.amir.id, { label: 'test' }))
  auditor = { kind: 'staff_token', token }
  cases = []
  for (const reference of await allReferences()) cases.push(must(await readCase(services, auditor, reference)))
}, 120_000)

describe('the seeded cases', () => {
  it('stand in every stage and ended in every way', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40)
    expect(new Set(cases.map(({ stage }) => stage))).toEqual(new Set(STAGES))
    expect(new Set(cases.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(OUTCOMES))
  })

  it('tell both languages, both sites, and every way in but e-mail', () => {
    expect(new Set(cases.map(({ language }) => language))).toEqual(new Set(['en', 'zh-CN']))
    expect(new Set(cases.map(({ channel }) => channel))).toEqual(
      new Set(['web', 'phone', 'post', 'chat', 'in_person', 'partner']),
    )
    expect(cases.filter(({ anonymous }) => anonymous)).toHaveLength(2)
    expect(cases.filter(({ representative }) => representative)).toHaveLength(2)
  })

  it('lie in the past, in order, with ledgers that verify', async () => {
    const now = new Date().toISOString()
    for (const { reference, timeline, receivedAt } of cases) {
      const times = timeline.map(({ at }) => at)
      expect(times, reference).toEqual(times.toSorted())
      expect(times.at(-1) ?? '', reference).toSatisfy((at: string) => receivedAt <= at && at <= now)
      expect(await verifyCase(services, reference), reference).toMatchObject({ ledger: { ok: true }, folds: true })
    }
  })

  it('were acknowledged in time, and one deadline was missed', () => {
    expect(cases.flatMap(({ staff }) => staff?.breaches ?? [])).toEqual(['investigate'])
    expect(cases.filter(({ clocks }) => clocks.some(({ kind }) => kind === 'acknowledge'))).toEqual([])
  })

  it('show an appeal overturned, one that stands, a waiver and somebody from outside', () => {
    const types = cases.flatMap(({ timeline }) => timeline.map(({ type }) => type))
    const results = cases.flatMap(({ appeal }) => appeal?.decided?.result ?? [])
    expect(results.toSorted()).toEqual(['overturned', 'overturned', 'overturned', 'stands'])
    expect(types).toEqual(expect.arrayContaining(['independence_waived', 'outside_appointed', 'clock_extended']))
  })
})

describe('the cases to try the tracker with', () => {
  it('open with their number and code, in both languages, and wait for a reply', async () => {
    expect(Object.keys(access ?? {}).toSorted()).toEqual(['en', 'zh-CN'])
    for (const given of Object.values(access ?? {})) {
      const opened = must(await openSession(services, given))
      const session: Credential = { kind: 'session', token: 'token' in opened ? opened.token : '' }
      const view = must(await readCase(services, session, given.reference))
      expect(view).toMatchObject({ stage: 'offered', awaiting: 'complainant', staff: null })
      expect(view.allowed).toEqual(expect.arrayContaining(['accept_plan', 'question_plan', 'reject_plan', 'appeal']))
    }
  })
})

describe('a second run', () => {
  it('adds no case', async () => {
    expect(await run()).toEqual({ access: null })
    expect((await allReferences()).toSorted()).toEqual(cases.map(({ reference }) => reference).toSorted())
  }, 60_000)
})
