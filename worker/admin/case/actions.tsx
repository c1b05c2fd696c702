import { useDesk } from '../desk.ts'
import type { CommandForm, Instance } from '../forms/field.ts'
import { forms, isStaffCommand, type StaffCommand } from '../forms/index.ts'
import type { Fault, Typed } from '../forms/read.ts'
import type { Laid } from '../scene.ts'
import { tell } from '../trouble.ts'
import { Fields } from '../ui/fields/fields.tsx'
import { Token } from '../ui/parts.tsx'
import { GROUPS, nextCommands } from './steps.ts'

/** A form that came back: what was typed, and what is wrong with it. */
export interface Returned {
  type: StaffCommand
  /** Of the form that came back, where a command has several. */
  ids: string
  typed: Typed
  faults: readonly Fault[]
  more: string | null
  kept: ReadonlyMap<string, string>
}

/** Ids of a form's inputs begin so; `key` names one of several forms of a command. */
export const formIds = (type: StaffCommand, key: string | undefined) => (key ? `${type}-${key}` : type)

interface Props {
  laid: Laid
  returned: Returned | null
  /** A fresh one for each form. */
  newKey: () => string
}

/** Forms for exactly what is allowed now; what makes sense next comes first and open. */
export const Actions = ({ laid, returned, newKey }: Props) => {
  const { text } = useDesk()
  const { view } = laid
  const next = nextCommands(view)
  const allowed = view.allowed.filter(isStaffCommand)
  const others = (group: readonly StaffCommand[]) => group.filter((t) => allowed.includes(t) && !next.includes(t))
  const props = { laid, returned, newKey }
  return (
    <aside id="actions" aria-labelledby="actions-title" class="actions">
      <h2 id="actions-title">{text.section.actions}</h2>
      {allowed.length === 0 && <p class="hint">{text.actions.nothing}</p>}
      {next.map((type, i) => (
        <Command key={type} type={type} open={i === 0 && !returned} {...props} />
      ))}
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
        const types = others(GROUPS[group])
        return types.length > 0 ? (
          <div key={group} class="group">
            <h3>{text.actions.group[group]}</h3>
            {types.map((type) => (
              <Command key={type} type={type} open={false} {...props} />
            ))}
          </div>
        ) : null
      })}
      {laid.blocked.length > 0 && <Blocked laid={laid} />}
    </aside>
  )
}

/** One form, or one for each point, remedy or representative the command is about. */
const Command = ({ type, open, ...props }: Props & { type: StaffCommand; open: boolean }) => {
  const { text } = useDesk()
  const { laid, returned } = props
  const form: CommandForm = forms[type]
  const { title } = text.command[type]
  const instances: (Instance | null)[] = form.each ? [...form.each(laid)] : [null]
  return (
    <>
      {instances.map((instance, i) => {
        const ids = formIds(type, instance?.key)
        const back = returned && returned.ids === ids ? returned : null
        return (
          <details key={instance?.key ?? type} class="command" open={back !== null || (open && i === 0)}>
            <summary>
              {title}
              {instance && <small dir="auto"> {instance.title}</small>}
            </summary>
            <CommandFormView
              {...props}
              type={type}
              form={form}
              instance={instance}
              back={back}
              ids={ids}
              anchor={i === 0 ? `do-${type}` : undefined}
            />
          </details>
        )
      })}
    </>
  )
}

interface FormProps extends Omit<Props, 'returned'> {
  type: StaffCommand
  form: CommandForm
  instance: Instance | null
  back: Returned | null
  ids: string
  /** Where a link to the command leads: into the form, so that the browser unfolds it. */
  anchor: string | undefined
}

const CommandFormView = ({ laid, newKey, type, form, instance, back, ids, anchor }: FormProps) => {
  const { text, format } = useDesk()
  const { reference, version } = laid.view
  const hasFiles = form.fields.some((f) => f.as === 'files')
  return (
    <form
      id={anchor}
      class="fields"
      method="post"
      action={`/admin/cases/${reference}/commands/${type}`}
      encType={hasFiles ? 'multipart/form-data' : undefined}
    >
      <Token />
      <input type="hidden" name="key" value={newKey()} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="zone" value={format.zone} />
      {back &&
        [...back.kept].map(([file, name]) => <input type="hidden" key={file} name={`kept.${file}`} value={name} />)}
      <Fields
        fields={form.fields}
        row={instance?.hidden}
        form={{
          scene: laid,
          ids,
          of: type,
          typed: back?.typed ?? null,
          faults: back?.faults ?? [],
          more: back?.more ?? null,
          kept: back?.kept ?? new Map(),
        }}
      />
      <p class="buttons">
        <button type="submit" class={form.weighty ? 'weighty' : undefined}>
          {text.command[type].button}
        </button>
        {form.preview && (
          <button type="submit" class="quiet" name="preview" value="1">
            {text.actions.preview}
          </button>
        )}
      </p>
    </form>
  )
}

/** Reasons first: several commands usually wait for the same thing. */
const Blocked = ({ laid }: { laid: Laid }) => {
  const desk = useDesk()
  const reasons = new Map<string, { title: string; detail: string; types: StaffCommand[] }>()
  for (const { type, refusal } of laid.blocked) {
    const told = tell(refusal, desk, desk.format)
    const reason = reasons.get(told.detail) ?? { ...told, types: [] }
    reasons.set(told.detail, { ...reason, types: [...reason.types, type] })
  }
  return (
    <details class="blocked">
      <summary>{desk.text.actions.blocked}</summary>
      <dl>
        {[...reasons.values()].map(({ title, detail, types }) => (
          <div key={detail}>
            <dt>{title}</dt>
            <dd>
              <p class="hint">{detail}</p>
              <p>{types.map((type) => desk.text.command[type].title).join(' · ')}</p>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
