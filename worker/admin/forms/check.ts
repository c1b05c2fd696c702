import type * as z from 'zod'
import type { Instant } from '../../core/vocabulary.ts'
import type { Field, Setting } from './field.ts'
import { type Fault, type FaultCode, type Reading, read, type Typed } from './read.ts'

export type Checked<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

/** Reads a form and holds it against the schema of the command; what is wrong is told by the input it stands in. */
export const check = <T, S extends Setting>(
  schema: z.ZodType<T>,
  fields: readonly Field<S>[],
  typed: Typed,
  now: Instant,
): Checked<T> => {
  const reading = read(fields, typed, now)
  const parsed = schema.safeParse(reading.value)
  const found = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultOf(issue, reading))
  // What could not be read at all is missing from the value; the reason why says more than that it is missing.
  const faults = [...reading.faults, ...found].filter(
    (fault, i, all) => all.findIndex((other) => other.name === fault.name || covers(other, fault)) === i,
  )
  return parsed.success && faults.length === 0 ? { ok: true, value: parsed.data } : { ok: false, faults }
}

/** A fault within says why the whole is missing: an amount that is none, a first row left blank. */
const covers = (one: Fault, other: Fault) => one.name.startsWith(`${other.name}.`)

const faultOf = (issue: z.core.$ZodIssue, { inputs }: Reading): Fault[] => {
  const path = issue.path.map(String)
  for (let length = path.length; length > 0; length--) {
    const name = inputs.get(path.slice(0, length).join('.'))
    if (name !== undefined) return [{ name, ...codeOf(issue, path.at(-1) ?? '') }]
  }
  return [{ name: path.join('.'), code: 'invalid' }]
}

const codeOf = (issue: z.core.$ZodIssue, last: string): Omit<Fault, 'name'> => {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'required' }
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'too_long', values: { max: Number(issue.maximum) } }
        : { code: 'invalid' }
    case 'invalid_format':
      return { code: FORMATS[last] ?? FORMATS[issue.format] ?? 'invalid' }
    case 'custom':
      return { code: issue.message === 'blank' ? 'required' : 'invalid' }
    default:
      return { code: 'invalid' }
  }
}

const FORMATS: Partial<Record<string, FaultCode>> = {
  email: 'email',
  phone: 'phone',
  reference: 'reference',
  date: 'day',
  datetime: 'moment',
}
