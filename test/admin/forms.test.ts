import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { GROUPS } from '../../worker/admin/case/steps.ts'
import type { CommandForm, Field } from '../../worker/admin/forms/field.ts'
import { forms, replies } from '../../worker/admin/forms/index.ts'
import { labelOf } from '../../worker/admin/ui/fields/labels.ts'
import { wordsIn } from '../../worker/admin/words.ts'
import { commands } from '../../worker/core/decide/index.ts'
import { complainantCommands } from '../../worker/core/decide/reply.ts'

const staffCommands = Object.keys(commands).filter((type) => !(type in complainantCommands))

/** Names of the properties a list of fields can fill in, with those of every option. */
const filledBy = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [
    field.name,
    ...((field.as === 'radio' || field.as === 'select') && field.reveal
      ? Object.values(field.reveal).flatMap(filledBy)
      : []),
  ])

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

/** Evidence that came with what is recorded is attached to the record itself, not to the complainant's words. */
const fieldsOf = (schema: z.ZodObject, without: string[] = []) =>
  sorted(Object.keys(schema.shape).filter((name) => !without.includes(name)))

describe('the forms of commands', () => {
  it('cover every command that staff give', () => {
    expect(sorted(Object.keys(forms))).toEqual(sorted(staffCommands))
  })

  it('stand each in one group of the case page', () => {
    expect(Object.values(GROUPS).flat().sort()).toEqual(staffCommands.sort())
  })

  it.each(Object.entries(forms))('fill in every property of %s', (type, form: CommandForm) => {
    expect(sorted(filledBy(form.fields))).toEqual(fieldsOf(commands[type as keyof typeof commands].fields))
  })

  it.each(Object.entries(replies))('fill in what a complainant says with %s', (type, fields) => {
    const { fields: schema } = complainantCommands[type as keyof typeof complainantCommands]
    expect(sorted(filledBy(fields))).toEqual(fieldsOf(schema, ['evidence']))
  })

  it('let staff record everything a complainant can say', () => {
    expect(sorted(Object.keys(replies))).toEqual(sorted(Object.keys(complainantCommands)))
  })
})

describe.each(['en', 'zh-CN'])('the words of the forms in %s', (language) => {
  const { text } = wordsIn(language)

  const unlabelled = (of: string, fields: readonly Field[], prefix = ''): string[] =>
    fields.flatMap((field): string[] => {
      const own =
        field.as === 'hidden' || labelOf(text, of, field.name, prefix) !== field.name ? [] : [prefix + field.name]
      const within = (inner: readonly Field[], more: string) => unlabelled(of, inner, prefix + field.name + more)
      switch (field.as) {
        case 'group':
          return [...own, ...within(field.fields, '.')]
        case 'rows':
          return [...own, ...within(field.fields, '.0.')]
        case 'variant':
          return [...own, ...Object.entries(field.variants).flatMap(([v, inner]) => within(inner, `:${v}.`))]
        case 'radio':
        case 'select':
          return [...own, ...Object.entries(field.reveal ?? {}).flatMap(([v, inner]) => within(inner, `:${v}.`))]
        default:
          return own
      }
    })

  it.each(Object.entries(forms))('label every field of %s', (type, form: CommandForm) => {
    expect(unlabelled(type, form.fields)).toEqual([])
  })
})
