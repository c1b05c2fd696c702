import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { listMessages } from '../../worker/actions/outbox.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { createSignInCodes } from '../../worker/actions/staffAccess.ts'
import { unpack } from '../../worker/store/pack.ts'
import { bytes, type Value } from '../../worker/store/sql.ts'
import { must, Office } from '../support/worker/office.ts'
import { upload } from './upload.ts'
import { toOffer } from './walk.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

/** Every value of every column of every table, as the bytes that stand in the file; what is packed also unpacked. */
const everything = async (): Promise<string> => {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>()
  const cells = await Promise.all(
    tables.results.map(async ({ name }) => {
      const { results } = await env.DB.prepare(`SELECT * FROM ${name}`).all<Record<string, Value>>()
      return results.flatMap((row) => Object.entries(row).map(([column, value]) => textOf(`${name}.${column}`, value)))
    }),
  )
  return cells.flat().join('\n').toLowerCase()
}

const PACKED = ['complaint.state', 'event.facts']

const textOf = (column: string, value: Value): string => {
  if (PACKED.includes(column)) return JSON.stringify(unpack(bytes(value)))
  return Array.isArray(value) ? new TextDecoder('latin1').decode(Uint8Array.from(value)) : String(value)
}

// Each word stands in one field only, so that a failure names the field.
const words = {
  name: 'Quillfeather',
  email: 'zephyrine@mail.example',
  phone: '+44 20 7946 9137',
  customerReference: 'CUST-Vellichor',
  product: 'Brontide account',
  subject: 'Susurrus twice',
  narrative: 'Petrichor fell upon my balance.',
  wish: 'Ineffable amends',
  respondentPerson: 'Mr Umbriferous',
  vulnerable: 'Halcyon illness',
  externalReference: 'EXT-Sonorous',
  representative: 'Limerence Bo',
  relation: 'Apricity son',
  representativeEmail: 'sillage@mail.example',
  file: 'Clinomania.png',
  message: 'Aurora writes again',
  note: 'Serendip note',
  point: 'Eudaimonia point',
  outsider: 'Prof. Komorebi',
  outsiderEmail: 'komorebi@outside.example',
} as const

/** The made-up word in it, which nothing else can contain. */
const coined = (text: string) => (/[A-Z][a-z]{4,}/.exec(text)?.[0] ?? text.split('@')[0]) as string

describe('the database as it lies on disk', () => {
  it('holds no name, contact, narrative, message or file name', async () => {
    const visitor = await office.visitor()
    const evidence = [await upload(office, visitor, words.file)]
    const { reference, complainant, accessCode, session } = await office.file(
      {
        complainant: {
          name: words.name,
          email: words.email,
          phone: words.phone,
          customerReference: words.customerReference,
        },
        product: words.product,
        subject: words.subject,
        narrative: words.narrative,
        wish: { kind: 'apology', text: words.wish },
        respondentPerson: words.respondentPerson,
        vulnerable: words.vulnerable,
        externalReference: words.externalReference,
        evidence,
      },
      visitor,
    )
    const representative = { name: words.representative, relation: words.relation, email: words.representativeEmail }
    await office.file({ representative })
    await office.give(complainant, reference, 'add_message', { message: words.message })
    await office.give('supervisor', reference, 'note', { note: words.note })
    await toOffer(office, reference, complainant)

    // All of it is there for who may read it.
    const view = must(await readCase(office.services, office.staff('supervisor'), reference))
    const shown = JSON.stringify(view)
    const others = ['representative', 'relation', 'representativeEmail', 'outsider', 'outsiderEmail', 'point']
    for (const [field, word] of Object.entries(words)) if (!others.includes(field)) expect(shown).toContain(word)
    expect((await listMessages(office.services, 50)).length).toBeGreaterThan(3)

    const raw = await everything()
    expect(raw).toContain(reference.toLowerCase())
    for (const [field, word] of Object.entries(words))
      for (const part of [word, coined(word)])
        expect(raw.includes(part.toLowerCase()), `${field} stands in the database: ${part}`).toBe(false)
    for (const secret of [accessCode, session?.token, ...office.tokens.values()])
      expect(raw.includes(String(secret).toLowerCase())).toBe(false)
  })

  it('holds no name or address of the staff, nor of somebody appointed from outside', async () => {
    const { reference } = await office.file({ respondentDepartment: 'service' })
    await office.give('colleague', reference, 'recuse', { reason: 'A friend of mine.' })
    const outsider = { name: words.outsider, email: words.outsiderEmail, reason: 'Nobody else.' }
    await office.give('supervisor', reference, 'appoint_outside', { purpose: 'handle', ...outsider })
    const [made] = await createSignInCodes(office.services, words.outsiderEmail)
    expect(made?.staff).toMatchObject({ name: words.outsider, onlyCase: reference })

    const raw = await everything()
    for (const person of ['Name of handler', 'handler@office.example', coined(words.outsider), words.outsiderEmail])
      expect(raw.includes(person.toLowerCase()), person).toBe(false)
  })
})
