import { vi } from 'vitest'
import { createPartnerKey, saveSite, saveStaff } from '../../../worker/actions/administration.ts'
import { createServices } from '../../../worker/actions/services.ts'
import { createStaffToken } from '../../../worker/actions/staffAccess.ts'
import { isFailure, type Site } from '../../../worker/actions/types.ts'
import type { StaffRole } from '../../../worker/core/vocabulary.ts'
import type { Env } from '../../../worker/env.ts'

/** People of a test installation, by what they are there for. Seniority decides who may hear an appeal. */
const PEOPLE = {
  handler: { roles: ['handler'], department: 'operations', seniority: 2 },
  colleague: { roles: ['handler'], department: 'sales', seniority: 2 },
  supervisor: { roles: ['supervisor'], department: 'complaints', seniority: 5 },
  reviewer: { roles: ['reviewer'], department: 'legal', seniority: 9 },
  juniorReviewer: { roles: ['reviewer'], department: 'legal', seniority: 3 },
  reviewingHandler: { roles: ['handler', 'reviewer'], department: 'legal', seniority: 8 },
  auditor: { roles: ['auditor'], department: 'audit', seniority: 7 },
  admin: { roles: ['admin'], department: 'it', seniority: 4 },
} as const satisfies Record<string, { roles: readonly StaffRole[]; department: string; seniority: number }>

type Person = keyof typeof PEOPLE

export interface Installation {
  publicKey: string
  ids: Record<Person, string>
  departments: Record<Person, string>
  tokens: Record<Person | 'partner' | 'otherSitePartner', string>
  /** Runs `work` as if it were then. */
  at: (time: Date, work: () => Promise<void>) => Promise<void>
}

const site = (id: string, publicKey: string): Site => ({
  id,
  publicKey,
  name: { en: `Site ${id}`, 'zh-CN': `站点 ${id}` },
  origins: [`https://${id}.test`],
  locales: ['en', 'zh-CN'],
  currencies: ['USD', 'CNY'],
  departments: ['operations', 'sales', 'payments', 'complaints', 'legal'].map((d) => ({ id: d, label: { en: d } })),
  links: { terms: `https://${id}.test/terms`, privacy: `https://${id}.test/privacy` },
  texts: { introduction: { en: 'Tell us.' }, eligibility: { en: 'Anyone we served.' } },
  theme: {},
  policy: { id: 'standard', version: 1 },
  mailFrom: null,
})

/** Two sites, staff of every role on both, a personal access token each, and a partner key for each site. */
export const installation = async (env: Env): Promise<Installation> => {
  const services = createServices(env)
  await saveSite(services, site('one', 'pk_test_one'))
  await saveSite(services, site('two', 'pk_test_two'))
  const made = await Promise.all(
    (Object.entries(PEOPLE) as [Person, (typeof PEOPLE)[Person]][]).map(async ([name, person]) => {
      const id = `st_${name}`
      await saveStaff(services, {
        ...person,
        id,
        name,
        email: `${name.toLowerCase()}@example.org`,
        sites: null,
        onlyCase: null,
        active: true,
      })
      const token = await createStaffToken(services, id, { label: 'test' })
      if (isFailure(token)) throw new Error(`no token for ${name}`)
      return [name, id, token.token] as const
    }),
  )
  const scopes = ['complaints:write', 'complaints:read', 'complaints:act', 'complaints:all'] as const
  const key = async (of: string) => (await createPartnerKey(services, { site: of, name: `CRM ${of}`, scopes })).token
  return {
    publicKey: 'pk_test_one',
    ids: Object.fromEntries(made.map(([name, id]) => [name, id])) as Installation['ids'],
    departments: Object.fromEntries(
      Object.entries(PEOPLE).map(([name, { department }]) => [name, department]),
    ) as Installation['departments'],
    tokens: {
      ...(Object.fromEntries(made.map(([name, , token]) => [name, token])) as Record<Person, string>),
      partner: await key('one'),
      otherSitePartner: await key('two'),
    },
    at: async (time, work) => {
      vi.useFakeTimers({ toFake: ['Date'], now: time })
      try {
        await work()
      } finally {
        vi.useRealTimers()
      }
    },
  }
}
