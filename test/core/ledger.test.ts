import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AnyEntry,
  bodyOf,
  type Content,
  canonical,
  chain,
  chainAll,
  commitTo,
  type Entry,
  type Fault,
  genesis,
  type JsonObject,
  link,
  NotCanonicalError,
  type OpenedEntry,
  verify,
} from '../../worker/core/ledger.ts'

const REFERENCE = 'RD-1234-5678-9'
const salt = (fill: number) => Buffer.alloc(16, fill).toString('base64url')
const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const content = (n: number, text: JsonObject | null = { narrative: `What happened, part ${n}` }): Content => ({
  facts: { kind: 'message_added', at: '2026-03-02T09:00:00Z', n },
  factSalt: salt(n),
  text,
  salt: salt(100 + n),
})

async function ledger(length: number): Promise<{ entries: Entry[]; opened: OpenedEntry[] }> {
  const contents = Array.from({ length }, (_, index) => content(index + 1, index % 3 === 2 ? null : undefined))
  const entries = await chainAll(await genesis(REFERENCE), contents)
  const opened = entries.map((entry, index) => ({ ...entry, ...(contents[index] as Content) }))
  return { entries, opened }
}

const hide = ({ seq, body, hash }: Entry) => ({ seq, body, hash })

describe('the canonical form (RFC 8785)', () => {
  it('gives the sample of section 3.2.2', () => {
    const sample = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonical(sample)).toBe(
      `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
    )
  })

  it('sorts names by UTF-16 code unit, as in section 3.2.3', () => {
    const sample = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.values(JSON.parse(canonical(sample)))).toHaveLength(7)
    expect(canonical(sample)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it.each([
    ['0000000000000001', '5e-324'],
    ['8000000000000000', '0'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['41b3de4355555555', '333333333.3333333'],
  ])('writes the number %s of appendix B as %s', (bits, text) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })

  const cycle: JsonObject = {}
  cycle.self = cycle
  it.each([
    ['a lone surrogate', { a: '\ud800' }],
    ['a lone surrogate in a name', { '\udead': 1 }],
    ['NaN', { a: Number.NaN }],
    ['an infinite number', [Number.POSITIVE_INFINITY]],
    ['a bigint', { a: 1n }],
    ['a cycle', cycle],
    ['nothing', undefined],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(NotCanonicalError)
  })

  it('does not change by being stored as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    expect(canonical({ a: undefined, b: [undefined, -0] })).toBe('{"b":[null,0]}')
  })
})

describe('an entry', () => {
  it('has the hashes of its description', async () => {
    const start = await genesis(REFERENCE)
    expect(start).toEqual({ seq: 0, hash: sha256(`redress/ledger/v1\n${REFERENCE}`).toString('base64url') })

    const entry = await chain(start, {
      facts: { kind: 'submitted', amount: { minor: 1250, currency: 'EUR' } },
      factSalt: salt(1),
      text: { name: '李雷', narrative: 'Späte Auszahlung' },
      salt: salt(2),
    })
    const commit = sha256(Buffer.alloc(16, 2), '{"name":"李雷","narrative":"Späte Auszahlung"}')
    const body = sha256(
      `{"commit":"${commit.toString('base64url')}","factSalt":"${salt(1)}",` +
        `"facts":{"amount":{"currency":"EUR","minor":1250},"kind":"submitted"}}`,
    )
    const hash = sha256(Buffer.from(start.hash, 'base64url'), body)
    expect(entry).toMatchObject({
      seq: 1,
      commit: commit.toString('base64url'),
      body: body.toString('base64url'),
      hash: hash.toString('base64url'),
      prev: start.hash,
    })
  })

  it('keeps to vectors made by another implementation', async () => {
    const { entries } = await ledger(3)
    expect(entries.map(({ hash }) => hash)).toEqual([
      'EA7hxfzSQmN1FJ1ImNMMOAv-fDyDuOLwdrCdflV7FlU',
      'VgxSwfCdjhHWvzAj2b7-hsX8vfEjaSnCAa3XhIYZd2k',
      'XaaYOIOh5roti8gQDFwjFbReZXF_Fz67NbnkfSGKZIw',
    ])
  })

  it('hides whether there was a text', async () => {
    expect(await commitTo(null, salt(1))).toMatch(/^[\w-]{43}$/)
    expect(await commitTo(null, salt(1))).not.toBe(await commitTo(null, salt(2)))
  })

  it('refuses salts and hashes of the wrong form', async () => {
    const start = await genesis(REFERENCE)
    await expect(chain(start, { ...content(1), salt: 'short' })).rejects.toThrow(TypeError)
    await expect(chain(start, { ...content(1), factSalt: '' })).rejects.toThrow(TypeError)
    await expect(chain({ seq: 0, hash: 'AAAA' }, content(1))).rejects.toThrow(TypeError)
    await expect(chain(start, { ...content(1), text: { name: '\ud800' } })).rejects.toThrow(NotCanonicalError)
  })
})

describe('verification', () => {
  it('accepts an empty ledger, whose head is the genesis', async () => {
    expect(await verify(REFERENCE, [])).toEqual({ ok: true, head: (await genesis(REFERENCE)).hash, length: 0 })
  })

  it('accepts any mixture of opened, closed and hidden entries', async () => {
    const { entries, opened } = await ledger(12)
    const head = entries.at(-1)?.hash
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('opened', 'closed', 'hidden'), { minLength: 12, maxLength: 12 }),
        async (views) => {
          const seen: AnyEntry[] = views.map((view, index) => {
            if (view === 'opened') return opened[index] as OpenedEntry
            return view === 'closed' ? (entries[index] as Entry) : hide(entries[index] as Entry)
          })
          expect(await verify(REFERENCE, JSON.parse(JSON.stringify(seen)), head)).toEqual({
            ok: true,
            head,
            length: 12,
          })
        },
      ),
    )
  })

  it('holds for any content', async () => {
    const bytes = fc
      .uint8Array({ minLength: 16, maxLength: 16 })
      .map((array) => Buffer.from(array).toString('base64url'))
    const json = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()) as fc.Arbitrary<JsonObject>
    const any = fc.record({ facts: json, factSalt: bytes, text: fc.option(json), salt: bytes })
    await fc.assert(
      fc.asyncProperty(fc.array(any, { maxLength: 5 }), async (contents) => {
        const entries = await chainAll(await genesis(REFERENCE), contents)
        const opened = entries.map((entry, index) => ({ ...entry, ...contents[index] }))
        const read = JSON.parse(JSON.stringify(opened))
        expect(await verify(REFERENCE, read)).toMatchObject({ ok: true, length: contents.length })
      }),
    )
  })

  it('names the entry of which any one member was changed', async () => {
    const { opened } = await ledger(6)
    const expected: Record<string, Fault[]> = {
      facts: ['body'],
      factSalt: ['body', 'malformed'],
      text: ['commit'],
      salt: ['commit', 'malformed'],
      commit: ['commit', 'malformed'],
      body: ['body', 'malformed'],
      hash: ['hash', 'malformed'],
      prev: ['hash'],
      seq: ['gap'],
    }
    await fc.assert(
      fc.asyncProperty(
        fc.nat(5),
        fc.constantFrom(...Object.keys(expected)),
        fc.nat(),
        fc.jsonValue(),
        async (index, member, position, other) => {
          const tampered = structuredClone(opened) as unknown as Record<string, unknown>[]
          const entry = tampered[index] as Record<string, unknown>
          const was = entry[member]
          entry[member] = typeof was === 'string' ? flip(was, position) : other
          fc.pre(JSON.stringify(entry[member]) !== JSON.stringify(was))
          const verdict = await verify(REFERENCE, tampered as unknown as AnyEntry[])
          expect(verdict).toMatchObject({ ok: false, seq: index + 1 })
          if (!verdict.ok && typeof was === 'string') expect(expected[member]).toContain(verdict.fault)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('names the entry from which a member was taken', async () => {
    const { opened } = await ledger(4)
    for (const member of ['facts', 'factSalt', 'commit', 'body', 'hash', 'seq', 'salt', 'text']) {
      const tampered = structuredClone(opened) as unknown as Record<string, unknown>[]
      delete tampered[1]?.[member]
      expect(await verify(REFERENCE, tampered as unknown as AnyEntry[])).toMatchObject({ ok: false, seq: 2 })
    }
  })

  it.each(['opened', 'closed', 'hidden'])('finds removed, repeated and swapped entries among %s ones', async (view) => {
    const made = await ledger(8)
    const entries: AnyEntry[] =
      view === 'opened' ? made.opened : view === 'closed' ? made.entries : made.entries.map(hide)
    await fc.assert(
      fc.asyncProperty(fc.nat(7), fc.nat(7), fc.boolean(), async (i, j, renumber) => {
        const settle = (list: AnyEntry[]) =>
          renumber ? list.map((entry, index) => ({ ...entry, seq: index + 1 })) : list
        const removed = settle(entries.filter((_, index) => index !== i))
        const end = (made.entries.at(-1) as Entry).hash
        expect(await verify(REFERENCE, removed, end)).toMatchObject({ ok: false, seq: i + 1 })

        const repeated = settle([...entries.slice(0, i + 1), ...entries.slice(i)])
        expect(await verify(REFERENCE, repeated, end)).toMatchObject({ ok: false, seq: i + 2 })

        fc.pre(i !== j)
        const swapped = [...entries]
        ;[swapped[i], swapped[j]] = [swapped[j] as AnyEntry, swapped[i] as AnyEntry]
        expect(await verify(REFERENCE, settle(swapped), end)).toMatchObject({ ok: false, seq: Math.min(i, j) + 1 })
      }),
    )
  })

  it('finds an entry made up and put in, with hashes of its own', async () => {
    const { entries } = await ledger(4)
    const forged = await chain(entries[1] as Entry, content(9))
    const list = [entries[0], entries[1], forged, { ...(entries[2] as Entry), seq: 4 }] as Entry[]
    expect(await verify(REFERENCE, list)).toEqual({ ok: false, seq: 4, fault: 'hash' })
  })

  it('finds a rewritten end only by a hash from elsewhere, and then does', async () => {
    const { entries } = await ledger(5)
    const rewritten = [...entries.slice(0, 3), ...(await chainAll(entries[2] as Entry, [content(40), content(50)]))]
    const head = (entries[4] as Entry).hash
    expect(await verify(REFERENCE, rewritten)).toMatchObject({ ok: true })
    expect(await verify(REFERENCE, rewritten, head)).toMatchObject({ ok: false, fault: 'head' })
    expect(await verify(REFERENCE, rewritten, undefined, [entries[2] as Entry])).toMatchObject({ ok: true })
    expect(await verify(REFERENCE, rewritten, undefined, [entries[4] as Entry, entries[3] as Entry])).toEqual({
      ok: false,
      seq: 4,
      fault: 'checkpoint',
    })
  })

  it('tells where a ledger was cut short or continued', async () => {
    const { entries } = await ledger(5)
    const head = (entries[4] as Entry).hash
    expect(await verify(REFERENCE, entries.slice(0, 3), head)).toEqual({ ok: false, seq: 4, fault: 'head' })
    expect(await verify(REFERENCE, entries, entries[1]?.hash)).toEqual({ ok: false, seq: 3, fault: 'head' })
    expect(await verify(REFERENCE, entries, (await genesis(REFERENCE)).hash)).toEqual({
      ok: false,
      seq: 1,
      fault: 'head',
    })
  })

  it('is bound to the reference', async () => {
    const { entries } = await ledger(2)
    expect(await verify('RD-1234-5678-A', entries)).toEqual({ ok: false, seq: 1, fault: 'hash' })
  })

  it('gives a verdict on any JSON at all', async () => {
    const whatever = fc.array(fc.oneof(fc.jsonValue(), fc.record({ seq: fc.constant(1), body: fc.jsonValue() })), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(whatever, async (entries) => {
        expect(await verify(REFERENCE, entries as unknown as AnyEntry[])).toMatchObject({ ok: false, seq: 1 })
      }),
    )
    const { opened } = await ledger(1)
    const entry = opened[0] as OpenedEntry
    const odd = [
      { ...entry, text: { name: '\ud800' } },
      { ...entry, facts: { n: '\ud800' } },
    ]
    expect(await verify(REFERENCE, [odd[0] as OpenedEntry])).toMatchObject({ fault: 'commit' })
    expect(await verify(REFERENCE, [odd[1] as OpenedEntry])).toMatchObject({ fault: 'body' })
  })

  it('takes one spelling of a hash only', async () => {
    const body = await bodyOf({}, salt(1), await commitTo(null, salt(2)))
    const start = await genesis(REFERENCE)
    const hidden = { seq: 1, body, hash: await link(start.hash, body) }
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    // The last of 43 symbols carries two bits that belong to no byte.
    const respelled = body.slice(0, -1) + alphabet[alphabet.indexOf(body.at(-1) as string) + 1]
    expect(Buffer.from(respelled, 'base64url')).toEqual(Buffer.from(body, 'base64url'))
    expect(await verify(REFERENCE, [hidden])).toMatchObject({ ok: true })
    expect(await verify(REFERENCE, [{ ...hidden, body: respelled }])).toMatchObject({ ok: false, fault: 'malformed' })
  })
})

function flip(text: string, position: number): string {
  const at = position % text.length
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
}
