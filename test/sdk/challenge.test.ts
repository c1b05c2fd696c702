import { createChallenge, verifySolution } from 'altcha-lib/v1'
import { expect, it } from 'vitest'
import { solve } from '../../sdk/src/index.ts'

const KEY = 'a key for tests'
const challengeOf = async (number: number) => {
  const made = await createChallenge({ hmacKey: KEY, maxnumber: 1000, number, params: { site: 'pk_test' } })
  return { ...made, algorithm: 'SHA-256' as const, maxnumber: 1000 }
}

it.each([0, 1, 255, 256, 257, 1000])('finds the number %d', async (number) => {
  const payload = await solve(await challengeOf(number))
  expect(await verifySolution(payload, KEY)).toBe(true)
})

it('gives up where there is no solution', async () => {
  const challenge = await challengeOf(1000)
  await expect(solve({ ...challenge, maxnumber: 999 })).rejects.toBeInstanceOf(RangeError)
})

it('stops when it is told to', async () => {
  const reason = new Error('the visitor left')
  await expect(solve(await challengeOf(1000), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})
