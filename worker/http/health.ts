import type { HttpContext } from './http.ts'

/** Whether what every request needs answers: 200 or 503, naming the parts, nothing else. */
export const health = async (c: HttpContext): Promise<Response> => {
  const [database, evidence] = await Promise.all([
    works(() => c.env.DB.prepare('SELECT 1').first()),
    works(() => c.env.EVIDENCE.head('health')),
    // Malformed secrets are found here and not by the first visitor.
  ])
  const secrets = await works(() => c.get('services').keys())
  const checks = { database, evidence, secrets }
  const isWell = Object.values(checks).every((state) => state === 'ok')
  return c.json({ status: isWell ? 'ok' : 'failing', checks }, isWell ? 200 : 503, { 'cache-control': 'no-store' })
}

const works = async (check: () => Promise<unknown>): Promise<'ok' | 'failing'> => {
  try {
    await check()
    return 'ok'
  } catch (error) {
    console.error(JSON.stringify({ health: error instanceof Error ? `${error.name}: ${error.message}` : 'failed' }))
    return 'failing'
  }
}
