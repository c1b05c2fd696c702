import type { RegimePack } from '../regime.ts'

/** 期间开始的当日不计；最后一日是法定休假日的，以次日为最后一日；有业务时间的，到停止业务活动的时间截止（《民法典》第201、203条）。 */
const days = (count: number) => ({ days: count, until: 'close_of_business', lastDay: 'worked' }) as const

/**
 * Banks and insurers in mainland China: 《银行业保险业消费投诉处理管理办法》 (order no. 3 of 2020 of the China Banking and Insurance
 * Regulatory Commission, in force from 1 March 2020), chapter III. Its order of recusal (回避) is PROCESS rule 2. An appeal
 * is what it calls 核查: asked for within 30 days of the decision, decided within 30 days of the asking.
 */
export const cnBanking2020: RegimePack = {
  id: 'cn-banking-2020',
  version: 1,
  source: '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）',
  calendar: 'CN',
  clocks: {
    // 事实清楚、争议情况简单的：自收到之日起15日内作出处理决定并告知。
    decision: {
      source: '第三章，作出处理决定的期限（15日）',
      starts: 'received',
      due: days(15),
      warn: { days: 10 },
      stops: ['decided', 'investigation', 'held', 'closed'],
    },
    // 情况复杂的可以延长至30日: what has to be investigated is not simple.
    complex_decision: {
      source: '第三章，作出处理决定的期限（30日）',
      starts: 'received',
      once: 'investigation',
      due: days(30),
      warn: { days: 20 },
      stops: ['decided', 'held', 'closed'],
    },
    // 情况特别复杂或者有其他特殊原因的，经审批并告知投诉人，可以再延长30日。
    extended_decision: {
      source: '第三章，再延长30日',
      starts: 'received',
      once: 'held',
      due: days(60),
      warn: { days: 50 },
      stops: ['decided', 'closed'],
    },
    // 自收到处理决定之日起30日内申请核查。
    review_window: {
      source: '第三章，申请核查的期限（30日）',
      starts: 'decided',
      due: days(30),
      warn: null,
      stops: ['appealed'],
    },
    // 自收到核查申请之日起30日内作出核查决定并告知。
    review: {
      source: '第三章，核查决定的期限（30日）',
      starts: 'appealed',
      due: days(30),
      warn: { days: 20 },
      stops: ['appeal_decided'],
    },
  },
  // 告知处理决定时，说明可以采取的申请核查、调解、仲裁、诉讼等救济途径。
  decision: {
    'cn-banking-2020.review': {
      source: '第三章，告知救济途径',
      oneOf: ['核查', 'review (核查)', 'a review'],
      wording: {
        en: 'Within 30 days of receiving this decision you can apply for a review (核查).',
        'zh-CN': '您可以自收到处理决定之日起30日内申请核查。',
      },
    },
    'cn-banking-2020.mediation': {
      source: '第三章，告知救济途径',
      oneOf: ['调解', 'mediation'],
      wording: { en: 'You can ask for mediation.', 'zh-CN': '您可以申请调解。' },
    },
    'cn-banking-2020.courts': {
      source: '第三章，告知救济途径',
      oneOf: ['仲裁', '诉讼', 'arbitration', 'court'],
      wording: { en: 'You can go to arbitration or to court.', 'zh-CN': '您可以依法申请仲裁或者提起诉讼。' },
    },
  },
  holding: { source: '第三章，再延长30日，须经审批并告知投诉人', latest: days(60), by: 'supervisor' },
  bodies: [
    {
      kind: 'mediation',
      name: { en: 'A mediation body of the banking or insurance industry', 'zh-CN': '银行业保险业纠纷调解组织' },
    },
    { kind: 'arbitration', name: { en: 'Arbitration', 'zh-CN': '仲裁机构' } },
  ],
  // The order asks for no fewer than three years after the complaint was dealt with.
  retentionYears: 5,
  reviewOn: '2027-11-01',
}
