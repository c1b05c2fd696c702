import type { RedressEvents } from './redress-widget.d.ts'

/** Hears an event of a widget, or of all widgets below a node. The function it returns ends that. */
export const hear = <T extends keyof RedressEvents>(
  target: EventTarget,
  type: T,
  listener: (detail: RedressEvents[T]) => void,
) => {
  const heard = (event: Event) => listener((event as CustomEvent).detail)
  target.addEventListener(`redress:${type}`, heard)
  return () => target.removeEventListener(`redress:${type}`, heard)
}
