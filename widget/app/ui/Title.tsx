import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n.ts'
import { Icon } from './Icon.tsx'
import { BACK } from './icons.ts'

let first = true

/** The heading of a screen. It takes the focus when the screen changes, so that everybody notices and starts at the top. */
export const Title = ({ above, children }: { above?: string; children: ComponentChildren }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Not when the page has just been opened: the focus is the host page's.
    if (first) first = false
    else {
      document.documentElement.scrollTop = 0
      heading.current?.focus()
    }
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {above && <small>{above}</small>}
      {children}
    </h1>
  )
}

export const Back = ({ go }: { go: () => void }) => (
  <button type="button" class="link back" onClick={go}>
    <Icon d={BACK} class="along" />
    {t.back}
  </button>
)
