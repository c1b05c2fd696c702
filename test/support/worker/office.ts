/** An organisation with two sites and a staff, on the bindings of the test, for whoever tests what stands on the actions. */
import { env } from 'cloudflare:workers'
import { createPartnerKey, saveSite, saveStaff } from '../../../worker/actions/administration.ts'
import { type GivenCommand, giveCommand } from '../../../worker/actions/giveCommand.ts'
import { mintIntakeToken } from '../../../worker/actions/intakeToken.ts'
import { createServices, later, type Services } from '../../../worker/actions/services.ts'
import { createStaffToken } from '../../../worker/actions/staffAccess.ts'
import { submitComplaint } from '../../../worker/actions/submitComplaint.ts'
import {
  type Credential,
  type Failure,
  isFailure,
  type Scope,
  type Site,
  type Staff,
  type Submitted,
} from '../../../worker/actions/types.ts'
import { type CommandOf, type CommandType, commands, submission } from '../../../worker/core/decide/index.ts'
import type { CaseView } from '../../../worker/core/view.ts'
import type { StaffRole } from '../../../worker/core/vocabulary.ts'
import type { Env } from '../../../worker/env.ts'

export const site = (id: string, changes: Partial<Site> = {}): Site => ({
  id,
  publicKey: `pk_${id}`,
  name: { en: `${id} office` },
  origins: [`https://${id}.example`],
  locales: ['en', 'zh-CN'],
  currencies: ['USD'],
  departments: [{ id: 'payments', label: { en: 'Payments' } }],
  links: { terms: `https://${id}.example/terms`, privacy: `https://${id}.example/privacy` },
  texts: { introduction: { en: 'Tell us.' }, eligibility: { en: 'Anybody.' } },
  theme: {},
  policy: { id: 'standard', version: 1 },
  mailFrom: null,
  ...changes,
})

export const member = (
  id: string,
  roles: StaffRole[],
  department: string,
  seniority: number,
  changes: Partial<Staff> = {},
): Staff => ({
  id,
  roles,
  department,
  seniority,
  name: `Name of ${id}`,
  email: `${id}@office.example`,
  sites: null,
  onlyCase: null,
  active: true,
  ...changes,
})

const STAFF = [
  member('handler', ['handler'], 'service', 1),
  member('colleague', ['handler'], 'payments', 1),
  member('supervisor', ['supervisor'], 'service', 3),
  member('reviewer', ['reviewer'], 'quality', 5),
  member('junior', ['reviewer'], 'quality', 1),
  member('auditor', ['auditor'], 'audit', 4),
  member('admin', ['admin'], 'it', 1),
  member('elsewhere', ['handler', 'supervisor'], 'service', 3, { sites: ['other'] }),
] as const

export type StaffName =
  | 'handler'
  | 'colleague'
  | 'supervisor'
  | 'reviewer'
  | 'junior'
  | 'auditor'
  | 'admin'
  | 'elsewhere'

export const complete = {
  language: 'en',
  complainant: { name: 'Ada Holloway', email: 'ada@home.example', phone: '+44 20 7946 0018' },
  category: 'account_payment',
  product: 'Current account',
  subject: 'Charged twice',
  narrative: 'I was charged twice for one withdrawal.',
  consent: true,
}

/** A time that stands still until it is moved, in milliseconds since then. */
export class Time {
  now = '2026-03-02T09:00:00.000Z'
  pass(milliseconds: number): void {
    this.now = later(this.now, milliseconds)
  }
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A queue that delivers nothing: no message is sent behind the back of a test. */
const STILL = { send: async () => undefined, sendBatch: async () => undefined } as unknown as Env['OUTBOX']

export class Office {
  readonly time = new Time()
  readonly services: Services
  readonly tokens = new Map<StaffName, string>()

  private constructor(bindings: Env) {
    this.services = createServices({ ...bindings, OUTBOX: STILL }, { now: () => this.time.now })
  }

  /** Sites `shop` and `other`, and everybody on the staff with a token. */
  static async open(bindings: Env = env): Promise<Office> {
    const office = new Office(bindings)
    for (const id of ['shop', 'other']) await saveSite(office.services, site(id))
    for (const person of STAFF) {
      await saveStaff(office.services, person)
      const made = must(await createStaffToken(office.services, person.id, { label: 'tests' }))
      office.tokens.set(person.id as StaffName, made.token)
    }
    return office
  }

  staff(name: StaffName): Credential {
    const token = this.tokens.get(name)
    if (!token) throw new Error(`${name} is not on the staff`)
    return { kind: 'staff_token', token }
  }

  /** A visitor who has solved a challenge. */
  async visitor(siteId = 'shop'): Promise<Credential> {
    const { token } = await mintIntakeToken(this.services, {
      site: siteId,
      solution: crypto.randomUUID(),
      expiresAt: later(this.time.now, DAY),
    })
    return { kind: 'intake', token }
  }

  async partner(siteId: string, ...scopes: Scope[]): Promise<Credential> {
    const { token } = await createPartnerKey(this.services, { site: siteId, name: 'Partner', scopes })
    return { kind: 'key', token }
  }

  /** Files what a visitor sends, complete unless changed. */
  async file(
    changes: object = {},
    by?: Credential,
    siteKey?: string,
  ): Promise<Submitted & { complainant: Credential }> {
    const credential = by ?? (await this.visitor())
    const submitted = must(
      await submitComplaint(this.services, credential, {
        submission: submission.parse({ ...complete, ...changes }),
        siteKey,
      }),
    )
    return { ...submitted, complainant: { kind: 'session', token: submitted.session?.token ?? '' } }
  }

  async give<T extends CommandType>(
    by: StaffName | Credential,
    reference: string,
    type: T,
    fields: object = {},
  ): Promise<CaseView> {
    return must(await this.tryTo(by, reference, type, fields))
  }

  async tryTo<T extends CommandType>(
    by: StaffName | Credential,
    reference: string,
    type: T,
    fields: object = {},
  ): Promise<CaseView | Failure> {
    const credential = typeof by === 'string' ? this.staff(by) : by
    return giveCommand(this.services, credential, reference, command(type, fields))
  }
}

export const command = <T extends CommandType>(type: T, fields: object = {}): GivenCommand =>
  ({ type, ...commands[type].fields.parse(fields) }) as CommandOf<T> as GivenCommand

/** For what must succeed; why it did not becomes the error. */
export const must = <T extends object>(value: T | Failure): T => {
  if (isFailure(value)) throw new Error(`refused: ${JSON.stringify(value)}`)
  return value
}
