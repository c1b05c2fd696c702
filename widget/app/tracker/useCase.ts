import { useEffect, useRef, useState } from 'preact/hooks'
import { type Command, type Complaint, command, complaint, type RedressError } from '../../../sdk/src/index.ts'
import { api, inWords, statusOf } from '../api.ts'
import { t } from '../i18n.ts'
import type { Session } from '../session.ts'
import { forget, keyFor } from '../storage.ts'

/** Seconds between two looks at the case: at first, and at most. While nothing changes they grow. */
const SOON = 20
const LATE = 300

export interface Case {
  view: Complaint | null
  failure: string
  /** Looks again now. */
  reload: () => Promise<void>
  /** Gives a command; rejects with words for the person. */
  give: (command: Command) => Promise<void>
}

/** The case behind a session, kept up to date while somebody looks at it. `over` is called when the session has ended. */
export const useCase = ({ token, reference }: Session, over: () => void): Case => {
  const [view, setView] = useState<Complaint | null>(null)
  const [failure, setFailure] = useState('')
  const etag = useRef<string | null>(null)
  const wait = useRef(SOON)

  const reload = async () => {
    try {
      const served = await complaint(api(token), reference, { etag: etag.current })
      wait.current = served ? SOON : Math.min(wait.current * 1.5, LATE)
      if (served) {
        etag.current = served.etag
        setView(served.complaint)
      }
      setFailure('')
    } catch (error) {
      if (statusOf(error) === 401) return over()
      wait.current = LATE
      setFailure(inWords(error))
    }
  }

  useEffect(() => {
    let timer = 0
    const look = async () => {
      clearTimeout(timer)
      if (document.hidden) return
      await reload()
      timer = setTimeout(look, wait.current * 1000)
    }
    void look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [token])

  const give = async (said: Command) => {
    const idempotencyKey = keyFor('giving', said)
    const expected = view ? { expectedVersion: view.version } : {}
    try {
      setView(await command(api(token), reference, { ...said, ...expected }, { idempotencyKey }))
      forget('giving')
      etag.current = null
      wait.current = SOON
    } catch (error) {
      if (statusOf(error) === 401) over()
      if (statusOf(error) !== 409) throw inWords(error)
      etag.current = null
      await reload()
      throw (error as RedressError).code === 'stale' ? t.changed : inWords(error)
    }
  }
  return { view, failure, reload, give }
}
