import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import type { Fault } from '../forms/read.ts'
import type { Trouble } from '../trouble.ts'

export const faultText = (text: ReturnType<typeof useDesk>['text'], fault: Fault): string =>
  fill(text.fault[fault.code], fault.values ?? {})

/**
 * What has to be put right, on top of the page, each leading to its input (GOV.UK "Error summary"). It takes the focus,
 * so that a keyboard or a screen reader starts there.
 */
export const ErrorSummary = ({ trouble, ids }: { trouble: Trouble; ids: string }) => {
  const { text } = useDesk()
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back with something to put right, so that is where reading starts
    <div class="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby="errors-title">
      <h2 id="errors-title">{trouble.title}</h2>
      {trouble.detail && <p>{trouble.detail}</p>}
      {trouble.faults.length > 0 && (
        <ul>
          {trouble.faults.map(({ fault, label }) => (
            <li key={fault.name}>
              <a href={`#${ids}-${fault.name}`}>
                {label}: {faultText(text, fault)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="hint">{text.filesAgain}</p>
    </div>
  )
}
