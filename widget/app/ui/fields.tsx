import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import type { Attempt } from './attempt.ts'

/** The form that fields belong to: answers, faults in words, and what to do with input. Field names are element ids. */
export interface FormState {
  values: Readonly<Record<string, string>>
  faults: Readonly<Record<string, string | undefined>>
  set: (name: string, value: string) => void
  /** A field was left. */
  left?: (name: string) => void
}

export const Form = createContext<FormState>({ values: {}, faults: {}, set: () => {} })

export interface Common {
  name: string
  label: ComponentChildren
  hint?: string | undefined
  /** Marked as such; everything else is needed. */
  optional?: boolean
}

/** What an input needs to know of its form: its answer, and the attributes that tie it to hint and fault. */
export const useField = ({ name, hint, optional }: Pick<Common, 'name' | 'hint' | 'optional'>) => {
  const { values, faults, set, left } = useContext(Form)
  const fault = faults[name]
  const attributes = {
    id: name,
    name,
    'aria-describedby': [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': fault ? true : undefined,
    'aria-required': optional ? undefined : true,
    onBlur: () => left?.(name),
  }
  return { value: values[name] ?? '', fault, attributes, set: (value: string) => set(name, value) }
}

/** A label or, for a group, a legend; hint and fault; and the input itself. */
export const Labelled = ({ name, label, hint, optional, group, children }: Common & LabelledProps) => {
  const { fault } = useField({ name })
  const Box = group ? 'fieldset' : 'div'
  const Label = group ? 'legend' : 'label'
  return (
    <Box class={`field ${fault ? 'wrong' : ''}`} {...group}>
      <Label for={name}>
        {label}
        {optional && <span class="optional"> ({t.optional})</span>}
      </Label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      {children}
    </Box>
  )
}

interface LabelledProps {
  /** Attributes of the group, if it is one. */
  group?: object
  children: ComponentChildren
}

/** One line or, with `rows`, several. */
export const Text = ({
  rows,
  max,
  latest,
  type = 'text',
  autocomplete,
  inputmode,
  class: width,
  ...common
}: Common & {
  type?: 'text' | 'email' | 'tel' | 'date'
  rows?: number
  /** Longest answer in characters; what is left is told near the end. */
  max?: number | undefined
  autocomplete?: 'name' | 'email' | 'tel' | 'off'
  inputmode?: 'decimal'
  /** Latest date, `YYYY-MM-DD`. */
  latest?: string
  class?: string
}) => {
  const { value, attributes, set } = useField(common)
  const room = max ? max - value.length : 1e9
  const all: object = { ...attributes, value, autocomplete, inputmode, type, class: width, max: latest }
  return (
    <Labelled {...common}>
      {rows ? (
        <textarea {...attributes} value={value} rows={rows} onInput={(e) => set(e.currentTarget.value)} />
      ) : (
        <input {...all} onInput={(e) => set(e.currentTarget.value)} />
      )}
      {max && room < max / 10 && (
        <p class="hint" aria-live="polite">
          {plural(t.charactersLeft, Math.max(0, room))}
        </p>
      )}
    </Labelled>
  )
}

export interface Option {
  value: string
  label: string
  hint?: string
}

/** One of several, all in sight. */
export const Choice = ({ options, pills, ...common }: Common & { options: Option[]; pills?: boolean }) => {
  const { value, attributes, set } = useField(common)
  const { name } = common
  return (
    <Labelled {...common} group={{ 'aria-describedby': attributes['aria-describedby'] }}>
      <div class={pills ? 'pills' : 'choices'}>
        {options.map((option, i) => (
          <label key={option.value} class="choice">
            <input
              type="radio"
              id={i ? `${name}-${i}` : name}
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => set(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </Labelled>
  )
}

interface FaultsProps {
  faults: Readonly<Record<string, string | undefined>>
  attempt: Pick<Attempt, 'failure' | 'count'>
}

/** What stands in the way, first thing on the page and in focus after an attempt, each leading to its field. */
export const Faults = ({ faults, attempt: { failure, count } }: FaultsProps) => {
  const wrong = Object.entries(faults)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (count) box.current?.focus()
  }, [count])
  if (!failure && !wrong.length) return null
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{failure || t.errors}</h2>
      <ul>
        {wrong.map(([name, fault]) => (
          <li key={name}>
            <a
              href={`#${name}`}
              onClick={(e) => {
                e.preventDefault()
                document.getElementById(name)?.focus()
              }}
            >
              {fault}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
