import { regimeIds } from '../../actions/policies.ts'
import type { Simulated, Supposition } from '../../actions/simulatePolicy.ts'
import { CALENDAR_IDS } from '../../core/calendars/index.ts'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import { Page } from '../ui/page.tsx'
import { clockName } from '../words.ts'

interface Props {
  asked: Supposition | null
  result: Simulated | null
  most: number
}

/** Which deadlines would have been missed under other rules. */
export const SimulatePage = ({ asked, result, most }: Props) => {
  const { text } = useDesk()
  return (
    <Page title={text.simulate.title} at="simulate">
      <h1>{text.simulate.title}</h1>
      <p>{text.simulate.about}</p>
      <Choices asked={asked} />
      <p class="hint">{fill(text.simulate.most, { count: most })}</p>
      {result && <Result result={result} />}
    </Page>
  )
}

const Choices = ({ asked }: Pick<Props, 'asked'>) => {
  const { text } = useDesk()
  const chosen = asked?.packs?.split('+') ?? []
  return (
    <form method="get" action="/admin/simulate" class="card">
      <fieldset>
        <legend>{text.simulate.packs}</legend>
        {['standard', ...regimeIds()].map((id) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              name={id === 'standard' ? 'standard' : 'regime'}
              value={id}
              checked={chosen.includes(id)}
            />{' '}
            {id}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="calendar">{text.simulate.calendar}</label>
        <select id="calendar" name="calendar">
          <option value="">{text.simulate.keep}</option>
          {CALENDAR_IDS.map((id) => (
            <option key={id} value={id} selected={asked?.calendar === id}>
              {id}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{text.simulate.run}</button>
    </form>
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

const Result = ({ result: { cases, tallies } }: { result: Simulated }) => {
  const desk = useDesk()
  const { text, labels } = desk
  const total = (of: 'missed' | 'deadlines' | 'missedNow' | 'deadlinesNow') => sum(tallies.map((t) => t[of]))
  if (tallies.length === 0) return <p class="card">{text.simulate.none}</p>
  return (
    <section>
      <p>
        {fill(text.simulate.read, {
          count: cases,
          missed: total('missed'),
          deadlines: total('deadlines'),
          missedNow: total('missedNow'),
          deadlinesNow: total('deadlinesNow'),
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.simulate.clock}</th>
            <th scope="col">{text.simulate.stage}</th>
            <th scope="col">{text.simulate.missed}</th>
            <th scope="col">{text.simulate.of}</th>
            <th scope="col">{text.simulate.missedNow}</th>
            <th scope="col">{text.simulate.of}</th>
          </tr>
        </thead>
        <tbody>
          {tallies.map((t) => (
            <tr key={`${t.kind} ${t.stage}`}>
              <th scope="row">{clockName(desk, t.kind)}</th>
              <td>{labels.stage[t.stage]}</td>
              <td>{t.missed}</td>
              <td>{t.deadlines}</td>
              <td>{t.missedNow}</td>
              <td>{t.deadlinesNow}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
