import { useEffect, useState } from 'preact/hooks'
import type { Prefill } from '../../loader/redress-widget.d.ts'
import { fill, t } from '../i18n.ts'
import { keep, kept } from '../storage.ts'
import type { FormState } from '../ui/fields.tsx'
import type { Draft } from './draft.ts'
import { emptyDraft, FIELDS, type Field, LONGEST, type Step, validate } from './validate.ts'
import { today } from './What.tsx'

/** What a host page may know. Whoever complains agrees and speaks for others in person. */
const KNOWN: readonly string[] = [...FIELDS.what, 'name', 'email', 'phone', 'customerReference']

/** Puts what the host page knows into a draft, but never over what somebody typed. */
export const prefill = (draft: Draft, fields: Prefill): Draft => {
  const known = Object.entries(fields).filter(
    ([name, value]) => KNOWN.includes(name) && !draft[name as Field] && typeof value === 'string',
  )
  return { ...draft, ...Object.fromEntries(known) }
}

export interface DraftForm extends FormState {
  draft: Draft
  /** Something was typed, now or before a reload. */
  begun: boolean
  /** Shows every fault of a step; whether there is none. */
  pass: (step: Step) => boolean
  /** Faults the server found, in its words. */
  refuse: (faults: Partial<Record<Field, string>>) => void
}

/** The draft, kept as it is typed, and its faults: told when a field is left, or all when a step is to be left. */
export const useForm = (step: Step, language: string, currency: string, known: Prefill): DraftForm => {
  const [draft, setDraft] = useState<Draft>(() =>
    prefill({ ...emptyDraft(), language, currency, ...kept<Draft>('draft') }, known),
  )
  const [begun, setBegun] = useState(!!kept('draft'))
  const [shown, show] = useState<readonly string[]>([])
  const [refused, refuse] = useState<Partial<Record<Field, string>>>({})
  useEffect(() => setDraft((d) => prefill(d, known)), [known])

  const found = validate(step, draft, today())
  const faults: Record<string, string> = {}
  for (const field of FIELDS[step]) {
    const fault = found[field]
    if (refused[field]) faults[field] = refused[field]
    else if (fault && shown.includes(field)) faults[field] = fill(t[fault], { n: LONGEST[field] ?? 0 })
  }
  return {
    draft,
    begun,
    values: draft as unknown as Record<string, string>,
    faults,
    set: (name, value) => {
      setBegun(true)
      setDraft((d) => {
        const next = { ...d, [name]: value }
        // Not in an effect: the page may be gone before effects run.
        keep('draft', next)
        return next
      })
      refuse(({ [name as Field]: _, ...rest }) => rest)
    },
    left: (name) => draft[name as Field] && show((names) => [...names, name]),
    pass: (which) => {
      show((names) => [...names, ...FIELDS[which]])
      return Object.keys(validate(which, draft, today())).length === 0
    },
    refuse,
  }
}
