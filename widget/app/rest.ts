/**
 * Everything but the first screen and the first step, as one chunk: it comes while somebody types, or when the tracker is
 * opened. Its parts have so much in common that apart they would be larger.
 */
export { Later } from './form/Later.tsx'
export { Receipt } from './form/Receipt.tsx'
export { intakeToken } from './intake/token.ts'
export { Tracker } from './tracker/Tracker.tsx'
