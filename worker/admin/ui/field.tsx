import type { ComponentChildren } from 'preact'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import type { Field, Option, RowText, Setting } from '../forms/field.ts'
import { type Fault, FILES, one, rowsIn, type Typed, within } from '../forms/read.ts'
import { type AdminTexts, word } from '../words.ts'
import { faultText } from './errors.tsx'

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

interface Props<S extends Setting, F extends Field<S> = Field<S>> {
  field: F
  form: FormState<S>
  /** Name of the group, row or option the field is in. */
  prefix?: string
  /** What a row of a fresh form starts with. */
  row?: RowText | undefined
  /** The browser asks for what is required, save where the field may be out of sight. */
  hidden?: boolean
}

/** Names to look a text up by: `propose_plan.remedies.due`, `remedies.due`, `propose_plan.due`, `due`. */
const keysOf = (of: string, name: string, prefix: string): string[] => {
  const path = (prefix + name)
    .replace(/\.\d+\./g, '.')
    .replaceAll(':', '.')
    .split('.')
  return path.map((_, i) => path.slice(i).join('.')).flatMap((suffix) => [`${of}.${suffix}`, suffix])
}

/** The label of a field: the command's own, or the one all fields of that name have. */
export const labelOf = (text: AdminTexts, of: string, name: string, prefix = ''): string => {
  const key = keysOf(of, name, prefix).find((k) => k in text.field)
  return key ? word(text.field, key) : name
}

const hintOf = <S extends Setting>({ field, form, prefix = '' }: Props<S>): string => {
  const { text, format } = form.scene.desk
  const key = keysOf(form.of, field.name, prefix).find((k) => k in text.hint)
  const language = 'letter' in field && field.letter ? letterLanguage(form) : null
  return [
    key && fill(word(text.hint, key), { zone: format.zone.replace('Etc/', '') }),
    language && fill(text.letterIn, { language }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Name of the complainant's language, where the field goes to them and it is not that of the page. */
const letterLanguage = <S extends Setting>({ scene }: FormState<S>): string | null => {
  if (!('view' in scene)) return null
  const { language } = (scene as unknown as { view: { language: string } }).view
  const { locale } = scene.desk
  return language.split('-')[0] === locale.split('-')[0]
    ? null
    : (new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language)
}

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
      return <Radios {...props} field={field} />
    case 'variant':
      return <Radios {...props} field={field} />
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

type Of<S extends Setting, As extends Field<S>['as']> = Props<S, Extract<Field<S>, { as: As }>>

const parts = <S extends Setting>({ field, form, prefix = '' }: Props<S>) => {
  const { text } = form.scene.desk
  const name = prefix + field.name
  const id = `${form.ids}-${name}`
  const fault = form.faults.find((f) => f.name === name || (field.as === 'money' && f.name === `${name}.amount`))
  const hint = hintOf({ field, form, prefix })
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

type Parts = ReturnType<typeof parts>

const Hint = ({ p }: { p: Parts }) => (
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

const Labelled = ({
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
const Group = <S extends Setting>({ children, ...props }: Props<S> & { children: ComponentChildren }) => {
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

const started = <S extends Setting>({ field, form, prefix = '', row }: Props<S>, otherwise: string) =>
  form.typed ? one(form.typed, prefix + field.name) : (row?.[field.name] ?? otherwise)

const Hidden = <S extends Setting>(props: Props<S>) => {
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

const TextField = <S extends Setting>(
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

const Choices = ({ options, value }: { options: readonly Option[]; value: string }) => {
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

const Select = <S extends Setting>(props: Of<S, 'select'>) => {
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
const Radios = <S extends Setting>(props: Props<S, Radio<S>>) => {
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
            <div class="reveal">
              <Fields {...props} fields={reveal[option.value] ?? []} prefix={within(p.name, option.value)} hidden />
            </div>
          ) : null}
        </div>
      ))}
    </Group>
  )
}

const Tick = <S extends Setting>(props: Of<S, 'tick'>) => {
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

const Ticks = <S extends Setting>(props: Of<S, 'ticks'>) => {
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

const MoneyField = <S extends Setting>(props: Of<S, 'money'>) => {
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

const Files = <S extends Setting>(props: Of<S, 'files'>) => {
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
