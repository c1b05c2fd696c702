import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'

/**
 * Serious and critical findings of axe in one document, as lines; frames in it are looked at on their own. Evaluated by
 * the debugger, so no content security policy is in its way.
 */
export const audit = async (document: Page | Frame): Promise<string[]> => {
  await document.evaluate(axe.source)
  return document.evaluate(async () => {
    // What is still fading in has other colours than what is read.
    await Promise.allSettled(window.document.getAnimations().map(({ finished }) => finished))
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(window.document, { iframes: false, resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
  })
}
