import type { Attached } from '../intake/uploads.ts'
import { type Draft, given, plain, wishOf } from './draft.ts'

/** The body of `POST /v1/complaints`. */
export const toSubmission = (d: Draft, files: readonly Attached[], authority: Attached | null): object => {
  const behalf = d.behalf === 'yes'
  const wish = wishOf(d)
  const anonymous = !behalf && d.anonymous === 'yes'
  const complainant = anonymous
    ? {}
    : given({
        name: d.name.trim(),
        email: plain(d.email),
        phone: plain(d.phone),
        preferredChannel: d.preferredChannel,
        customerReference: d.customerReference.trim(),
      })
  return {
    ...given({
      category: d.category,
      subject: d.subject.trim(),
      narrative: d.narrative,
      occurredOn: d.occurredOn,
      product: d.product.trim(),
      respondentDepartment: d.department,
      respondentPerson: d.person.trim(),
      vulnerable: d.vulnerable.trim() && d.vulnerable,
    }),
    language: d.language,
    anonymous,
    complainant,
    ...(behalf && {
      representative: {
        name: d.yourName.trim(),
        relation: d.relation.trim(),
        ...given({ email: plain(d.yourEmail), phone: plain(d.yourPhone), authority: authority?.id }),
      },
    }),
    ...(wish && { wish }),
    ...(d.willing && { willing: d.willing === 'yes' }),
    evidence: files.map((file) => file.id),
    consent: d.consent === 'yes',
  }
}
