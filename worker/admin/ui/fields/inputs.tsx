import { fill } from '../../../locales/index.ts'
import type { Setting } from '../../forms/field.ts'
import { FILES, one } from '../../forms/read.ts'
import { Choices } from './choices.tsx'
import { Group, Hint, Labelled, type Of, type Props, parts, started } from './frame.tsx'

export const Hidden = <S extends Setting>(props: Props<S>) => {
  const value = started(props, '')
  return value ? <input type="hidden" name={(props.prefix ?? '') + props.field.name} value={value} /> : null
}

const TYPES = {
  line: 'text',
  email: 'email',
  phone: 'tel',
  day: 'date',
  moment: 'datetime-local',
  number: 'text',
} as const

export const TextField = <S extends Setting>(
  props: Of<S, 'line' | 'email' | 'phone' | 'day' | 'moment' | 'number' | 'area'>,
) => {
  const { field, form, hidden } = props
  const p = parts(props)
  const value = started(props, field.prefill?.(form.scene) ?? '')
  const shared = { id: p.id, name: p.name, required: field.required && !hidden, ...p.aria }
  return (
    <Labelled p={p} required={field.required}>
      {field.as === 'area' ? (
        // A line end right after the tag is not part of the text (HTML, 13.1.2.5); one more keeps the first one typed.
        <textarea {...shared} rows={field.rows ?? 3} dir="auto">{`\n${value}`}</textarea>
      ) : (
        <input
          {...shared}
          // Preact tells inputs apart by a literal type; which of these it is does not matter to the rest.
          type={TYPES[field.as] as 'text'}
          value={value}
          {...(field.as === 'number' ? { inputMode: 'numeric' as const } : {})}
          autoComplete="off"
          dir="auto"
        />
      )}
    </Labelled>
  )
}

export const Tick = <S extends Setting>(props: Of<S, 'tick'>) => {
  const { field, form } = props
  const p = parts(props)
  const checked = form.typed ? one(form.typed, p.name) === 'on' : (field.prefill?.(form.scene) ?? false)
  return (
    <div class="choice field">
      <input type="checkbox" id={p.id} name={p.name} value="on" checked={checked} {...p.aria} />
      <label for={p.id}>{p.label}</label>
      <Hint p={p} />
    </div>
  )
}

export const MoneyField = <S extends Setting>(props: Of<S, 'money'>) => {
  const { form, row } = props
  const p = parts(props)
  const value = (part: string) =>
    form.typed ? one(form.typed, `${p.name}.${part}`) : (row?.[`${props.field.name}.${part}`] ?? '')
  const currency = value('currency') || form.scene.currencies[0] || ''
  const currencies = [...new Set([...form.scene.currencies, currency])].map((code) => ({ value: code, label: code }))
  return (
    <Group {...props}>
      <div class="money">
        <input
          id={`${p.id}.amount`}
          name={`${p.name}.amount`}
          value={value('amount')}
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${p.label}: ${p.text.amount}`}
          aria-invalid={p.aria['aria-invalid']}
        />
        <select name={`${p.name}.currency`} aria-label={`${p.label}: ${p.text.currency}`}>
          <Choices options={currencies} value={currency} />
        </select>
      </div>
    </Group>
  )
}

export const Files = <S extends Setting>(props: Of<S, 'files'>) => {
  const { form } = props
  const p = parts(props)
  const kept = [...form.kept].filter(([id]) => form.typed?.get(p.name)?.includes(id))
  return (
    <Labelled p={p}>
      {kept.map(([id, name]) => (
        <div class="choice" key={id}>
          <input type="checkbox" id={`${p.id}-${id}`} name={p.name} value={id} checked />
          <label for={`${p.id}-${id}`}>{fill(p.text.keptFile, { name })}</label>
        </div>
      ))}
      <input type="file" id={p.id} name={FILES + p.name} multiple={!props.field.single} {...p.aria} />
    </Labelled>
  )
}
