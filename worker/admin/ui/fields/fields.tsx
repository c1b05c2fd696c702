import type { ComponentChildren } from 'preact'
import { fill } from '../../../locales/index.ts'
import type { Field, Setting } from '../../forms/field.ts'
import { rowsIn } from '../../forms/read.ts'
import { word } from '../../words.ts'
import { Radios, Select, Ticks } from './choices.tsx'
import { Group, type Of, type Props, parts } from './frame.tsx'
import { Files, Hidden, MoneyField, TextField, Tick } from './inputs.tsx'

/** Fields in the order of their list. */
export const Fields = <S extends Setting>({
  fields,
  ...rest
}: { fields: readonly Field<S>[] } & Omit<Props<S>, 'field'>) => (
  <>
    {fields.map((field) => (
      // The fields of a group get what the group got: the field comes last, so that it is their own.
      <FieldView key={field.name} {...rest} field={field} />
    ))}
  </>
)

function FieldView<S extends Setting>(props: Props<S>): ComponentChildren {
  const { field } = props
  switch (field.as) {
    case 'hidden':
      return <Hidden {...props} />
    case 'line':
    case 'email':
    case 'phone':
    case 'day':
    case 'moment':
    case 'number':
    case 'area':
      return <TextField {...props} field={field} />
    case 'select':
      return <Select {...props} field={field} />
    case 'radio':
    case 'variant':
      return (
        <Radios
          {...props}
          field={field}
          revealed={(inner, prefix) => <Fields {...props} fields={inner} prefix={prefix} hidden />}
        />
      )
    case 'tick':
      return <Tick {...props} field={field} />
    case 'ticks':
      return <Ticks {...props} field={field} />
    case 'money':
      return <MoneyField {...props} field={field} />
    case 'group':
      return <FieldGroup {...props} field={field} />
    case 'rows':
      return <Rows {...props} field={field} />
    case 'files':
      return <Files {...props} field={field} />
  }
}

const FieldGroup = <S extends Setting>(props: Of<S, 'group'>) => {
  const { field, form, prefix = '' } = props
  const inner = `${prefix}${field.name}.`
  const group = (
    <Group {...props}>
      <div class="inner">
        <Fields {...props} fields={field.fields} prefix={inner} hidden />
      </div>
    </Group>
  )
  if (!field.folded) return group
  const filled = [...(form.typed ?? [])].some(([name, [text]]) => name.startsWith(inner) && text)
  return (
    <details class="folded" open={filled}>
      <summary>{word(form.scene.desk.text.folded, field.name)}</summary>
      {group}
    </details>
  )
}

const MORE = 3

/** Rows come as many as were sent or are prefilled; a button asks for more, and the page comes back with them. */
const Rows = <S extends Setting>(props: Of<S, 'rows'>) => {
  const { field, form } = props
  const p = parts(props)
  const start = field.prefill?.(form.scene) ?? []
  const sent = form.typed ? rowsIn(form.typed, p.name) : Math.max(start.length, field.blank)
  const count = Math.min(field.most, Math.max(sent, field.blank) + (form.more === p.name ? MORE : 0))
  return (
    <Group {...props}>
      {Array.from({ length: count }, (_, i) => (
        <fieldset class="row" key={i}>
          <legend>{fill(word(p.text.row, p.name), { number: i + 1 })}</legend>
          <Fields {...props} fields={field.fields} prefix={`${p.name}.${i}.`} row={start[i]} hidden />
        </fieldset>
      ))}
      {count < field.most && (
        <button type="submit" class="quiet" name="more" value={p.name} formNoValidate>
          {word(p.text.moreRows, p.name)}
        </button>
      )}
    </Group>
  )
}
