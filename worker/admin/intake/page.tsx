import { useDesk } from '../desk.ts'
import type { Field, Option, Setting } from '../forms/field.ts'
import type { Fault, Typed } from '../forms/read.ts'
import type { Trouble } from '../trouble.ts'
import { ErrorSummary } from '../ui/errors.tsx'
import { Fields } from '../ui/fields/fields.tsx'
import type { FormState } from '../ui/fields/frame.tsx'
import { Page } from '../ui/page.tsx'
import { Token } from '../ui/parts.tsx'
import { intakeFields } from './fields.ts'

interface Props {
  setting: Setting
  /** Sites by their public key. */
  sites: readonly Option[]
  siteKey: string
  languages: readonly Option[]
  typed: Typed | null
  faults: readonly Fault[]
  trouble: Trouble | null
  kept: ReadonlyMap<string, string>
  formKey: string
}

/** The language of the complainant is asked with the rest of what concerns them. */
export const languageField = (languages: readonly Option[]): Field<Setting> => ({
  as: 'select',
  name: 'language',
  options: () => languages,
  prefill: () => languages[0]?.value ?? '',
  required: true,
})

export const IntakePage = ({ setting, sites, siteKey, languages, typed, faults, trouble, kept, formKey }: Props) => {
  const { text, format } = useDesk()
  const form: FormState<Setting> = { scene: setting, ids: 'intake', of: 'intake', typed, faults, more: null, kept }
  return (
    <Page title={text.intake.title} at="intake">
      {trouble && <ErrorSummary trouble={trouble} ids="intake" />}
      <div class="reading">
        <h1>{text.intake.title}</h1>
        <p>{text.intake.lead}</p>
        {sites.length > 1 && (
          <nav class="tabs" aria-label={text.field.siteKey}>
            {sites.map((s) => (
              <a
                key={s.value}
                href={`/admin/intake?site=${s.value}`}
                aria-current={s.value === siteKey ? 'page' : undefined}
              >
                {s.label}
              </a>
            ))}
          </nav>
        )}
        <form method="post" action="/admin/intake" encType="multipart/form-data" class="fields intake">
          <Token />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="siteKey" value={siteKey} />
          <input type="hidden" name="zone" value={format.zone} />
          {[...kept].map(([id, name]) => (
            <input type="hidden" key={id} name={`kept.${id}`} value={name} />
          ))}
          <section class="card" aria-labelledby="how-title">
            <h2 id="how-title">{text.intake.how}</h2>
            <Fields fields={intakeFields.how} form={form} />
          </section>
          <section class="card" aria-labelledby="what-title">
            <h2 id="what-title">{text.intake.what}</h2>
            <Fields fields={intakeFields.what} form={form} />
          </section>
          <section class="card" aria-labelledby="who-title">
            <h2 id="who-title">{text.intake.who}</h2>
            <Fields fields={[languageField(languages), ...intakeFields.who]} form={form} />
          </section>
          <p class="hint">{text.intake.access}</p>
          <p class="buttons">
            <button type="submit">{text.intake.button}</button>
          </p>
        </form>
      </div>
    </Page>
  )
}
