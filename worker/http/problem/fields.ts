import type * as z from 'zod'
import { fill, type Language, type Problems, problems } from '../../locales/index.ts'

export interface FieldError {
  /** JSON Pointer (RFC 6901) into the body; empty for the whole body, and for what is not in it. */
  pointer: string
  /** The name of the query or path parameter, where it is one. */
  parameter?: string
  code: keyof Problems['field']
  detail: string
}

type Issue = z.core.$ZodIssue
type Found = Pick<FieldError, 'code'> & { path: readonly PropertyKey[]; values?: Record<string, string | number> }

/** Turns what the schema found into field errors in words. `input` is what was parsed, to tell missing from wrong. */
export const fieldErrors = (
  issues: readonly Issue[],
  input: unknown,
  where: 'body' | 'parameters',
  language: Language,
): FieldError[] =>
  issues
    .flatMap((issue) => foundIn(issue, input))
    .map(({ path, code, values }) => ({
      ...(where === 'body' ? { pointer: pointerTo(path) } : { pointer: '', parameter: String(path[0] ?? '') }),
      code,
      detail: fill(problems[language].field[code], values ?? {}),
    }))

const foundIn = (issue: Issue, input: unknown): Found[] => {
  const { path } = issue
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(input, path) === undefined
        ? [{ path, code: 'required' }]
        : [{ path, code: 'wrong_type', values: { expected: issue.expected } }]
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown_field' }))
    case 'invalid_value':
      return valueAt(input, path) === undefined
        ? [{ path, code: 'required' }]
        : [{ path, code: 'not_in_list', values: { values: issue.values.map(String).join(', ') } }]
    case 'too_big':
      return [{ path, code: LARGE[issue.origin] ?? 'too_large', values: { max: Number(issue.maximum) } }]
    case 'too_small':
      return [{ path, code: SMALL[issue.origin] ?? 'too_small', values: { min: Number(issue.minimum) } }]
    case 'invalid_format':
      return [{ path, code: 'format' }]
    case 'invalid_union':
      return valueAt(input, path) === undefined ? [{ path, code: 'required' }] : [{ path, code: unionFault(issue) }]
    case 'custom':
      return [{ path, code: issue.message === 'blank' || issue.message === 'ill_formed' ? issue.message : 'invalid' }]
    default:
      return [{ path, code: 'invalid' }]
  }
}

const LARGE: Partial<Record<string, FieldError['code']>> = { string: 'too_long', array: 'too_many' }
const SMALL: Partial<Record<string, FieldError['code']>> = { string: 'too_short', array: 'too_few' }

/** No member of a discriminated union answers to that name. */
const unionFault = (issue: z.core.$ZodIssueInvalidUnion): FieldError['code'] =>
  issue.errors.length === 0 ? 'unknown_value' : 'invalid'

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )

export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
