import { createContext } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { plural, t } from '../i18n.ts'

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
  label: string
  hint?: string | undefined
  /** Marked as such; everything else is needed. */
  optional?: boolean
}

export const describedBy = (name: string, hint: unknown, fault: unknown) =>
  [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || undefined

export const Optional = () => <span class="optional"> ({t.optional})</span>

/** Hint and fault of a field, under its label. */
export const Notes = ({
  name,
  hint,
  fault,
}: {
  name: string
  hint?: string | undefined
  fault?: string | undefined
}) => (
  <>
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
  </>
)

/** One line or, with `rows`, several. */
export const Text = ({
  name,
  label,
  hint,
  optional,
  rows,
  max,
  latest,
  type = 'text',
  ...input
}: Common & {
  type?: 'text' | 'email' | 'tel' | 'date'
  rows?: number
  /** Longest answer in characters; what is left is told near the end. */
  max?: number | undefined
  autocomplete?: AutoFill
  inputmode?: 'decimal'
  /** Latest date, `YYYY-MM-DD`. */
  latest?: string
  class?: string
}) => {
  const { values, faults, set, left } = useContext(Form)
  const value = values[name] ?? ''
  const fault = faults[name]
  const common = {
    id: name,
    name,
    value,
    'aria-describedby': describedBy(name, hint, fault),
    'aria-invalid': fault ? true : undefined,
    'aria-required': optional ? undefined : true,
    onBlur: () => left?.(name),
  }
  const room = max ? max - value.length : 1e9
  return (
    <div class={`field ${fault ? 'wrong' : ''}`}>
      <label for={name}>
        {label}
        {optional && <Optional />}
      </label>
      <Notes name={name} hint={hint} fault={fault} />
      {rows ? (
        <textarea {...common} rows={rows} onInput={(e) => set(name, e.currentTarget.value)} />
      ) : (
        <input
          {...common}
          {...input}
          type={type as 'text'}
          {...(latest && { max: latest })}
          onInput={(e) => set(name, e.currentTarget.value)}
        />
      )}
      {max && room < max / 10 && (
        <p class="hint" aria-live="polite">
          {plural(t.charactersLeft, Math.max(0, room))}
        </p>
      )}
    </div>
  )
}

type AutoFill = 'name' | 'email' | 'tel' | 'off'

export interface Option {
  value: string
  label: string
  hint?: string
}

/** One of several, all in sight. */
export const Choice = ({
  name,
  label,
  hint,
  optional,
  options,
  pills,
}: Common & { options: Option[]; pills?: boolean }) => {
  const { values, faults, set } = useContext(Form)
  const fault = faults[name]
  return (
    <fieldset class={`field ${fault ? 'wrong' : ''}`} aria-describedby={describedBy(name, hint, fault)}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      <Notes name={name} hint={hint} fault={fault} />
      <div class={pills ? 'pills' : 'choices'}>
        {options.map((option, i) => (
          <label key={option.value} class="choice">
            <input
              type="radio"
              id={i ? `${name}-${i}` : name}
              name={name}
              value={option.value}
              checked={(values[name] ?? '') === option.value}
              onChange={() => set(name, option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface FaultsProps {
  faults: Readonly<Record<string, string | undefined>>
  /** What went wrong with the form as a whole. */
  failure?: string
  /** Takes the focus whenever this grows. */
  focus: number
}

/** All faults of a form, first thing on the page, each leading to its field. */
export const Faults = ({ faults, failure, focus }: FaultsProps) => {
  const wrong = Object.entries(faults).filter(([, fault]) => fault)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus) box.current?.focus()
  }, [focus])
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
