import { createServices } from './actions/services.ts'
import { app } from './app.ts'
import type { Env, OutboxJob } from './env.ts'

export default {
  fetch: app.fetch,

  async scheduled(_controller, env, context) {
    const { runSweep } = await import('./jobs/sweep.ts')
    await runSweep(createServices(env, { waitUntil: (work) => context.waitUntil(work) }))
  },

  async queue(batch, env, context) {
    const { consumeOutbox } = await import('./jobs/outbox.ts')
    await consumeOutbox(createServices(env, { waitUntil: (work) => context.waitUntil(work) }), batch)
  },

  email(message) {
    message.setReject('Complaints are not taken by e-mail at this address. Please use the form on the website.')
  },
} satisfies ExportedHandler<Env, OutboxJob>
