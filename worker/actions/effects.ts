import type { Appended } from '../core/decide/index.ts'
import type { Event } from '../core/events.ts'
import { copyCredential, deleteLinks, endAccess } from '../store/access.ts'
import { type Contact, deleteContact, insertContact } from '../store/contacts.ts'
import { eraseStatements } from '../store/erase.ts'
import { saveStaffStatement } from '../store/staff.ts'
import { blindIndex, blindIndexes } from '../vault/blindIndex.ts'
import type { Card } from './card.ts'
import type { Services } from './services.ts'
import { sealStaff } from './staffRecords.ts'

/** What events change beside the case itself: who can be found, who has access, who is on the staff. */
export const effectsOf = async (
  services: Services,
  appended: Appended,
  before: Card | null,
  after: Card,
): Promise<D1PreparedStatement[]> => {
  const erased = appended.case.erasedAt !== null
  const contacts = await contactChanges(services, appended, before, erased ? null : after)
  const others = await Promise.all(appended.events.map((event) => effectOf(services, appended, event)))
  return [...contacts, ...others.flat()]
}

const effectOf = async (services: Services, { case: c }: Appended, event: Event): Promise<D1PreparedStatement[]> => {
  const { db } = services
  const { reference } = c
  switch (event.type) {
    case 'received':
      return event.facts.link ? [copyCredential(db, event.facts.link.reference, reference)] : []
    case 'contact_corrected': {
      const { email, phone } = event.text ?? {}
      // Whoever has the old address must not confirm, or open the case, in the name of the new one.
      return [
        ...(email === undefined ? [] : [deleteLinks(db, reference, 'email')]),
        ...(phone === undefined ? [] : [deleteLinks(db, reference, 'phone')]),
      ]
    }
    case 'representative_verified':
      return event.facts.accepted ? [] : endAccess(db, reference, event.facts.representative)
    case 'representative_revoked':
      return endAccess(db, reference, event.facts.representative)
    case 'outside_appointed': {
      const { appointee: id, seniority } = event.facts
      const { name = '', email = '' } = event.text ?? {}
      const { record, email: blind } = await sealStaff(await services.keys(), {
        id,
        name,
        email,
        roles: ['outside'],
        department: '',
        seniority,
        sites: [c.site],
        onlyCase: reference,
        active: true,
      })
      return [saveStaffStatement(db, record, blind)]
    }
    case 'erased':
      return eraseStatements(
        db,
        reference,
        c.evidence.map(({ id }) => id),
        services.now(),
      )
    default:
      return []
  }
}

const KINDS = ['email', 'phone'] as const

const contactChanges = async (
  services: Services,
  { case: { site, reference } }: Appended,
  before: Card | null,
  after: Card | null,
): Promise<D1PreparedStatement[]> => {
  const { db } = services
  const { index } = await services.keys()
  const changes = KINDS.map(async (kind) => {
    const [old, now] = [before?.complainant[kind], after?.complainant[kind]]
    if (old === now) return []
    // What was stored before a rotation of keys is under an older one.
    const gone = old === undefined ? [] : await blindIndexes(index, site, kind, old)
    const blind = now === undefined ? null : await blindIndex(index, site, kind, now)
    return [
      ...gone.map((b) => deleteContact(db, site, reference, { kind, blind: b } satisfies Contact)),
      ...(blind ? [insertContact(db, site, reference, { kind, blind })] : []),
    ]
  })
  return (await Promise.all(changes)).flat()
}
