import type { Complaint } from '../../core/complaint.ts'
import type { Policy } from '../../core/policy.ts'
import type { CaseView } from '../../core/view.ts'
import type { Desk } from '../desk.ts'
import type { Words } from '../words.ts'

/** What a form may depend on, whatever it is about. */
export interface Setting {
  desk: Desk
  policy: Policy
  currencies: readonly string[]
  departments: readonly Option[]
  categories: readonly Option[]
  /** Everybody on the site's staff. */
  staff: readonly Option[]
  /** BCP 47, of whoever reads what is written to them; null where there is nobody yet. */
  reader: string | null
}

/** What the form of a command may depend on: the case as this member of staff sees it. */
export interface Scene extends Setting {
  view: CaseView
  case: Complaint
  /** Texts prefilled for a letter are in the complainant's language. */
  letter: Pick<Desk, 'format'> & Words
  /** Commands the complainant could give now, which staff may record on their behalf. */
  replies: readonly string[]
}

export interface Option {
  value: string
  label: string
  hint?: string
  /** Heading under which a long list shows it. */
  group?: string
}

interface Named {
  /** Name of the property it fills in. */
  name: string
  required?: true
}

interface Choice<S extends Setting> {
  options: (s: S) => readonly Option[]
  prefill?: (s: S) => string
  /** Fields of one option: shown and read only where it is chosen. Their properties stand beside this one. */
  reveal?: Record<string, readonly Field<S>[]>
  /** The property is a number or a truth value. */
  value?: 'number' | 'boolean'
}

/**
 * A field of a form: how it is shown, and how what is typed becomes a property of the command. `S` is what its options
 * and its first text depend on.
 */
export type Field<S extends Setting = Scene> =
  | (Named & {
      as: 'line' | 'email' | 'phone' | 'day' | 'moment' | 'area' | 'number'
      prefill?: (s: S) => string
      /** Lines high. */
      rows?: number
      /** Goes to the complainant, so it is written in their language. */
      letter?: true
      /** A moment left empty is the present one. */
      orNow?: true
    })
  | (Named & Choice<S> & { as: 'select' })
  | (Named & Choice<S> & { as: 'radio' })
  | (Named & { as: 'tick'; prefill?: (s: S) => boolean })
  | (Named & { as: 'ticks'; options: (s: S) => readonly Option[]; prefill?: (s: S) => readonly string[] })
  | (Named & { as: 'money' })
  /** `folded` is shown only when asked for, under a heading of that name. */
  | (Named & { as: 'group'; fields: readonly Field<S>[]; folded?: true })
  /** One of several shapes, told apart by their property `type`. */
  | (Named & { as: 'variant'; options: (s: S) => readonly Option[]; variants: Record<string, readonly Field<S>[]> })
  | (Named & {
      as: 'rows'
      fields: readonly Field<S>[]
      most: number
      prefill?: (s: S) => readonly RowText[]
      /** Rows shown where there is nothing to prefill. */
      blank: number
    })
  /** Ids of uploads: files chosen now, and those kept from an earlier try. */
  | (Named & { as: 'files'; single?: true })
  /** Not shown: set by the form itself, e.g. the point a finding is about. */
  | (Named & { as: 'hidden' })

/** What a row starts with, by the names of its inputs (`content`, `money.amount`, `money.currency`). */
export type RowText = Record<string, string>

/** The same form several times, once for each point or remedy. */
export interface Instance {
  key: string
  title: string
  hidden: Record<string, string>
}

export interface CommandForm {
  fields: readonly Field[]
  each?: (scene: Scene) => readonly Instance[]
  /** Goes out to the complainant, or is hard to take back: its button says so by its look. */
  weighty?: true
  /** The letter can be looked at before it goes. */
  preview?: true
}
