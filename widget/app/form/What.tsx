import { useContext } from 'preact/hooks'
import type { Site } from '../../../sdk/src/index.ts'
import { t } from '../i18n.ts'
import { Choice, Form, Text } from '../ui/fields.tsx'
import type { Draft } from './draft.ts'
import { LONGEST } from './validate.ts'

interface Props {
  site: Site
}

export const useDraft = () => useContext(Form).values as unknown as Draft

/** Calendar date of today where this device is, `YYYY-MM-DD`. */
export const today = (): string => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export const What = ({ site }: Props) => {
  const d = useDraft()
  return (
    <>
      <Choice
        name="category"
        label={t.category}
        pills
        options={site.categories.map(({ id, label }) => ({ value: id, label }))}
      />
      <Text name="subject" label={t.subject} hint={t.subjectHint} max={LONGEST.subject} />
      <Text name="narrative" label={t.narrative} hint={t.narrativeHint} rows={7} max={LONGEST.narrative} />
      <details open={!!(d.occurredOn || d.product || d.department || d.person)}>
        <summary>{t.more}</summary>
        <Text
          name="occurredOn"
          type="date"
          label={t.occurredOn}
          hint={t.occurredOnHint}
          latest={today()}
          class="short"
          optional
        />
        <Text name="product" label={t.product} max={LONGEST.product} optional />
        {site.departments.length > 0 && (
          <Choice
            name="department"
            label={t.department}
            pills
            optional
            options={[
              ...site.departments.map(({ id, label }) => ({ value: id, label })),
              { value: '', label: t.departmentAny },
            ]}
          />
        )}
        <Text name="person" label={t.person} hint={t.personHint} max={LONGEST.person} optional />
      </details>
    </>
  )
}
