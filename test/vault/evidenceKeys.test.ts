import { describe, expect, it } from 'vitest'
import { type Holder, newFileKey, openFileKey, wrapFileKey } from '../../worker/vault/evidenceKeys.ts'
import { newCaseKey } from '../../worker/vault/seal.ts'
import { newToken } from '../../worker/vault/tokens.ts'
import { expectSealFault, flipBit, hex, master, randomKey } from './support.ts'

const upload = (): Holder => ({ by: 'upload', token: newToken('session', '0') })
const aCase = async (id = 'case-1'): Promise<Holder> => ({
  by: 'case',
  caseKey: (await newCaseKey(await master(), id)).caseKey,
})

describe('the key of a file', () => {
  it('is 32 random bytes, as R2 wants them', () => {
    expect(newFileKey()).toHaveLength(32)
    expect(hex(newFileKey())).not.toBe(hex(newFileKey()))
  })

  it('opens for its holder, whoever that is', async () => {
    for (const holder of [upload(), { by: 'installation', master: await master() } as const, await aCase()]) {
      const key = newFileKey()
      const wrapped = await wrapFileKey(holder, 'ev_1', key)
      expect(await openFileKey(holder, 'ev_1', wrapped)).toEqual(key)
      await expectSealFault(openFileKey(holder, 'ev_2', wrapped), 'tampered')
      await expectSealFault(openFileKey(holder, 'ev_1', flipBit(wrapped, 8 * 40)), 'tampered')
    }
  })

  it('opens for nobody else', async () => {
    const holders = [upload(), upload(), await aCase('case-1'), await aCase('case-2')]
    holders.push({ by: 'installation', master: await master() }, { by: 'installation', master: await master() })
    for (const mine of holders) {
      const wrapped = await wrapFileKey(mine, 'ev_1', newFileKey())
      for (const other of holders.filter((holder) => holder !== mine)) {
        await expectSealFault(openFileKey(other, 'ev_1', wrapped), other.by === mine.by ? 'tampered' : 'format')
      }
    }
  })

  it('goes from the upload to the case on submit', async () => {
    const [from, to, key] = [upload(), await aCase(), newFileKey()]
    const before = await wrapFileKey(from, 'ev_1', key)
    const opened = (await openFileKey(from, 'ev_1', before)) ?? newFileKey()
    const after = await wrapFileKey(to, 'ev_1', opened)
    expect(await openFileKey(to, 'ev_1', after)).toEqual(key)
    await expectSealFault(openFileKey(from, 'ev_1', after), 'format')
  })

  it('is gone with the case', async () => {
    const holder = await aCase()
    const wrapped = await wrapFileKey(holder, 'ev_1', newFileKey())
    const erased: Holder = { by: 'case', caseKey: null }
    expect(await openFileKey(erased, 'ev_1', wrapped)).toBeNull()
    await expectSealFault(wrapFileKey(erased, 'ev_1', newFileKey()), 'unknown_key')
  })

  it('survives a rotation of the master key', async () => {
    const [first, second] = [randomKey(), randomKey()]
    const key = newFileKey()
    const wrapped = await wrapFileKey({ by: 'installation', master: await master({ 1: first }) }, 'ev_1', key)
    const rotated: Holder = { by: 'installation', master: await master({ 1: first, 2: second }) }
    expect(await openFileKey(rotated, 'ev_1', wrapped)).toEqual(key)
  })
})
