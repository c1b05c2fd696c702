/** What a test in the `worker` project finds in `env`: the bindings of wrangler.toml, test secrets, the migrations. */
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import('../../../worker/index.ts')
  }
  interface Env {
    DB: D1Database
    EVIDENCE: R2Bucket
    OUTBOX: Queue
    EMAIL: SendEmail
    ASSETS: Fetcher
    LIMIT_PUBLIC: RateLimit
    LIMIT_AUTH: RateLimit
    ENVIRONMENT: string
    ORIGIN: string
    MASTER_KEYS: string
    INDEX_KEYS: string
    SIGNING_KEYS: string
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}
