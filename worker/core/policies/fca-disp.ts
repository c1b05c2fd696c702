import type { RegimePack } from '../regime.ts'

/**
 * The United Kingdom's rules for financial firms: FCA Handbook, Dispute resolution: Complaints, chapter 1. Time runs
 * from receipt of the complaint whatever the firm waits for. A business day is none in England and Wales on a Saturday,
 * Sunday or bank holiday (Glossary). Payment services complaints (DISP 1.6.2AR: 15 and 35 business days) are `psd2`.
 */
export const fcaDisp: RegimePack = {
  id: 'fca-disp',
  version: 1,
  source: 'FCA Handbook, DISP 1',
  calendar: 'GB-EAW',
  clocks: {
    // No duty: resolved by then, a summary resolution communication will do instead of a final response.
    summary_resolution: {
      source: 'DISP 1.5.1R, 1.5.4R',
      starts: 'received',
      due: { workingDays: 3 },
      warn: { workingDays: 2 },
      stops: ['decided', 'accepted', 'closed'],
    },
    // Either a final response or one that tells why there is none yet, when it comes, and of the ombudsman.
    final_response: {
      source: 'DISP 1.6.2R',
      starts: 'received',
      due: { weeks: 8 },
      warn: { weeks: 6 },
      stops: ['decided', 'held', 'closed'],
    },
    // The rule sets no second limit; the date the firm has named is held against it.
    promised_response: {
      source: 'DISP 1.6.2R(2)',
      starts: 'held',
      due: 'promised',
      warn: null,
      stops: ['decided', 'closed'],
    },
    // The complainant's time to go to the ombudsman, from the final response or summary resolution communication.
    referral: {
      source: 'DISP 2.8.2R(1)',
      starts: 'decided',
      due: { months: 6 },
      warn: null,
      stops: ['referred'],
    },
  },
  decision: {
    'fca-disp.ombudsman': {
      source: 'DISP 1.6.2R(1), 1.5.4R(2)',
      oneOf: ['Financial Ombudsman Service', '金融申诉专员服务'],
      wording: {
        en: 'If you remain dissatisfied you can refer your complaint to the Financial Ombudsman Service, free of charge.',
        'zh-CN': '如您仍不满意，可免费将投诉提交金融申诉专员服务机构（Financial Ombudsman Service）。',
      },
    },
    'fca-disp.website': {
      source: 'DISP 1.6.2R(1), 1.5.4R(4)',
      oneOf: ['financial-ombudsman.org.uk'],
      wording: { en: 'https://www.financial-ombudsman.org.uk', 'zh-CN': 'https://www.financial-ombudsman.org.uk' },
    },
    'fca-disp.referral_deadline': {
      source: 'DISP 1.6.2R(1), 2.8.2R(1)',
      oneOf: ['six months', '6 months', '六个月', '6个月', '6 个月'],
      wording: {
        en: 'You must do so within six months of the date of this letter.',
        'zh-CN': '您须在本决定发出之日起六个月内提出。',
      },
    },
    'fca-disp.time_limits': {
      source: 'DISP 1.6.2R(1), 1.5.4R(3), 1 Annex 3R',
      oneOf: ['permission to consider', 'time limits', '时限'],
      wording: {
        en: 'If you do not refer it in time, the Ombudsman will not have our permission to consider your complaint and so will only be able to do so in very limited circumstances.',
        'zh-CN': '逾期提出的，我们不同意放弃时限，申诉专员仅在极少数情形下可以受理。',
      },
    },
  },
  holding: { source: 'DISP 1.6.2R(2)', by: 'desk' },
  bodies: [
    {
      kind: 'ombudsman',
      name: { en: 'Financial Ombudsman Service', 'zh-CN': '金融申诉专员服务机构（Financial Ombudsman Service）' },
      url: 'https://www.financial-ombudsman.org.uk',
    },
  ],
  // DISP 1.9.1R asks for three years, five for MiFID business.
  retentionYears: 5,
  reviewOn: '2027-11-01',
}
