import { utf8 } from '../core/encoding.ts'
import type { StaffRecord } from '../store/staff.ts'
import { blindIndex, blindIndexes } from '../vault/blindIndex.ts'
import type { Keys } from '../vault/keys.ts'
import { unwrapKey, wrapKey } from '../vault/seal.ts'
import type { Staff } from './types.ts'

/** Names and addresses of staff lie sealed under the master key; their addresses are found by a blind index of their own. */
const INDEX = '@staff'

export const openStaff = async ({ master }: Keys, { sealed, ...record }: StaffRecord): Promise<Staff> => {
  const plain = await unwrapKey(master, ['staff', record.id], sealed)
  const { name, email } = JSON.parse(new TextDecoder().decode(plain)) as Pick<Staff, 'name' | 'email'>
  return { ...record, name, email }
}

export const sealStaff = async (
  { master, index }: Keys,
  { name, email, ...rest }: Staff,
): Promise<{ record: StaffRecord; email: Uint8Array<ArrayBuffer> }> => {
  const sealed = await wrapKey(master, ['staff', rest.id], utf8(JSON.stringify({ name, email })))
  const blind = await blindIndex(index, INDEX, 'email', email)
  if (!blind) throw new TypeError('A member of staff needs an e-mail address')
  return { record: { ...rest, sealed }, email: blind }
}

/** Under every key, to look somebody up; empty for what is no address. */
export const staffIndexes = ({ index }: Keys, email: string) => blindIndexes(index, INDEX, 'email', email)
