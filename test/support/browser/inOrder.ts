import { afterEach, beforeEach } from 'vitest'
import type { Visit } from './visit.ts'

/** For tests that continue one another: after one has failed the others are skipped, and its pages are pictured. */
export const inOrder = (visits: () => readonly Visit[]): void => {
  let failed = false
  beforeEach(({ skip }) => skip(failed, 'an earlier part failed'))
  afterEach(async ({ task }) => {
    if (failed || task.result?.state !== 'fail') return
    failed = true
    for (const [i, visit] of visits().entries()) {
      console.error(visit.page.url(), visit.troubles)
      await visit.picture(`failed-${i}`).catch(() => {})
    }
  })
}
