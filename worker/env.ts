/** Bindings and variables of the Worker, as wrangler.toml declares them. */
export interface Env {
  DB: D1Database
  EVIDENCE: R2Bucket
  OUTBOX: Queue<OutboxJob>
  EMAIL: SendEmail
  ASSETS: Fetcher
  LIMIT_PUBLIC: RateLimit
  LIMIT_AUTH: RateLimit
  /** `local` opens the mailbox page and the demo sign-in; anything else is treated as production. */
  ENVIRONMENT: string
  /** JSON, version to base64 key of 32 bytes; the highest version seals, the others only open. */
  MASTER_KEYS: string
  INDEX_KEYS: string
  /** JSON, key id to private Ed25519 JWK; the last one signs. */
  SIGNING_KEYS: string
  /** Address messages come from, unless a site names its own. */
  MAIL_FROM?: string
  /** Origin of this installation as links in messages name it, e.g. `https://redress.example`. Never taken from a request. */
  PUBLIC_ORIGIN?: string
  /** Where to report a security hole, as a URI (`mailto:` or `https:`); makes /.well-known/security.txt appear. */
  SECURITY_CONTACT?: string
}

/** What the queue carries: the id of an outbox row, nothing personal. */
export interface OutboxJob {
  message: string
}
