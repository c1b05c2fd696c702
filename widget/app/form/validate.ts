import type { Texts } from '../i18n.ts'
import type { Draft } from './draft.ts'

export const STEPS = ['what', 'evidence', 'wish', 'you', 'check'] as const
export type Step = (typeof STEPS)[number]

/** What is kept of a complaint that was not sent. */
export const DRAFT = ['draft', 'step', 'evidence', 'authority'] as const

/** What is wrong with an answer, as the key of the words for it. */
export type Fault = Extract<keyof Texts, `error${string}`> & string

export type Field = keyof Draft
export type Faults = Partial<Record<Field, Fault>>

/** Longest answers, in characters, as the server takes them. */
export const LONGEST: Partial<Record<Field, number>> = {
  subject: 300,
  narrative: 20_000,
  product: 300,
  person: 300,
  wishText: 4000,
  name: 300,
  customerReference: 300,
  yourName: 300,
  relation: 300,
  vulnerable: 4000,
}

const list = (names: string) => names.split(' ') as Field[]

/** The fields each step asks for, in the order in which they are asked. */
export const FIELDS: Record<Step, readonly Field[]> = {
  what: list('category subject narrative occurredOn product department person'),
  evidence: [],
  wish: list('wish amount currency wishText'),
  you: list(
    'behalf yourName relation yourEmail yourPhone anonymous name email phone preferredChannel language customerReference willing vulnerable',
  ),
  check: list('consent'),
}

export const emptyDraft = (): Draft =>
  Object.fromEntries(Object.values(FIELDS).flatMap((names) => names.map((name) => [name, '']))) as unknown as Draft

/** What one step finds wrong. `need` is for answers that must be given. */
export type Check = (d: Draft, faults: Faults, need: (field: Field, fault: Fault) => void, today: string) => void

/** By step; those of later steps come with their code. */
export const CHECKS: Partial<Record<Step, Check>> = {
  what: (d, faults, need, today) => {
    need('category', 'errorCategory')
    need('subject', 'errorSubject')
    need('narrative', 'errorNarrative')
    if (d.occurredOn && Number.isNaN(Date.parse(d.occurredOn))) faults.occurredOn = 'errorDate'
    else if (d.occurredOn > today) faults.occurredOn = 'errorFuture'
  },
}

/** What must be put right before a step can be left, by field. `today` is a calendar date, `YYYY-MM-DD`. */
export const validate = (step: Step, d: Draft, today: string): Faults => {
  const faults: Faults = {}
  const need = (field: Field, fault: Fault) => {
    if (!d[field].trim()) faults[field] = fault
  }
  CHECKS[step]?.(d, faults, need, today)
  for (const field of FIELDS[step]) if (d[field].length > (LONGEST[field] ?? Infinity)) faults[field] = 'errorTooLong'
  return faults
}
