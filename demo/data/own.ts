import type { RemedyKind } from '../../worker/core/vocabulary.ts'

/** A complaint in somebody's own words. */
export interface Account {
  language: 'en' | 'zh-CN'
  category: string
  product?: string
  subject: string
  narrative: string
  wish?: { kind: RemedyKind; money?: { amount: number; currency: string }; text?: string }
  willing?: boolean
  vulnerable?: string
}

const cny = (yuan: number) => ({ amount: yuan * 100, currency: 'CNY' })
const eur = (euros: number) => ({ amount: euros * 100, currency: 'EUR' })

/** Written for this repository. */
export const own = {
  // Trading, Chinese

  withdrawalLate: {
    language: 'zh-CN',
    category: 'account_payment',
    product: '出金 · 银行卡',
    subject: '出金五个工作日未到账，客服每次说法都不一样',
    narrative:
      '我在本月初提交了一笔 18,600 元的出金申请，平台显示“处理中”。帮助页面写的是一到两个工作日到账，' +
      '可是到今天已经第六个工作日了。\n\n我先后三次联系在线客服：第一次说银行在排队，第二次说需要补充银行卡照片（我当天就上传了），' +
      '第三次又说系统里没有看到照片。钱是准备交房租的，因为迟迟不到，我向朋友借了款，还付了利息。\n\n' +
      '希望尽快到账，并说明到底是哪个环节出了问题。',
    wish: { kind: 'compensation', money: cny(200), text: '尽快到账，并补偿我借款产生的利息 200 元。' },
    willing: true,
  },
  stopLoss: {
    language: 'zh-CN',
    category: 'trade_result',
    product: 'XAU/USD 差价合约',
    subject: '平台卡顿五秒，止损单滑点严重',
    narrative:
      '非农数据公布当晚，我持有 2 手黄金多单，止损设在 2655.00。20:31:04 价格触及止损，但是平台界面卡住不动，' +
      '直到 20:31:09 才成交，成交价 2649.20，比我的止损价低了 5.80，多亏损一千一百多美元。\n\n' +
      '我对比了另外两家平台同一时间的报价，2654 到 2650 之间一直有成交。你们的宣传写着“毫秒级执行”，' +
      '五秒的延迟不是市场行情，是系统问题。截图附后。',
    wish: { kind: 'compensation', money: { amount: 116_000, currency: 'USD' }, text: '按止损价重新结算差额 1,160 美元。' },
    willing: true,
  },
  overnightFee: {
    language: 'zh-CN',
    category: 'fees',
    product: 'USD/CNY',
    subject: '周三隔夜利息被收三倍，开户时没有告知',
    narrative:
      '我的账户每逢周三隔夜利息都是平时的三倍，一个月下来比我预计的多付了 412 元。开户经理只说“隔夜有少量利息”，' +
      '从来没有提过周三按三天计。合同里我翻了很久，才在附件第 14 页看到一行小字。\n\n' +
      '我不反对按规则收费，但是这么重要的规则应该在下单的时候写清楚。',
    wish: { kind: 'refund', money: cny(412), text: '退还多收部分，并在下单页面写明计息规则。' },
    willing: true,
  },
  rudeAgent: {
    language: 'zh-CN',
    category: 'service',
    subject: '客服态度恶劣，直接挂断电话',
    narrative:
      '昨天下午我打电话问实名认证为什么被退回，接线的客服（工号 3307）没等我说完就说“自己看短信”，' +
      '我追问了一句，他说“听不懂就别炒”，然后挂断了电话。我再打过去等了四十分钟，没有人接。\n\n' +
      '认证到现在还是没有通过，也没有人告诉我缺什么。我要求调取录音，并由本人道歉。',
    wish: { kind: 'apology', text: '由当事客服道歉，并告诉我认证到底缺什么材料。' },
    willing: true,
  },
  rudeAgentAgain: {
    language: 'zh-CN',
    category: 'service',
    subject: '再次投诉：工号 3307 的客服挂断电话',
    narrative: '前几天就客服 3307 挂断电话的事提交过投诉，编号记不清了，所以再交一次。请尽快处理。',
    wish: { kind: 'apology' },
    willing: true,
  },
  adviser: {
    language: 'zh-CN',
    category: 'marketing_advice',
    product: '“专属顾问”服务',
    subject: '“专属顾问”以内部消息诱导我母亲加金三万元',
    narrative:
      '我母亲今年六十七岁，两个月前加了贵平台一位自称“专属顾问小林”的人。对方每天发喊单截图，说有内部消息、稳赚不赔，' +
      '让她把退休金转进来。她一共入金三万元，一周之内亏掉了两万一千。\n\n' +
      '聊天记录里写得清清楚楚：“亏了我负责”。出事之后这个人就不回消息了。我代母亲投诉，请核实此人是不是你们的员工，' +
      '并且先停止他继续联系别的老人。',
    wish: { kind: 'refund', money: cny(21_000), text: '退还亏损，并查清该顾问的身份。' },
    willing: true,
    vulnerable: '投诉人六十七岁，入金是退休金，近期情绪低落。',
  },
  idPhoto: {
    language: 'zh-CN',
    category: 'privacy',
    subject: '上传的身份证照片出现在别人的工单里',
    narrative:
      '今天早上我在工单页面里看到了一张陌生人的身份证照片，同时有一位网友联系我，说在他的工单里看到了我的。' +
      '他发给我的截图上，我的姓名、住址、证件号码都清楚可见。\n\n请立即停止这个页面，并书面告诉我有多少人看到过我的证件、' +
      '你们打算怎么补救。',
    wish: { kind: 'correction', text: '立即删除，并书面说明泄露范围。' },
    willing: true,
  },

  // Sports events, Chinese

  chipFailed: {
    language: 'zh-CN',
    category: 'trade_result',
    product: '石楠山半程马拉松',
    subject: '计时芯片失灵，成绩单上写着“未完赛”',
    narrative:
      '我参加了石楠山半程马拉松，号码 1203，全程跑完，终点还和朋友合了影。可是成绩单上我的成绩是“DNF 未完赛”，' +
      '查分段成绩发现十五公里之后的感应点都没有记录。\n\n我的手表记录是 1 小时 52 分，轨迹完整。' +
      '我靠这场比赛的成绩报名春天的全马，资格截止日期就在月底，请尽快核实。',
    wish: { kind: 'correction', text: '根据终点录像更正成绩。' },
    willing: true,
  },
  waterStation: {
    language: 'zh-CN',
    category: 'service',
    product: '灯笼十公里',
    subject: '八公里补给站没有水，我在路边晕倒',
    narrative:
      '当天气温三十二度，路书上写明八公里处有补给站。我跑到的时候桌子上只剩空杯子，志愿者说水已经发完半个小时了。' +
      '我坚持跑到九公里时头晕倒在路边，是观众叫的救护车，医院诊断为中度中暑。\n\n' +
      '我后面还有几百人。希望主办方认真对待，这是会出人命的事情。',
    wish: { kind: 'process_change', text: '公开补给配置的整改方案，并承担医药费 680 元。', money: cny(680) },
    willing: true,
  },
  transferRefund: {
    language: 'zh-CN',
    category: 'account_payment',
    product: '奥林湖铁人三项',
    subject: '赛事改期后退费申请一个月没有结果',
    narrative:
      '奥林湖铁人三项因为水质原因改到五月，公告承诺不能参加的选手可以全额退报名费。我在公告当天就提交了退费申请，' +
      '到现在整整一个月，系统里一直是“审核中”，邮件也没有人回复。报名费是 680 元。',
    wish: { kind: 'refund', money: cny(680), text: '按公告全额退费。' },
    willing: true,
  },
  lineCall: {
    language: 'zh-CN',
    category: 'trade_result',
    product: '青少年羽毛球公开赛 U13',
    subject: '关键分司线误判，教练申诉被当场拒绝',
    narrative:
      '孩子在 U13 八分之一决赛第三局 19 平时，对方的球明显出界，司线员被挡住了视线没有表态，主裁判判了界内。' +
      '教练当场要求查看录像，裁判说“没有这个规定”。可是秩序册第八条写着：淘汰赛阶段教练可以申请一次录像复核。\n\n' +
      '比赛已经过去，我们不要求改成绩，只想知道规则到底算不算数。家长拍的视频可以提供。',
    wish: { kind: 'explanation', text: '请说明录像复核的规则当天为什么没有执行。' },
    willing: true,
  },
  volunteerWords: {
    language: 'zh-CN',
    category: 'service',
    product: '港口半程马拉松 · 志愿者',
    subject: '存包处负责人当众训斥志愿者',
    narrative:
      '我是存包处的一名志愿者，不方便留名字。负责人当着选手的面骂一位大一的同学“脑子有病”，只因为她把两个号段放反了。' +
      '那位同学哭着做完了一上午。我们是来帮忙的，不是来挨骂的。希望主办方对负责人做培训，别再让这样的人带队。',
    wish: { kind: 'staff_training' },
    willing: false,
  },
  bagLost: {
    language: 'zh-CN',
    category: 'service',
    product: '石楠山半程马拉松 · 存包',
    subject: '存包丢失，里面有外套和充电宝',
    narrative:
      '赛后去取包，工作人员找了二十分钟说没有。包是赛事统一发的黄色袋子，号码 2051，里面有一件外套、一个充电宝和一把车钥匙。' +
      '车钥匙最要紧，我是打车回家的。',
    wish: { kind: 'compensation', money: cny(850), text: '找回，或者照价赔偿 850 元。' },
    willing: true,
  },

  // Sports events, English

  wrongTime: {
    language: 'en',
    category: 'trade_result',
    product: 'Heather Hills half marathon',
    subject: 'My time is four minutes too slow and I lost my age group',
    narrative:
      'I finished Heather Hills in 1:42:07 by the clock over the line, there is a photograph of it with me underneath. ' +
      'The result list says 1:46:07. That puts me fourth in my age group instead of second.\n\nI asked at the results ' +
      'tent on the day and the man at the laptop told me "the system does not make mistakes". It made one here. My ' +
      'number was 1184.',
    wish: { kind: 'correction', text: 'Correct the time and the age group list.' },
    willing: true,
  },
  heatCancelled: {
    language: 'en',
    category: 'schedule_venue',
    product: 'Orrin Triathlon, sprint',
    subject: 'Our wave was cancelled at the water’s edge and nobody will refund the entry',
    narrative:
      'Wave 4 stood in wetsuits for fifty minutes and was then told that the swim was off because of wind, and the bike ' +
      'too, because the marshals had gone home. We drove three hours. Waves 1 to 3 raced in the same wind. The rules ' +
      'promise half the fee when a start is cancelled on the day. I have asked twice by e-mail.',
    wish: { kind: 'refund', money: eur(44), text: 'Half of the entry fee, as your own rules say.' },
    willing: true,
  },
  wheelchairStart: {
    language: 'en',
    category: 'accessibility',
    product: 'Harbour Half Marathon',
    subject: 'The wheelchair start was blocked by a van',
    narrative:
      'The catering van stood across the dropped kerb at the wheelchair start from 8:10 to 8:55. The marshal would not ' +
      'call anyone. Two of us were lifted over the kerb by strangers, which is neither safe nor dignified, and we started ' +
      'into the back of the running field. I was told that my time would be "adjusted". I do not want an adjusted time, I ' +
      'want a start line I can reach.',
    wish: { kind: 'process_change', text: 'A person responsible for the wheelchair start, by name, on the day.' },
    willing: true,
    vulnerable: 'Wheelchair user; lifting can injure my shoulder.',
  },
  steward: {
    language: 'en',
    category: 'service',
    product: 'Lantern Ten',
    subject: 'A steward swore at my twelve-year-old son',
    narrative:
      'My son crossed the tape to pick up his glove. A steward in an orange vest took him by the hood and used words I ' +
      'will not write down. Other parents heard it. I asked for his name and he turned away. I write by letter because I ' +
      'want this on paper.',
    wish: { kind: 'apology', text: 'An apology to my son, in writing.' },
    willing: true,
  },
  roadClosed: {
    language: 'en',
    category: 'schedule_venue',
    subject: 'Quay Road was closed until the evening',
    narrative:
      'I live on Quay Road and do not care about running. The city closed the road at five in the morning and opened it ' +
      'at seven in the evening, although your race was over at one. I missed a hospital appointment. I want the closure ' +
      'plan changed.',
    wish: { kind: 'process_change' },
    willing: true,
  },
  draw: {
    language: 'en',
    category: 'trade_result',
    product: 'Junior Badminton Open',
    subject: 'Three of the four best seeds are in one half of the draw',
    narrative:
      'The under 15 draw was published last night. Seeds 1, 2 and 4 are all in the upper half. The regulations say that ' +
      'seeds 1 and 2 go to opposite ends. Please look at it before Saturday, not after.',
    wish: { kind: 'reexamination', text: 'Draw again.' },
    willing: true,
  },
  photos: {
    language: 'en',
    category: 'privacy',
    product: 'Junior Badminton Open, gallery',
    subject: 'Photographs of my daughter with her full name on your website',
    narrative:
      'When we entered I did not tick the box for photographs. There are eleven pictures of my daughter in the gallery, ' +
      'two of them with her full name and school in the caption. For reasons I would rather explain on the telephone, ' +
      'nobody is supposed to learn where she goes to school.',
    wish: { kind: 'correction', text: 'Take them down today and tell me who else has them.' },
    willing: true,
    vulnerable: 'There is a court order that protects our address.',
  },
  chargedTwice: {
    language: 'en',
    category: 'account_payment',
    product: 'Lantern Ten, entry',
    subject: 'Charged twice for one entry',
    narrative:
      'The payment page hung, I pressed the button again, and now 32 euros have left my account twice. There is only one ' +
      'entry in my name. The chat told me to wait three days; that was two weeks ago.',
    wish: { kind: 'refund', money: eur(32), text: 'One of the two payments back.' },
    willing: true,
  },
  medal: {
    language: 'en',
    category: 'service',
    product: 'Heather Hills half marathon',
    subject: 'No medals and no soup for the last two hundred',
    narrative:
      'Those of us who need more than two and a half hours paid the same fee. At the finish there were no medals left, no ' +
      'soup, and the arch was being let down while people were still running towards it. The announcer made a joke about ' +
      'it. We are the people who come back every year.',
    wish: { kind: 'replacement', text: 'A medal, and a finish that stays open until the last runner is in.' },
    willing: true,
  },
} as const satisfies Record<string, Account>

export type Own = keyof typeof own
