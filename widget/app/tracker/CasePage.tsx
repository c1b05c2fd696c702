import { useState } from 'preact/hooks'
import { dossier, endSession, type Site } from '../../../sdk/src/index.ts'
import { api, inWords } from '../api.ts'
import { day } from '../format.ts'
import { fill, t } from '../i18n.ts'
import { save } from '../save.ts'
import type { Session } from '../session.ts'
import { forget, keep, kept } from '../storage.ts'
import { Notice, Wait } from '../ui/Lazy.tsx'
import { Title } from '../ui/Title.tsx'
import { CommandForm } from './CommandForm.tsx'
import { COMMANDS, MAIN } from './commands.ts'
import { Decision, placeOf } from './Decision.tsx'
import { Now } from './Now.tsx'
import { Evidence, Told } from './Record.tsx'
import { Timeline } from './Timeline.tsx'
import { useCase } from './useCase.ts'

interface Props {
  site: Site
  session: Session
  /** The session ended by itself. */
  over: () => void
  /** The person ended it. */
  signOut: () => void
}

export const CasePage = ({ site, session, over, signOut }: Props) => {
  const { token, reference, as } = session
  const { view, failure, reload, give } = useCase(session, over)
  // What was begun before a reload or a new sign-in is still open.
  const begun = `open:${reference}`
  const [open, setOpen] = useState(() => kept<string>(begun))
  const [said, setSaid] = useState('')
  if (!view) return failure ? <Notice words={failure} retry={reload} /> : <Wait />

  const choose = (type: string | null) => {
    keep(begun, type)
    setOpen(type)
    setSaid('')
  }
  const label = (kind: string) => site.remedies.find((r) => r.kind === kind)?.label ?? kind
  const allowed = Object.keys(COMMANDS).filter((type) => view.allowed.includes(type))
  const acts = (types: readonly string[], first = 'plain') => (
    <>
      <div class="row">
        {types.map((type, i) => (
          <button
            type="button"
            key={type}
            class={i ? 'plain' : first}
            aria-expanded={open === type}
            onClick={() => choose(type)}
          >
            {t.commands[type as 'appeal']}
          </button>
        ))}
      </div>
      {open && types.includes(open) && (
        <CommandForm
          key={open}
          site={site}
          view={view}
          type={open}
          token={token}
          give={give}
          done={() => {
            choose(null)
            setSaid(t.sent)
          }}
          cancel={() => choose(null)}
        />
      )}
    </>
  )
  // A form stays when its command is no longer possible: what was typed must not vanish.
  const stranded = open && !allowed.includes(open) ? [open] : []
  const main = [...allowed.filter((type) => MAIN.includes(type)), ...stranded]
  const more = allowed.filter((type) => !MAIN.includes(type))
  const place = placeOf(view)
  const answer = main.length > 0 && acts(main, view.awaiting === 'complainant' ? 'main' : 'plain')
  return (
    <>
      <Title above={fill(t.caseAbove, { reference, date: day(view.receivedAt) })}>
        {view.subject ?? site.categories.find(({ id }) => id === view.category)?.label ?? reference}
      </Title>
      {said && (
        <p class="notice" role="status">
          {said}
        </p>
      )}
      {failure && <Notice words={failure} retry={reload} />}
      <Now view={view}>{!place && answer}</Now>
      <Decision view={view} label={label} place={place}>
        {answer}
      </Decision>
      <Timeline view={view} site={site} as={as} />
      <Evidence view={view} token={token} />
      <Told view={view} label={label} />
      {more.length > 0 && (
        <details open={more.includes(open ?? '')}>
          <summary>{t.moreActions}</summary>
          {acts(more)}
        </details>
      )}
      <footer class="row">
        <button type="button" class="link" onClick={() => print()}>
          {t.print}
        </button>
        <button
          type="button"
          class="link"
          onClick={() =>
            dossier(api(token), reference)
              .then((answer) => answer.blob())
              .then((zip) => save(zip, `${reference}.zip`))
              .catch((error) => setSaid(inWords(error)))
          }
        >
          {t.downloadAll}
        </button>
        <button
          type="button"
          class="link"
          onClick={() => {
            for (const type of Object.keys(COMMANDS)) forget(`said:${reference}:${type}`)
            forget(begun)
            // Gone from this device at once; the server hears of it when it can.
            endSession(api(token)).catch(() => {})
            signOut()
          }}
        >
          {t.signOut}
        </button>
      </footer>
    </>
  )
}
