import { own } from '../data/own.ts'
import { type Story, step } from './story.ts'
import { telling } from './telling.ts'

const t = telling('zh-CN')
const cny = (yuan: number) => ({ amount: yuan * 100, currency: 'CNY' })
const usd = (dollars: number) => ({ amount: dollars * 100, currency: 'USD' })

/** Cases of the trading platform in Chinese. */
export const tradingChinese: Story[] = [
  {
    name: '出金',
    site: 'trading',
    received: [27, '02:40'],
    filed: { by: 'visitor' },
    account: own.withdrawalLate,
    person: { name: '王建国', email: 'wang.jianguo@mail.example', phone: '+86 138 0000 2201' },
    steps: [
      ...t.review(
        'tanmei',
        'sofia',
        {
          category: 'account_payment',
          risk: 'medium',
          department: 'payments',
          points: ['出金申请超过承诺时间未到账。', '客服三次答复互相矛盾，已上传的照片被说成没有收到。'],
        },
        '6h',
      ),
      ...t.confirmPoints(),
      ...t.investigate('tanmei'),
      ...t.learn(
        'tanmei',
        '支付与账户部',
        '照片已于当天收到，但是归入了另一张工单；付款指令因此一直停在人工复核队列。',
      ),
      ...t.assess(
        'tanmei',
        '核对了出金流水、三次客服记录和工单系统日志。',
        [
          ['upheld', '付款指令在人工复核队列停留了六天，超过承诺的两个工作日。'],
          ['upheld', '照片当天已经收到，客服没有查到是因为归错了工单。'],
        ],
        ['process_gap', '补件与原工单没有自动关联，人工复核队列没有超时提醒。'],
      ),
      ...t.propose('tanmei', '两项投诉均成立。款项应立即支付，您因此付出的利息由我们承担。', [
        { kind: 'correction', content: '当日支付 18,600 元出金款。', owner: 'payments', inDays: 4 },
        { kind: 'compensation', content: '补偿借款利息 200 元。', money: cny(200), owner: 'payments', inDays: 7 },
      ]),
      ...t.offer('tanmei'),
      ...t.accept('同意，请尽快。', '4h'),
      ...t.carryOut('tanmei', ['已付款，银行回单号 2211-0937。', '已随同一账户支付。'], '5h'),
      ...t.report('tanmei'),
      ...t.satisfied(5, '到账了，处理得很快，也解释得很清楚。'),
    ],
  },
  {
    name: '止损',
    site: 'trading',
    received: [17, '12:55'],
    filed: { by: 'visitor' },
    account: own.stopLoss,
    person: { name: '陈立', email: 'chen.li@mail.example' },
    files: ['stop-loss.png'],
    steps: [
      ...t.review('tanmei', 'sofia', {
        category: 'trade_result',
        risk: 'medium',
        department: 'trading',
        points: ['止损单触发后五秒才成交。', '成交价偏离止损价 5.80 美元，差额应由平台承担。'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('tanmei'),
      ...t.learn(
        'tanmei',
        '技术部',
        '20:31:04 至 20:31:09 撮合网关有一次主备切换，期间订单排队；同期市场报价确有剧烈波动。',
      ),
      ...t.assess(
        'tanmei',
        '核对了网关日志、逐笔报价和客户提供的截图。',
        [
          ['upheld', '网关切换造成五秒排队，与市场无关。', 'all'],
          ['partly_upheld', '若无排队，按逐笔报价应成交于 2652.10，仍有 2.90 美元属于行情滑点。', 'all'],
        ],
        ['system_fault', '主备切换没有把止损单列为优先。'],
      ),
      ...t.propose('tanmei', '排队造成的部分由我们承担，行情造成的部分不在承诺范围内。', [
        {
          kind: 'compensation',
          content: '按 2652.10 重新结算，补差额的一半。',
          money: usd(290),
          owner: 'trading',
          inDays: 10,
        },
      ]),
      ...t.offer('tanmei'),
      ...t.reject('排队是你们的问题，为什么只补一半？', {
        kind: 'compensation',
        money: usd(1160),
        text: '按止损价结算。',
      }),
      ...t.propose('tanmei', '重新核算后，排队部分应当全额承担。', [
        {
          kind: 'compensation',
          content: '按 2652.10 重新结算，补足差额。',
          money: usd(580),
          owner: 'trading',
          inDays: 14,
        },
        { kind: 'process_change', content: '主备切换时止损单优先成交。', owner: 'technology', inDays: 30 },
      ]),
      ...t.approve('sofia', '核算正确。'),
      ...t.offer('tanmei', '这是最终方案。'),
      ...t.appeal('五秒之内的全部损失都应由平台承担，行情部分本来就不该由我承担，因为我已经设了止损。', '-28h'),
    ],
  },
  {
    name: '隔夜利息',
    site: 'trading',
    received: '-60h',
    filed: { by: 'visitor' },
    account: own.overnightFee,
    person: { name: '刘婷', email: 'liu.ting@mail.example', customerReference: '7-31882' },
    steps: [
      ...t.review(
        'tanmei',
        'sofia',
        {
          category: 'fees',
          department: 'trading',
          points: ['周三按三天计收隔夜利息，下单时没有说明。'],
          ask: false,
        },
        '6h',
      ),
      ...t.planAtOnce('tanmei', '-38h'),
      ...t.find('tanmei', ['partly_upheld', '规则写在合同附件里，收取没有错；但是下单页面没有提示，告知不充分。']),
      ...t.propose(
        'tanmei',
        '按规则收取的部分不予退还，但是告知不充分是我们的责任，因此退还一半并改进页面。',
        [
          { kind: 'refund', content: '退还一半，206 元。', money: cny(206), owner: 'payments', inDays: 20 },
          {
            kind: 'process_change',
            content: '下单页面显示每天的隔夜利息，周三注明按三天计。',
            owner: 'technology',
            inDays: 45,
          },
        ],
        '-32h',
      ),
      step('-30h', 'tanmei', {
        type: 'offer_plan',
        timetable: t.say.timetable,
        howToAppeal: t.say.howToAppeal,
        whomElse: t.say.whomElse,
      }),
    ],
  },
  {
    name: '客服',
    site: 'trading',
    received: '-91h',
    filed: { by: 'visitor' },
    account: own.rudeAgent,
    person: { name: '赵敏', email: 'zhao.min@mail.example' },
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'service',
        nature: 'subjective',
        department: 'client_service',
        points: ['工号 3307 的客服出言不逊并挂断电话。', '没有人告知认证缺少哪些材料。'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hanna'),
      ...t.learn('hanna', '客户服务部', '录音已调取：客服确有“听不懂就别炒”一句，随后挂断。', '2d'),
    ],
  },
  {
    name: '客服（重复）',
    site: 'trading',
    received: '-30h',
    filed: { by: 'visitor' },
    account: own.rudeAgentAgain,
    person: { name: '赵敏', email: 'zhao.min@mail.example' },
    steps: [
      step('-1h', 'sofia', { type: 'assign', to: 'st_hanna' }),
      // Just now: the other case was played up to the present already.
      step('58m', 'hanna', ({ referenceOf }) => ({
        type: 'link_duplicate',
        reference: referenceOf('客服'),
        relation: 'duplicate',
        reason: '与前几天的投诉是同一件事，并入原案继续处理。',
      })),
    ],
  },
  {
    name: '顾问',
    site: 'trading',
    received: '-94h',
    filed: { by: 'visitor' },
    account: own.adviser,
    person: { name: '李秀兰', phone: '+86 139 0000 5512', email: 'li.xiulan@mail.example' },
    representative: { name: '李敏', relation: '女儿', email: 'li.min@mail.example' },
    files: ['adviser-chat.png'],
    steps: [
      ...t.review(
        'tanmei',
        'sofia',
        {
          category: 'marketing_advice',
          risk: 'critical',
          department: 'marketing',
          points: ['“专属顾问小林”以内部消息诱导入金三万元。', '该顾问承诺承担亏损，事后失联。'],
          ask: false,
        },
        '3h',
      ),
      step('15m', 'tanmei', {
        type: 'record_interim_measure',
        content: '暂停“专属顾问”名下全部客户联系权限，冻结其后台账号，保全聊天记录。',
      }),
      ...t.investigate('tanmei', '30m'),
      step('-20h', 'amir', { type: 'place_hold', reason: '可能涉及违法荐股，监管机关或将调取材料。' }),
    ],
  },
  {
    name: '证件照片',
    site: 'trading',
    received: '-5h',
    filed: { by: 'visitor' },
    account: own.idPhoto,
    person: { name: '周启明', email: 'zhou.qiming@mail.example', phone: '+86 136 0000 8830' },
    steps: [],
  },
]
