/** An outline, drawn on a grid of 24 by 24. */
export const Icon = ({ d, class: name = '' }: { d: string; class?: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={`icon ${name}`}>
    <path d={d} />
  </svg>
)
