import { env } from 'cloudflare:workers'
import { type GivenCommand, giveCommand } from '../../worker/actions/giveCommand.ts'
import { mintIntakeToken } from '../../worker/actions/intakeToken.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { createServices, type Services } from '../../worker/actions/services.ts'
import { submitComplaint } from '../../worker/actions/submitComplaint.ts'
import { type Credential, isFailure } from '../../worker/actions/types.ts'
import type { Submission } from '../../worker/core/decide/index.ts'
import type { CaseView } from '../../worker/core/view.ts'
import type { Env } from '../../worker/env.ts'
import type { Email, Sent, Sms, Transports } from '../../worker/notify/transports/index.ts'
import { sent } from '../../worker/notify/transports/types.ts'
import { filed } from '../notify/support.ts'
import { type Installation, installation } from '../support/worker/installation.ts'

/** An installation whose clock the test sets. Its queue stands still, so that only the test delivers. */
export class Desk {
  now = '2026-03-02T09:00:00.000Z'
  readonly services: Services
  readonly #made: Installation
  #solutions = 0

  private constructor(made: Installation, queue: Partial<Env>) {
    this.services = createServices({ ...env, ...queue } as Env, { now: () => this.now })
    this.#made = made
  }

  /** `running` leaves the queue to the Worker, which takes from it by itself. */
  static async open(queue: 'standing' | 'running' = 'standing'): Promise<Desk> {
    const OUTBOX = { send: async () => undefined, sendBatch: async () => undefined } as unknown as Env['OUTBOX']
    return new Desk(await installation(env), queue === 'standing' ? { OUTBOX } : {})
  }

  as(person: 'handler' | 'supervisor' | 'auditor'): Credential {
    return { kind: 'staff_token', token: this.#made.tokens[person] }
  }

  async file(changes: Partial<Submission> = {}): Promise<string> {
    const solution = `solution ${++this.#solutions} ${crypto.randomUUID()}`
    const expiresAt = new Date(Date.parse(this.now) + 3_600_000).toISOString()
    const { token } = await mintIntakeToken(this.services, { site: 'one', solution, expiresAt })
    const answer = await submitComplaint(
      this.services,
      { kind: 'intake', token },
      { submission: { ...filed, ...changes } },
    )
    if (isFailure(answer)) throw new Error(JSON.stringify(answer))
    return answer.reference
  }

  async give(person: 'handler' | 'supervisor', reference: string, command: GivenCommand): Promise<CaseView> {
    const answer = await giveCommand(this.services, this.as(person), reference, command)
    if (isFailure(answer)) throw new Error(JSON.stringify(answer))
    return answer
  }

  async view(reference: string): Promise<CaseView> {
    const answer = await readCase(this.services, this.as('auditor'), reference)
    if (isFailure(answer)) throw new Error(JSON.stringify(answer))
    return answer
  }

  /** Types of the events of a case, in order. */
  async events(reference: string): Promise<string[]> {
    return (await this.view(reference)).timeline.map(({ type }) => type)
  }

  async outbox(reference: string) {
    const { results } = await env.DB.prepare(
      'SELECT id, template, state, attempts, next_attempt_at FROM outbox WHERE complaint = ? ORDER BY rowid',
    )
      .bind(reference)
      .all<{ id: string; template: string; state: string; attempts: number; next_attempt_at: string | null }>()
    return results
  }

  pass(milliseconds: number): void {
    this.now = new Date(Date.parse(this.now) + milliseconds).toISOString()
  }
}

/** Transports that keep what they are given and answer what the test says. */
export class Post implements Transports {
  readonly emails: Email[] = []
  readonly texts: Sms[] = []
  answer: () => Promise<Sent> = async () => sent

  email = async (email: Email): Promise<Sent> => {
    this.emails.push(email)
    return this.answer()
  }

  sms = async (sms: Sms): Promise<Sent> => {
    this.texts.push(sms)
    return this.answer()
  }
}
