import type { Staff } from '../../worker/actions/types.ts'

const person = (
  id: string,
  name: string,
  site: 'trading' | 'events' | null,
  role: Staff['roles'][number],
  department: string,
  seniority: number,
): Staff => ({
  id: `st_${id}`,
  name,
  email: `${id}@${site === 'events' ? 'larkfield' : site === 'trading' ? 'norvane' : 'redress'}.example`,
  roles: [role],
  department,
  seniority,
  sites: site && [`si_${site}`],
  onlyCase: null,
  active: true,
})

/** The demo staff. Their first names begin like their roles, but for the Chinese ones. */
export const people = {
  hanna: person('hanna', 'Hanna Okafor', 'trading', 'handler', 'complaints', 2),
  henrik: person('henrik', 'Henrik Lund', 'trading', 'handler', 'payments', 2),
  tanmei: person('tanmei', '谭梅', 'trading', 'handler', 'client_service', 3),
  sofia: person('sofia', 'Sofia Marchetti', 'trading', 'supervisor', 'complaints', 5),
  samuel: person('samuel', 'Samuel Adeyemi', 'trading', 'supervisor', 'technology', 5),
  ruth: person('ruth', 'Ruth Bergmann', 'trading', 'reviewer', 'legal', 8),
  hugo: person('hugo', 'Hugo Martins', 'events', 'handler', 'participants', 2),
  zhouyan: person('zhouyan', '周燕', 'events', 'handler', 'race_office', 2),
  suyu: person('suyu', '苏雨', 'events', 'supervisor', 'participants', 5),
  rafael: person('rafael', 'Rafael Ortiz', 'events', 'reviewer', 'officials', 8),
  amir: person('amir', 'Amir Haddad', null, 'auditor', 'audit', 6),
  ada: person('ada', 'Ada Nowak', null, 'admin', 'administration', 4),
} as const satisfies Record<string, Staff>

export type PersonKey = keyof typeof people
