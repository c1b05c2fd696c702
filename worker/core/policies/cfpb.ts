import type { RegimePack } from '../regime.ts'

/**
 * Complaints that the Consumer Financial Protection Bureau of the United States passes on: a timely response (12 U.S.C.
 * 5534(b)), whose times the Bureau's Company Portal Manual sets. Days are calendar days from when the complaint was sent
 * to the company, here its receipt. "In progress" is the holding response.
 */
export const cfpb: RegimePack = {
  id: 'cfpb',
  version: 1,
  source: '12 U.S.C. 5534; CFPB Company Portal Manual',
  calendar: 'US',
  clocks: {
    response: {
      source: 'Company Portal Manual, "Providing a timely response"',
      starts: 'received',
      due: { days: 15 },
      warn: { days: 10 },
      stops: ['decided', 'held', 'closed'],
    },
    final_response: {
      source: 'Company Portal Manual, "Providing a timely response"',
      starts: 'received',
      once: 'held',
      due: { days: 60 },
      warn: { days: 45 },
      stops: ['decided', 'closed'],
    },
    // The consumer's time to comment on the response.
    feedback: {
      source: 'Company Portal Manual, consumer feedback',
      starts: 'decided',
      due: { days: 60 },
      warn: null,
      stops: ['referred'],
    },
  },
  decision: {},
  holding: { source: 'Company Portal Manual, status "In progress"', latest: { days: 60 }, by: 'desk' },
  bodies: [
    {
      kind: 'regulator',
      name: { en: 'Consumer Financial Protection Bureau', 'zh-CN': '美国消费者金融保护局（CFPB）' },
      url: 'https://www.consumerfinance.gov/complaint/',
    },
  ],
  retentionYears: 5,
  reviewOn: '2027-11-01',
}
