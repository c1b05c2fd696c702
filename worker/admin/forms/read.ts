import type { Instant } from '../../core/vocabulary.ts'
import { minorUnits, momentIn } from '../format.ts'
import type { Field, Setting } from './field.ts'

/** What was typed, as the browser sent it: names of inputs and their texts. */
export type Typed = ReadonlyMap<string, readonly string[]>

export type FaultCode =
  | 'required'
  | 'too_long'
  | 'email'
  | 'phone'
  | 'day'
  | 'moment'
  | 'amount'
  | 'number'
  | 'reference'
  | 'invalid'

/** Something in a form to put right; `name` is that of the input. */
export interface Fault {
  name: string
  code: FaultCode
  values?: Record<string, string | number>
}

/** What a form says, shaped as the command it fills in. */
export interface Reading {
  value: Record<string, unknown>
  faults: Fault[]
  /** Which input a property came from: its path, joined by dots, to the name. */
  inputs: Map<string, string>
  now: Instant
}

/** Texts of a form; files are handled apart. Browsers send line ends as CRLF (HTML, 4.10.22.4). */
export const typedIn = (form: FormData): Map<string, string[]> => {
  const typed = new Map<string, string[]>()
  for (const [name, value] of form.entries())
    if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value.replaceAll('\r\n', '\n')])
  return typed
}

/** Inputs for files are named after the field whose ids they become. */
export const FILES = 'files:'

export const one = (typed: Typed, name: string): string => typed.get(name)?.[0] ?? ''

/** The name that a field of an option has: apart from those of the other options. */
export const within = (name: string, option: string) => `${name}:${option}.`

/** How many rows a form was sent with. */
export const rowsIn = (typed: Typed, name: string): number => {
  const numbers = [...typed.keys()].flatMap((key) =>
    key.startsWith(`${name}.`) ? [Number.parseInt(key.slice(name.length + 1), 10)] : [],
  )
  return Math.max(-1, ...numbers.filter(Number.isInteger)) + 1
}

/**
 * Reads the fields of a form as the properties of a command. Properties left empty are left out. Local times are in the
 * form's `zone`.
 */
export const read = <S extends Setting>(fields: readonly Field<S>[], typed: Typed, now: Instant): Reading => {
  const reading: Reading = { value: {}, faults: [], inputs: new Map(), now }
  into(reading, reading.value, fields, typed, '', '')
  return reading
}

const into = <S extends Setting>(
  to: Reading,
  target: Record<string, unknown>,
  fields: readonly Field<S>[],
  typed: Typed,
  prefix: string,
  path: string,
): void => {
  for (const field of fields) {
    const name = prefix + field.name
    const at = path + field.name
    to.inputs.set(at, name)
    const value = propertyOf(to, field, typed, name, at)
    if (value !== undefined) target[field.name] = value
    const chosen = (field.as === 'radio' || field.as === 'select') && field.reveal?.[one(typed, name)]
    if (chosen) into(to, target, chosen, typed, within(name, one(typed, name)), path)
  }
}

const propertyOf = <S extends Setting>(
  to: Reading,
  field: Field<S>,
  typed: Typed,
  name: string,
  at: string,
): unknown => {
  const text = one(typed, name)
  const given = text.trim() !== ''
  const fault = (code: FaultCode, where = name) => {
    to.faults.push({ name: where, code })
    return undefined
  }
  const missing = () => (field.required ? fault('required') : undefined)
  switch (field.as) {
    case 'line':
    case 'area':
    case 'hidden':
      return given ? text : missing()
    case 'day':
    case 'email':
    case 'phone':
      return given ? text.trim() : missing()
    case 'number':
      if (!given) return missing()
      return /^\d{1,9}$/.test(text.trim()) ? Number(text) : fault('number')
    case 'moment':
      if (!given) return field.orNow ? to.now : missing()
      return momentIn(one(typed, 'zone'), text.trim()) ?? fault('moment')
    case 'select':
    case 'radio':
      if (!given) return missing()
      return field.value === 'number' ? Number(text) : field.value === 'boolean' ? text === 'true' : text
    case 'tick':
      return text === 'on'
    case 'ticks':
      return [...(typed.get(name) ?? [])]
    case 'files':
      return field.single ? typed.get(name)?.[0] : [...(typed.get(name) ?? [])]
    case 'money':
      return moneyOf(to, typed, name, at, fault, missing)
    case 'group': {
      const value: Record<string, unknown> = {}
      into(to, value, field.fields, typed, `${name}.`, `${at}.`)
      return Object.keys(value).length > 0 ? value : missing()
    }
    case 'variant': {
      const fields = field.variants[text]
      if (!fields) return missing()
      const value: Record<string, unknown> = { type: text }
      into(to, value, fields, typed, within(name, text), `${at}.`)
      return value
    }
    case 'rows': {
      const rows: Record<string, unknown>[] = []
      for (let i = 0; i < Math.min(rowsIn(typed, name), field.most); i++) {
        if (isBlank(typed, `${name}.${i}.`, field.fields)) continue
        const row: Record<string, unknown> = {}
        into(to, row, field.fields, typed, `${name}.${i}.`, `${at}.${rows.length}.`)
        rows.push(row)
      }
      return rows.length === 0 && field.required ? fault('required', `${name}.0.${field.fields.at(-1)?.name}`) : rows
    }
  }
}

const moneyOf = (
  to: Reading,
  typed: Typed,
  name: string,
  at: string,
  fault: (code: FaultCode, where?: string) => undefined,
  missing: () => undefined,
) => {
  const amount = one(typed, `${name}.amount`).trim()
  const currency = one(typed, `${name}.currency`)
  for (const part of ['amount', 'currency']) to.inputs.set(`${at}.${part}`, `${name}.${part}`)
  if (amount === '') return missing()
  const units = minorUnits(amount, currency)
  return units === null ? fault('amount', `${name}.amount`) : { amount: units, currency }
}

/** A row counts once anything but what travels unseen, or a currency, was filled in. */
const isBlank = <S extends Setting>(typed: Typed, prefix: string, fields: readonly Field<S>[]): boolean =>
  fields.every((field) => {
    if (field.as === 'hidden') return true
    const name = prefix + field.name + (field.as === 'money' ? '.amount' : '')
    return one(typed, name).trim() === ''
  })
