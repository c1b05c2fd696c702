/**
 * A partner system at work: files a complaint on somebody's behalf with a file, then follows the case.
 *
 *     REDRESS_KEY=$(npm run -s key -- pk_demo_trading complaints:write,complaints:read) npm exec -- node demo/partner/index.ts
 */
import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { Redress, RedressError } from '../../sdk/src/index.ts'

const { REDRESS_KEY: token, REDRESS_ORIGIN: baseUrl = 'http://localhost:8787' } = process.env
if (!token) throw new Error('Set REDRESS_KEY to a partner key: npm run -s key -- SITE SCOPES makes one.')
const redress = new Redress({ baseUrl, token })

const statement = await openAsBlob(join(import.meta.dirname, '../data/files/statement.pdf'))
const file = await redress.upload(statement, { name: 'statement.pdf' })
console.log(`Uploaded ${file.name}: ${file.type}, ${file.size} bytes, SHA-256 ${file.sha256}`)

const externalReference = `ADVICE-${Date.now()}`
const filed = await redress.submit({
  language: 'en',
  complainant: { name: 'Rosalind Ekwueme', email: 'rosalind.ekwueme@mail.example' },
  category: 'fees',
  subject: 'Charged for an account that was closed',
  narrative: 'Our client closed her account in August and was charged the monthly fee in September and October.',
  wish: { kind: 'refund', money: { amount: 1800, currency: 'USD' } },
  evidence: [file.id],
  consent: true,
  externalReference,
})
console.log(`Filed ${filed.reference}, ours is ${externalReference}`)
for (const { kind, dueAt } of filed.promises) console.log(`  ${kind} by ${dueAt}`)

const served = await redress.complaint(filed.reference)
if (served) {
  const { stage, awaiting, next, evidence } = served.complaint
  console.log(`Stage ${stage}, waiting for the ${awaiting}, next: ${next.what} by ${next.by}`)
  console.log(`Evidence: ${evidence.map(({ name, size }) => `${name} (${size} bytes)`).join(', ')}`)
}

// Unless something happened since, nothing is sent again.
const again = await redress.complaint(filed.reference, { etag: served?.etag })
console.log(again ? 'Something happened meanwhile.' : 'Nothing new since.')

try {
  await redress.command(filed.reference, { type: 'withdraw', reason: 'Only to see it refused.' })
} catch (error) {
  // Acting for the complainant needs a scope of its own, complaints:act.
  if (!(error instanceof RedressError)) throw error
  console.log(`Refused as it should be: ${error.problem.code}`)
}
