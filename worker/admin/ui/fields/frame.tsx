import type { ComponentChildren } from 'preact'
import { useDesk } from '../../desk.ts'
import type { Field, RowText, Setting } from '../../forms/field.ts'
import { type Fault, one, type Typed } from '../../forms/read.ts'
import { faultText } from '../errors.tsx'
import { hintOf, labelOf } from './labels.ts'

/** What the fields of one form on a page share. */
export interface FormState<S extends Setting> {
  scene: S
  /** Prefix of ids, unique on the page. */
  ids: string
  /** Whose labels come first: the type of the command. */
  of: string
  /** What was typed, when the page comes back with it; null for a fresh form. */
  typed: Typed | null
  faults: readonly Fault[]
  /** Rows to add to those that came, by the name of the field. */
  more: string | null
  /** Files uploaded by an earlier try, by id. */
  kept: ReadonlyMap<string, string>
}

export interface Props<S extends Setting, F extends Field<S> = Field<S>> {
  field: F
  form: FormState<S>
  /** Name of the group, row or option the field is in. */
  prefix?: string
  /** What a row of a fresh form starts with. */
  row?: RowText | undefined
  /** The browser asks for what is required, save where the field may be out of sight. */
  hidden?: boolean
}

export type Of<S extends Setting, As extends Field<S>['as']> = Props<S, Extract<Field<S>, { as: As }>>

export const parts = <S extends Setting>({ field, form, prefix = '' }: Props<S>) => {
  const { text } = form.scene.desk
  const name = prefix + field.name
  const id = `${form.ids}-${name}`
  const fault = form.faults.find((f) => f.name === name || (field.as === 'money' && f.name === `${name}.amount`))
  const hint = hintOf(form.scene, form.of, field, prefix)
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return {
    name,
    id,
    fault,
    hint,
    text,
    label: labelOf(text, form.of, field.name, prefix),
    aria: { 'aria-describedby': about || undefined, 'aria-invalid': fault ? ('true' as const) : undefined },
  }
}

export type Parts = ReturnType<typeof parts>

export const Hint = ({ p }: { p: Parts }) => (
  <>
    {p.hint && (
      <p class="hint" id={`${p.id}-hint`}>
        {p.hint}
      </p>
    )}
    {p.fault && (
      <p class="fault" id={`${p.id}-fault`}>
        {faultText(p.text, p.fault)}
      </p>
    )}
  </>
)

const Mark = ({ required }: { required?: true | undefined }) => {
  const { text } = useDesk()
  return required ? <span class="mark"> {text.required}</span> : null
}

export const Labelled = ({
  p,
  required,
  children,
}: {
  p: Parts
  required?: true | undefined
  children: ComponentChildren
}) => (
  <div class={p.fault ? 'field wrong' : 'field'}>
    <label for={p.id}>
      {p.label}
      <Mark required={required} />
    </label>
    <Hint p={p} />
    {children}
  </div>
)

/** Several inputs that answer one question. */
export const Group = <S extends Setting>({ children, ...props }: Props<S> & { children: ComponentChildren }) => {
  const p = parts(props)
  return (
    <fieldset class={p.fault ? 'field wrong' : 'field'} aria-describedby={p.aria['aria-describedby']}>
      <legend>
        {p.label}
        <Mark required={props.field.required} />
      </legend>
      <Hint p={p} />
      {children}
    </fieldset>
  )
}

/** What an input starts with: what was typed, what its row starts with, or what it is prefilled with. */
export const started = <S extends Setting>({ field, form, prefix = '', row }: Props<S>, otherwise: string) =>
  form.typed ? one(form.typed, prefix + field.name) : (row?.[field.name] ?? otherwise)
