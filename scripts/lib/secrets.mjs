import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

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

/** What a local instance needs besides wrangler.toml. */
export const newDevVars = () => ({ ENVIRONMENT: 'local', ...newSecrets() })

/**
 * Writes the file if it is missing, and adds what an older one lacks; never changes a value.
 * @param {string} file
 */
export function ensureDevVars(file) {
  if (!existsSync(file))
    writeFileSync(file, '# Local secrets, made by npm start. Never commit them.\n', { mode: 0o600 })
  chmodSync(file, 0o600)
  const present = readFileSync(file, 'utf8')
  for (const [name, value] of Object.entries(newDevVars())) {
    if (!new RegExp(`^\\s*${name}\\s*=`, 'm').test(present)) appendFileSync(file, `${name}='${value}'\n`)
  }
}
