import type { Actor } from '../core/complaint.ts'
import type { Context } from '../core/decide/index.ts'
import { type PolicyRef, policyOf } from './policies.ts'
import type { Services } from './services.ts'

type Given = Partial<Pick<Context, 'staff' | 'uploads' | 'other' | 'opening'>>

/** What a decision depends on beside the case and the command, as it is now. */
export const contextFor = (services: Services, policy: PolicyRef, actor: Actor, given: Given = {}): Context => {
  const now = services.now()
  return {
    now,
    asOf: now,
    actor,
    policy: policyOf(policy),
    id: (prefix) => services.id(prefix),
    staff: [],
    uploads: new Map(),
    ...given,
  }
}
