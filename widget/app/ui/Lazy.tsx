import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { learn, t } from '../i18n.ts'

type Lazy<P> = ComponentType<P> & { load: () => Promise<void> }

/**
 * A component whose code and texts (some parts of the locale files) are fetched when it is first shown, or ahead by
 * `load`. When that fails it says so and tries again on request: phones lose their connection between two steps.
 */
export const lazy = <P extends object>(code: () => Promise<ComponentType<P>>, ...parts: string[]): Lazy<P> => {
  let Loaded: ComponentType<P> | null = null
  const load = async () => {
    const [component] = await Promise.all([code(), learn(parts)])
    Loaded = component
  }
  const component = (props: P) => {
    const [failed, setFailed] = useState(false)
    const [, setLoaded] = useState(false)
    useEffect(() => {
      if (!Loaded && !failed)
        load().then(
          () => setLoaded(true),
          () => setFailed(true),
        )
    }, [failed])
    if (Loaded) return <Loaded {...props} />
    if (!failed) return <Wait />
    return <Notice words={t.offline} retry={() => setFailed(false)} />
  }
  return Object.assign(component, { load })
}

export const Wait = () => (
  <p class="wait" role="status">
    {t.loading}
  </p>
)

export const Notice = ({ words, retry }: { words: string; retry: () => void }) => (
  <div class="notice" role="alert">
    <p>{words}</p>
    <button type="button" class="plain" onClick={retry}>
      {t.tryAgain}
    </button>
  </div>
)
