import type { ComponentChild } from 'preact'
import type { Site } from '../../../sdk/src/index.ts'
import { t } from '../i18n.ts'
import { languageName } from '../languages.ts'
import { Choice, Labelled, Text } from '../ui/fields.tsx'
import { Select, Tick } from '../ui/more.tsx'
import { ABOUT_MONEY } from './draft.ts'
import { LONGEST } from './validate.ts'
import { useDraft } from './What.tsx'

interface Props {
  site: Site
}

export const Wish = ({ site }: Props) => (
  <>
    <p class="lead">{t.wishIntro}</p>
    <WishFields site={site} />
  </>
)

/** Also asked when a plan is refused. */
export const WishFields = ({ site }: Props) => {
  const { wish } = useDraft()
  return (
    <>
      <Choice
        name="wish"
        label={t.wish}
        optional
        pills
        options={[
          ...site.remedies.map(({ kind, label }) => ({ value: kind, label })),
          { value: '', label: t.wishNone },
        ]}
      />
      {ABOUT_MONEY.includes(wish) && (
        <div class="row">
          <Text name="amount" label={t.amount} inputmode="decimal" class="short" optional />
          <Select
            name="currency"
            label={t.currency}
            options={site.currencies.map((code) => ({ value: code, label: code }))}
          />
        </div>
      )}
      <Text name="wishText" label={t.wishText} rows={4} max={LONGEST.wishText} optional />
    </>
  )
}

export const You = ({ site, authority }: Props & { authority: ComponentChild }) => {
  const { behalf, anonymous, vulnerable } = useDraft()
  return (
    <>
      <Choice
        name="behalf"
        label={t.behalf}
        options={[
          { value: '', label: t.behalfMe },
          { value: 'yes', label: t.behalfOther, hint: t.behalfHint },
        ]}
      />
      {behalf && (
        <>
          <Text name="yourName" label={t.yourName} autocomplete="name" max={LONGEST.yourName} />
          <Text name="relation" label={t.relation} hint={t.relationHint} max={LONGEST.relation} />
          <Text name="yourEmail" type="email" label={t.email} hint={t.contactHint} autocomplete="email" />
          <Text name="yourPhone" type="tel" label={t.phone} autocomplete="tel" />
          <Labelled name="authority" label={t.authority} hint={t.authorityHint} optional group={{}}>
            {authority}
          </Labelled>
          <h2>{t.complainantTitle}</h2>
        </>
      )}
      {!behalf && site.anonymous && <Tick name="anonymous" label={t.anonymous} hint={t.anonymousHint} />}
      {(behalf || !anonymous) && (
        <>
          <Text name="name" label={t.name} autocomplete={behalf ? 'off' : 'name'} max={LONGEST.name} />
          <Text
            name="email"
            type="email"
            label={t.email}
            hint={behalf ? undefined : t.contactHint}
            autocomplete={behalf ? 'off' : 'email'}
            optional={!!behalf}
          />
          {site.channels.phone && (
            <Text name="phone" type="tel" label={t.phone} autocomplete={behalf ? 'off' : 'tel'} optional={!!behalf} />
          )}
          <Choice
            name="preferredChannel"
            label={t.preferredChannel}
            optional
            pills
            options={Object.entries(t.channels).map(([value, label]) => ({ value, label }))}
          />
          <Text name="customerReference" label={t.customerReference} max={LONGEST.customerReference} optional />
        </>
      )}
      {site.locales.length > 1 && (
        <Select
          name="language"
          label={t.correspondence}
          options={site.locales.map((tag) => ({ value: tag, label: languageName(tag) }))}
        />
      )}
      <Choice
        name="willing"
        label={t.willing}
        optional
        pills
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
      />
      <details open={!!vulnerable}>
        <summary>{t.moreYou}</summary>
        <Text
          name="vulnerable"
          label={t.vulnerable}
          hint={t.vulnerableHint}
          rows={4}
          max={LONGEST.vulnerable}
          optional
        />
      </details>
    </>
  )
}
