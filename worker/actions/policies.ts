import { standard } from '../core/policies/standard.ts'
import type { Policy } from '../core/policy.ts'

/** Every policy and version that a case may have been received under. To add one, add it here. */
const POLICIES: readonly Policy[] = [standard]

const known = new Map(POLICIES.map((policy) => [`${policy.id}@${policy.version}`, policy]))

export type PolicyRef = Pick<Policy, 'id' | 'version'>

/** Throws for a policy that this installation does not have: a site or a case names one that was removed. */
export const policyOf = ({ id, version }: PolicyRef): Policy => {
  const policy = known.get(`${id}@${version}`)
  if (!policy) throw new Error(`This installation has no policy ${id}, version ${version}`)
  return policy
}
