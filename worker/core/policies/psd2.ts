import type { RegimePack } from '../regime.ts'

/**
 * Payment services in the European Union: Directive (EU) 2015/2366, article 101. Business days are those of the place of
 * the payment service provider, so the calendar is the policy's own: choose it, as in `standard+psd2@DE`.
 */
export const psd2: RegimePack = {
  id: 'psd2',
  version: 1,
  source: 'Directive (EU) 2015/2366, article 101',
  clocks: {
    // Every point is answered, on paper or another durable medium.
    reply: {
      source: 'Art. 101(2), first subparagraph',
      starts: 'received',
      due: { workingDays: 15 },
      warn: { workingDays: 10 },
      stops: ['decided', 'held', 'closed'],
    },
    // After a holding reply, in exceptional situations beyond the provider's control.
    final_reply: {
      source: 'Art. 101(2), first subparagraph, last sentence',
      starts: 'received',
      once: 'held',
      due: { workingDays: 35 },
      warn: { workingDays: 30 },
      stops: ['decided', 'closed'],
    },
  },
  decision: {
    'psd2.dispute_body': {
      source: 'Art. 101(3)',
      oneOf: ['dispute resolution', 'ADR', 'ombuds', 'mediat', '争议解决', '申诉专员', '调解'],
      wording: {
        en: 'The alternative dispute resolution (ADR) body that is competent for us decides out of court.',
        'zh-CN': '您也可以请对我方有管辖权的替代性争议解决（ADR）机构处理。',
      },
    },
  },
  holding: { source: 'Art. 101(2), first subparagraph', latest: { workingDays: 35 }, by: 'desk' },
  bodies: [],
  // The article sets none.
  retentionYears: 5,
  reviewOn: '2027-11-01',
}
