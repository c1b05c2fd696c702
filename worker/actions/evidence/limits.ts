import type { Quota } from '../../store/evidence.ts'
import type { Caller } from '../types.ts'

/** R2 wants parts of one size, at least 5 MiB, but for the last. */
export const PART_BYTES = 8 * 1024 * 1024
export const FILE_BYTES = 100 * 1024 * 1024
/** How long an upload waits to be attached, in milliseconds. */
export const UPLOAD_LIFE = 24 * 3600 * 1000

/** A visitor or a party uploads for one case, partners and staff for all of theirs. */
export const quotaOf = (caller: Caller): Quota =>
  caller.kind === 'intake' || caller.kind === 'case'
    ? { files: 20, bytes: 500 * 1024 * 1024 }
    : { files: 500, bytes: 20 * 1024 * 1024 * 1024 }

/** At least one: an empty file is refused before. */
export const partsOf = (size: number): number => Math.ceil(size / PART_BYTES)

export const sizeOfPart = (size: number, part: number): number => Math.min(PART_BYTES, size - (part - 1) * PART_BYTES)
