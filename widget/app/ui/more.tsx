import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { type Common, describedBy, Form, Notes, type Option, Optional } from './fields.tsx'

/** Yes, or not said. */
export const Tick = ({ name, label, hint }: Omit<Common, 'label'> & { label: ComponentChildren }) => {
  const { values, faults, set } = useContext(Form)
  const fault = faults[name]
  return (
    <div class={`field ${fault ? 'wrong' : ''}`}>
      <Notes name={name} fault={fault} />
      <label class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          checked={values[name] === 'yes'}
          aria-describedby={describedBy(name, hint, fault)}
          aria-invalid={fault ? true : undefined}
          onChange={(e) => set(name, e.currentTarget.checked ? 'yes' : '')}
        />
        <span>
          {label}
          {hint && <small id={`${name}-hint`}>{hint}</small>}
        </span>
      </label>
    </div>
  )
}

/** One of many, or of few that need no comparing. */
export const Select = ({ name, label, hint, optional, options }: Common & { options: Option[] }) => {
  const { values, faults, set } = useContext(Form)
  return (
    <div class="field">
      <label for={name}>
        {label}
        {optional && <Optional />}
      </label>
      <Notes name={name} hint={hint} fault={faults[name]} />
      <select
        id={name}
        name={name}
        value={values[name]}
        aria-describedby={describedBy(name, hint, faults[name])}
        onChange={(e) => set(name, e.currentTarget.value)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
