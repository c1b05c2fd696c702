import { generateKeyPairSync, randomBytes } from 'node:crypto'

/** Fresh random secrets for one local instance, in the form the Worker reads them: JSON text by name. */
export function newSecrets() {
  const { privateKey } = generateKeyPairSync('ed25519')
  const jwk = privateKey.export({ format: 'jwk' })
  const kid = `local-${randomBytes(4).toString('hex')}`
  return {
    MASTER_KEYS: JSON.stringify({ 1: randomBytes(32).toString('base64') }),
    INDEX_KEYS: JSON.stringify({ 1: randomBytes(32).toString('base64') }),
    SIGNING_KEYS: JSON.stringify({ [kid]: { ...jwk, kid, alg: 'EdDSA', use: 'sig' } }),
  }
}
