import type { ComponentChildren } from 'preact'
import type { Field, Option, Setting } from '../../forms/field.ts'
import { within } from '../../forms/read.ts'
import { Group, Labelled, type Of, type Parts, type Props, parts, started } from './frame.tsx'

export const Choices = ({ options, value }: { options: readonly Option[]; value: string }) => {
  const groups = [...new Set(options.map((o) => o.group))]
  const list = (group: string | undefined) =>
    options
      .filter((o) => o.group === group)
      .map((o) => (
        <option key={o.value} value={o.value} selected={o.value === value}>
          {o.label}
        </option>
      ))
  return (
    <>
      {groups.map((group) =>
        group ? (
          <optgroup key={group} label={group}>
            {list(group)}
          </optgroup>
        ) : (
          list(group)
        ),
      )}
    </>
  )
}

export const Select = <S extends Setting>(props: Of<S, 'select'>) => {
  const { field, form, hidden } = props
  const p = parts(props)
  const value = started(props, field.prefill?.(form.scene) ?? '')
  const options = field.options(form.scene)
  const known = value === '' || options.some((o) => o.value === value)
  return (
    <Labelled p={p} required={field.required}>
      <select id={p.id} name={p.name} required={field.required && !hidden} {...p.aria}>
        <option value="">{field.required ? p.text.choose : p.text.nothingChosen}</option>
        <Choices options={known ? options : [...options, { value, label: value }]} value={value} />
      </select>
    </Labelled>
  )
}

/** The first option has the id of the field itself: that is where the error summary leads. */
const optionId = (p: Parts, option: Option, i: number) => (i === 0 ? p.id : `${p.id}-${option.value}`)

type Radio<S extends Setting> = Extract<Field<S>, { as: 'radio' | 'variant' }>

/** What belongs to an option is shown where it is chosen: by the stylesheet, without a script. */
export const Radios = <S extends Setting>({
  revealed,
  ...props
}: Props<S, Radio<S>> & { revealed: (fields: readonly Field<S>[], prefix: string) => ComponentChildren }) => {
  const { field, form, hidden } = props
  const p = parts(props)
  const value = started(props, (field.as === 'radio' && field.prefill?.(form.scene)) || '')
  const reveal = field.as === 'variant' ? field.variants : field.reveal
  return (
    <Group {...props}>
      {field.options(form.scene).map((option, i) => (
        <div class="choice" key={option.value}>
          <input
            type="radio"
            id={optionId(p, option, i)}
            name={p.name}
            value={option.value}
            checked={option.value === value}
            required={field.required && !hidden}
          />
          <label for={optionId(p, option, i)}>
            {option.label}
            {option.hint && <small> {option.hint}</small>}
          </label>
          {reveal?.[option.value]?.length ? (
            <div class="reveal">{revealed(reveal[option.value] ?? [], within(p.name, option.value))}</div>
          ) : null}
        </div>
      ))}
    </Group>
  )
}

export const Ticks = <S extends Setting>(props: Of<S, 'ticks'>) => {
  const { field, form } = props
  const p = parts(props)
  const options = field.options(form.scene)
  const ticked = form.typed ? (form.typed.get(p.name) ?? []) : (field.prefill?.(form.scene) ?? [])
  if (options.length === 0) return null
  return (
    <Group {...props}>
      {options.map((option, i) => (
        <div class="choice" key={option.value}>
          <input
            type="checkbox"
            id={optionId(p, option, i)}
            name={p.name}
            value={option.value}
            checked={ticked.includes(option.value)}
          />
          <label for={optionId(p, option, i)}>{option.label}</label>
        </div>
      ))}
    </Group>
  )
}
