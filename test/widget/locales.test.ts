import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { closest } from '../../widget/app/i18n.ts'
import { COMMANDS, fieldsOf } from '../../widget/app/tracker/commands.ts'
import { AUDIENCE, type EventType } from '../../worker/core/events.ts'
import { caseView } from '../../worker/core/view.ts'
import { CLOCKS, GAPS, OUTCOMES, REFERRALS, REPLY_MEDIA, STAGES } from '../../worker/core/vocabulary.ts'

const app = fileURLToPath(new URL('../../widget/app', import.meta.url))
const PARTS = ['form', 'later', 'tracker'] as const
const languages = readdirSync(join(app, 'locales'))

type Texts = { [key: string]: string | Texts }

const load = async (language: string): Promise<Record<string, Texts>> => {
  const parts = await Promise.all(
    PARTS.map(async (part) => [part, (await import(`../../widget/app/locales/${language}/${part}.ts`)).default]),
  )
  return Object.fromEntries(parts)
}

const en = await load('en')
const flat = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[before + key, text] as [string, string]] : flat(text, `${before}${key}.`),
  )
const isPlural = (texts: string | Texts): texts is Texts =>
  typeof texts === 'object' && 'other' in texts && Object.keys(texts).every((key) => PLURALS.includes(key))
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']
/** Names of the places to fill; a plural's texts need not have them all. */
const placesIn = (text: string | Texts) => {
  const whole = typeof text === 'string' ? text : Object.values(text).join()
  return [...new Set([...whole.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
}

/** Every text with its path; a plural stands under its path with all its texts. */
const entries = (texts: Texts, before = ''): [string, string | Texts][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' || isPlural(text)
      ? [[before + key, text] as [string, string | Texts]]
      : entries(text, `${before}${key}.`),
  )

test('parts share no key, for they are laid over each other', () => {
  const keys = PARTS.flatMap((part) => Object.keys(en[part] ?? {}))
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

describe.each(languages)('%s', async (language) => {
  const texts = await load(language)

  test.each(PARTS)('%s has exactly the texts of English', (part) => {
    const keys = (of: Texts) => entries(of).map(([key]) => key)
    expect(keys(texts[part] ?? {})).toEqual(keys(en[part] ?? {}))
  })

  test.each(PARTS)('%s fills the same places', (part) => {
    const theirs = new Map(entries(texts[part] ?? {}))
    for (const [key, text] of entries(en[part] ?? {}))
      expect(placesIn(theirs.get(key) ?? ''), key).toEqual(placesIn(text))
  })

  test('plurals have the categories of the language', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.slice().sort()
    for (const part of PARTS)
      for (const [key, text] of entries(texts[part] ?? {}))
        if (isPlural(text)) expect(Object.keys(text).sort(), key).toEqual(wanted)
  })

  test('no text is empty', () => {
    for (const part of PARTS) for (const [key, text] of flat(texts[part] ?? {})) expect(text.trim(), key).not.toBe('')
  })
})

describe('English has words for everything the process can say', () => {
  const table = (name: string) => Object.keys(en.tracker?.[name] ?? {})
  const shape = caseView.shape

  test.each([
    ['stages', STAGES],
    ['stageHints', STAGES],
    ['outcomes', OUTCOMES],
    ['clocks', CLOCKS],
    ['gaps', GAPS],
    ['media', REPLY_MEDIA],
    ['referralKinds', REFERRALS],
    ['nextSteps', shape.next.shape.what.options],
    ['waitsFor', shape.next.shape.who.options],
    ['planStates', shape.plan.unwrap().shape.state.options],
  ])('%s', (name, words) => {
    expect(table(name).sort()).toEqual([...words].sort())
  })

  test('events', () => {
    const sometimes: EventType[] = ['finding_recorded', 'plan_proposed']
    const seen = (Object.keys(AUDIENCE) as EventType[]).filter((type) => AUDIENCE[type] === 'party')
    const variants = /_(no|final|lapse)$/
    const told = table('events').filter((key) => !variants.test(key) || key in AUDIENCE)
    expect(told.sort()).toEqual([...seen, ...sometimes].sort())
  })
})

test('no text is left over', () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (f) => /\.tsx?$/.test(f) && !f.includes('locales'),
  )
  const source = files.map((name) => readFileSync(join(app, name), 'utf8')).join('\n')
  const used = new Set([...source.matchAll(/\bt\.(\w+)/g), ...source.matchAll(/'(\w+)'/g)].map(([, key]) => key))
  for (const type of Object.keys(COMMANDS)) for (const { name } of fieldsOf(type)) used.add(name)
  const keys = PARTS.flatMap((part) => Object.keys(en[part] ?? {}))
  expect(keys.filter((key) => !used.has(key))).toEqual([])
})

describe('the language that is spoken', () => {
  test.each([
    ['zh-CN', 'zh-CN'],
    ['zh-cn', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('for %s is %s', (wanted, spoken) => {
    expect(closest(wanted, ['en', 'zh-CN'])).toBe(spoken)
  })
})
