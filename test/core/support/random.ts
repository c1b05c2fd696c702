/** A repeatable source of choices: the same seed tells the same story. */
export interface Random {
  /** From 0 up to, not including, `n`. */
  int: (n: number) => number
  chance: (probability: number) => boolean
  pick: <T>(of: readonly T[]) => T
  /** One of several, by weight. */
  weigh: <T>(of: readonly (readonly [weight: number, T])[]) => T
}

/** Mulberry32: small, fast and good enough for choosing. */
export const random = (seed: number): Random => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (n: number) => Math.floor(next() * n)
  const pick = <T>(of: readonly T[]): T => {
    if (of.length === 0) throw new Error('nothing to pick from')
    return of[int(of.length)] as T
  }
  return {
    int,
    pick,
    chance: (probability) => next() < probability,
    weigh: (of) => {
      let left = next() * of.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of of) {
        left -= weight
        if (left < 0) return value
      }
      return pick(of)[1]
    },
  }
}
