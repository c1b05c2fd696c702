import { expect, test } from 'vitest'
import { newSecrets } from '../../scripts/lib/secrets.mjs'

test('local secrets are 32 random bytes and an Ed25519 key', () => {
  const secrets = newSecrets()
  for (const keys of [secrets.MASTER_KEYS, secrets.INDEX_KEYS]) {
    expect(Buffer.from(JSON.parse(keys)['1'], 'base64')).toHaveLength(32)
  }
  const [kid, key] = Object.entries<Record<string, string>>(JSON.parse(secrets.SIGNING_KEYS))[0] ?? []
  expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid })
})

test('the runtime has what the scripts rely on', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(22)
})
