import type { Router } from '../router.ts'

const DESCRIPTION = `File, follow and handle complaints.

**Who calls.** Every credential goes into \`Authorization: Bearer …\`; which kinds a route takes stands with it. The API reads no cookies.

**Errors** are problem details (RFC 9457): decide by \`code\`, show \`title\` and \`detail\`, which come in the language of \`Accept-Language\` (English, Simplified Chinese). \`errors\` points at single fields.

**Repeating.** Send an \`Idempotency-Key\` with every POST. Repeating it with the same body within 24 hours gives the same answer and does nothing; with another body it is refused.

**Times** are RFC 3339 in UTC, money is minor units with an ISO 4217 code, languages are BCP 47. An unknown field is an error, never ignored.`

const bearer = (bearerFormat: string, description: string) =>
  ({ type: 'http', scheme: 'bearer', bearerFormat, description }) as const

const SCHEMES = {
  intake: bearer('it_…', 'Intake token, earned by solving a challenge: uploads and files one complaint on one site.'),
  session: bearer('rs_…', 'Session of a complainant or representative, opened with number and access code: one case.'),
  partner: bearer('rk_…', 'A partner’s API key: one site, with scopes.'),
  staff: bearer('rp_…', 'A staff member’s personal access token: acts as that person.'),
} as const

/** The OpenAPI 3.1 document of these routes. `origin` is where they are served. */
export const documentOf = (api: Router, origin: string) => {
  for (const [name, scheme] of Object.entries(SCHEMES)) {
    api.openAPIRegistry.registerComponent('securitySchemes', name, scheme)
  }
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Redress', version: '1.0.0', description: DESCRIPTION, license: { name: 'MIT' } },
    servers: [{ url: origin }],
    tags: [
      { name: 'Intake', description: 'From a site’s form to a complaint with a number.' },
      { name: 'Evidence', description: 'Files: uploaded part by part, verified, handed out as attachments only.' },
      { name: 'Sessions', description: 'How a complainant opens their case.' },
      { name: 'Complaints', description: 'The case, its commands and its ledger.' },
      { name: 'Reports', description: 'Figures over many cases.' },
    ],
  })
}

export type ApiDocument = ReturnType<typeof documentOf>
