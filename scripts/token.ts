import { printOnly, withServices } from '../demo/seed/proxy.ts'
import { listStaff } from '../worker/actions/administration.ts'
import { createStaffToken } from '../worker/actions/staffAccess.ts'

/** Prints a new personal access token of a member of staff of the local instance. */
await printOnly(async () => {
  const [email] = process.argv.slice(2)
  if (!email) throw new Error('Usage: npm run -s token -- EMAIL')
  return withServices(async (services) => {
    const staff = (await listStaff(services)).filter(({ active, onlyCase }) => active && onlyCase === null)
    const person = staff.find((member) => member.email === email.toLowerCase())
    const known = staff.map((member) => `  ${member.email}`).join('\n')
    if (!person) throw new Error(`Nobody has the address ${email}. There are:\n${known}`)
    const made = await createStaffToken(services, person.id, { label: 'npm run token' })
    if (!('token' in made)) throw new Error(`No token for ${email}: ${JSON.stringify(made)}`)
    return made.token
  })
})
