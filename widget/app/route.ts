import { useEffect, useState } from 'preact/hooks'
import type { Step } from './form/validate.ts'

export type Route = { screen: 'start' | 'sign-in' | 'link' | 'tracker' | 'receipt' } | { screen: 'form'; step: Step }

/**
 * Where the person is. On a page of our own the browser's back button steps back through the form; in a frame the history
 * is the host page's, and stays untouched.
 */
export const useRoute = (first: Route, ownHistory: boolean): [Route, (route: Route) => void] => {
  const [route, setRoute] = useState(first)
  useEffect(() => {
    if (!ownHistory) return
    history.replaceState(first, '')
    const back = ({ state }: PopStateEvent) => state && setRoute(state)
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])
  const go = (next: Route) => {
    if (ownHistory) history.pushState(next, '')
    setRoute(next)
  }
  return [route, go]
}
