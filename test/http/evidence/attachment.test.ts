import { expect, it } from 'vitest'
import { attachmentHeaders, safeName } from '../../../worker/actions/evidence/attachment.ts'

it.each([
  ['statement.pdf', 'statement.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ada\\statement.pdf', 'statement.pdf'],
  ['.htaccess', 'htaccess'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\r\nSet-Cookie: x', 'aSet-Cookie_ x'],
  ['a\u0000b.pdf', 'ab.pdf'],
  ['  ', 'file'],
  ['...', 'file'],
  ['投诉 证据.pdf', '投诉 证据.pdf'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
])('makes %j safe: %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})

it('writes a name for every reader', () => {
  const of = (name: string) => attachmentHeaders({ name, type: 'text/plain' })['content-disposition']
  expect(of('a "b" %41.txt')).toBe(`attachment; filename="a _b_ _41.txt"; filename*=UTF-8''a%20_b_%20%2541.txt`)
  expect(of("证据's (1).pdf")).toBe(
    `attachment; filename="__'s (1).pdf"; filename*=UTF-8''%E8%AF%81%E6%8D%AE%27s%20%281%29.pdf`,
  )
})
