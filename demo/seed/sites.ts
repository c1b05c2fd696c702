import type { Site } from '../../worker/actions/types.ts'

const policy = { id: 'standard', version: 1 }
const locales = ['en', 'zh-CN']

/** The two demo sites, embedded by the pages that `demoOrigin` serves. */
export const sites = (demoOrigin: string): Site[] => [
  {
    id: 'si_trading',
    publicKey: 'pk_demo_trading',
    name: { en: 'Norvane Markets', 'zh-CN': '诺凡交易' },
    origins: [demoOrigin],
    locales,
    currencies: ['USD', 'CNY', 'EUR', 'GBP', 'HKD'],
    departments: [
      { id: 'trading', label: { en: 'Trading and execution', 'zh-CN': '交易与执行部' } },
      { id: 'payments', label: { en: 'Payments and accounts', 'zh-CN': '支付与账户部' } },
      { id: 'technology', label: { en: 'Technology', 'zh-CN': '技术部' } },
      { id: 'client_service', label: { en: 'Client service', 'zh-CN': '客户服务部' } },
      { id: 'marketing', label: { en: 'Marketing and advice', 'zh-CN': '市场与顾问部' } },
      { id: 'complaints', label: { en: 'Complaints team', 'zh-CN': '投诉处理部' } },
      { id: 'legal', label: { en: 'Legal and compliance', 'zh-CN': '法务与合规部' } },
    ],
    links: { terms: `${demoOrigin}/trading/legal.html#terms`, privacy: `${demoOrigin}/trading/legal.html#privacy` },
    texts: {
      introduction: {
        en: 'Tell us what went wrong with your account, an order, a payment or our service. It takes about five minutes.',
        'zh-CN': '账户、订单、出入金或服务有问题，请在这里告诉我们。填写大约需要五分钟。',
      },
      eligibility: {
        en: 'For everyone who has, had or tried to open an account with Norvane Markets, and for whoever acts for them with written authority.',
        'zh-CN': '凡是在诺凡交易开户、曾经开户或申请过开户的人都可以投诉，也可以书面授权他人代为投诉。',
      },
    },
    theme: { accent: '#2a66d9', radius: '10px' },
    policy,
    mailFrom: 'complaints@norvane.example',
  },
  {
    id: 'si_events',
    publicKey: 'pk_demo_events',
    name: { en: 'Larkfield', 'zh-CN': '云雀赛事' },
    origins: [demoOrigin],
    locales,
    currencies: ['EUR', 'CNY', 'USD'],
    departments: [
      { id: 'race_office', label: { en: 'Race office', 'zh-CN': '赛事办公室' } },
      { id: 'officials', label: { en: 'Officials and results', 'zh-CN': '裁判与成绩组' } },
      { id: 'venues', label: { en: 'Venues and supplies', 'zh-CN': '场地与补给组' } },
      { id: 'entries', label: { en: 'Entries and payments', 'zh-CN': '报名与支付组' } },
      { id: 'participants', label: { en: 'Participants’ desk', 'zh-CN': '参赛者服务组' } },
    ],
    links: { terms: `${demoOrigin}/events/legal.html#terms`, privacy: `${demoOrigin}/events/legal.html#privacy` },
    texts: {
      introduction: {
        en: 'A wrong time, a cancelled start, a refund that never came, an unkind word: tell us, and follow it until it is put right.',
        'zh-CN': '成绩有误、临时取消、退费没到、言语不当，都请告诉我们。您可以随时查看进度，直到问题解决。',
      },
      eligibility: {
        en: 'For everyone who took part, watched, helped or lives along the course, and for parents on behalf of their children.',
        'zh-CN': '参赛者、观众、志愿者和沿线居民都可以投诉，家长可以代孩子投诉。',
      },
    },
    theme: { accent: '#c9380f', radius: '14px' },
    policy,
    mailFrom: 'put-it-right@larkfield.example',
  },
]
