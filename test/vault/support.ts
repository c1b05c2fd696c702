import { expect } from 'vitest'
import { SealError, type SealFault } from '../../worker/vault/errors.ts'
import { type MasterKeys, masterKeys } from '../../worker/vault/keys.ts'

export const randomKey = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))

export const master = (keys: Record<number, string> = { 1: randomKey() }): Promise<MasterKeys> =>
  masterKeys(JSON.stringify(keys))

export async function signingJwk() {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  return (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey
}

export async function expectSealFault(opening: Promise<unknown>, fault: SealFault): Promise<void> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(SealError)
  expect((error as SealError).fault).toBe(fault)
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

export const flipBit = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, index) => (index === (bit >> 3) % bytes.length ? byte ^ (1 << (bit & 7)) : byte))
