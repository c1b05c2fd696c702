import { existsSync, readFileSync } from 'node:fs'
import { instance } from '../demo/seed/instance.ts'
import { people } from '../demo/seed/people.ts'
import type { TrackerAccess } from '../demo/seed/worker.ts'

/** Prints who the demo staff are, how to sign in as them, and the case to try the tracker with. */
const { origin, accessFile } = instance
const staff = Object.values(people)
const roles = ['handler', 'supervisor', 'reviewer', 'auditor', 'admin']
const sorted = roles.flatMap((role) => staff.filter((person) => person.roles.some((held) => held === role)))

console.log(`Demo staff: sign in with one click on ${origin}/admin, or use the API with npm run -s token -- EMAIL\n`)
for (const { name, email, roles, sites, department } of sorted) {
  const site = sites?.map((id) => id.replace('si_', '')).join(', ') ?? 'both sites'
  console.log(`  ${email.padEnd(28)}${roles.join(', ').padEnd(12)}${site.padEnd(12)}${department.padEnd(16)}${name}`)
}

if (existsSync(accessFile)) {
  const access = JSON.parse(readFileSync(accessFile, 'utf8')) as TrackerAccess
  console.log(`\nTracker, to try on ${origin}/c/pk_demo_trading#track (number, access code):\n`)
  for (const [language, { reference, accessCode }] of Object.entries(access).sort())
    console.log(`  ${language.padEnd(8)}${reference}   ${accessCode}`)
}
