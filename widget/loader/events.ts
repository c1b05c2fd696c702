/** Hears an event of a widget, or of all widgets below a node. The function it returns ends that. */
export const hear = (target: EventTarget, type: string, listener: (detail: unknown) => void) => {
  const heard = (event: Event) => listener((event as CustomEvent).detail)
  target.addEventListener(`redress:${type}`, heard)
  return () => target.removeEventListener(`redress:${type}`, heard)
}
