import { fail, withServices } from '../demo/seed/proxy.ts'
import { listStaff } from '../worker/actions/administration.ts'
import { createStaffToken } from '../worker/actions/staffAccess.ts'

/** Prints a new personal access token of a member of staff of the local instance, and nothing else. */
const [email] = process.argv.slice(2)
if (!email) fail('Usage: npm run -s token -- EMAIL')

const token = await withServices(async (services) => {
  const staff = (await listStaff(services)).filter(({ active, onlyCase }) => active && onlyCase === null)
  const person = staff.find((member) => member.email === email?.toLowerCase())
  if (!person)
    return fail(`Nobody has the address ${email}. There are:\n${staff.map((s) => `  ${s.email}`).join('\n')}`)
  const made = await createStaffToken(services, person.id, { label: 'npm run token' })
  return 'token' in made ? made.token : fail(`No token for ${email}: ${JSON.stringify(made)}`)
})
console.log(token)
