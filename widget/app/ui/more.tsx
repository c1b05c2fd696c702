import { type Common, Labelled, type Option, useField } from './fields.tsx'

/** Yes, or not said. */
export const Tick = ({ name, label, hint }: Common) => {
  const { value, fault, attributes, set } = useField({ name, hint, optional: true })
  return (
    <div class={`field ${fault ? 'wrong' : ''}`}>
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      <label class="choice">
        <input
          {...attributes}
          type="checkbox"
          checked={value === 'yes'}
          onChange={(e) => set(e.currentTarget.checked ? 'yes' : '')}
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
export const Select = ({ options, ...common }: Common & { options: Option[] }) => {
  const { value, attributes, set } = useField(common)
  return (
    <Labelled {...common}>
      <select {...attributes} value={value} onChange={(e) => set(e.currentTarget.value)}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
