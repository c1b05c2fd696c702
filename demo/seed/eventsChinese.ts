import { own } from '../data/own.ts'
import { type Story, step } from './story.ts'
import { telling } from './telling.ts'

const t = telling('zh-CN')
const cny = (yuan: number) => ({ amount: yuan * 100, currency: 'CNY' })

/** Cases of the race organiser in Chinese. */
export const eventsChinese: Story[] = [
  {
    name: '芯片',
    site: 'events',
    received: [39, '07:45'],
    filed: { by: 'visitor' },
    account: own.chipFailed,
    person: { name: '孙浩', email: 'sun.hao@mail.example' },
    steps: [
      ...t.review('zhouyan', 'suyu', {
        category: 'trade_result',
        department: 'officials',
        points: ['全程完赛，成绩单却记为未完赛。'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('zhouyan'),
      ...t.assess(
        'zhouyan',
        '核对了计时公司的分段数据。',
        [['not_upheld', '十五公里之后没有感应记录，按竞赛规程第六条记为未完赛。']],
        ['policy_rule', '规程以芯片记录为唯一依据。'],
      ),
      ...t.propose('zhouyan', '规程以芯片记录为准，我们只能说明判定依据。', []),
      ...t.offer('zhouyan'),
      ...t.reject('终点录像和合影都在，为什么不看？', { kind: 'correction', text: '查看终点录像。' }),
      ...t.propose('zhouyan', '录像不在规程认可的依据之内，可以出具参赛证明。', [
        { kind: 'other', content: '出具参赛证明。', owner: 'race_office', inDays: 10 },
      ]),
      ...t.offer('zhouyan', '这是最终方案。'),
      ...t.appeal('参赛证明不能用来报名。请由没有参与过的人看一次录像。'),
      // The only reviewer leads the officials whose rule is in question.
      step('6h', 'suyu', {
        type: 'appoint_outside',
        purpose: 'appeal',
        name: '陈国栋',
        email: 'chen.guodong@referees.example',
        seniority: 9,
        reason: '唯一的复核人负责裁判组，不宜复核本组的判定，因此委任田径协会的外部裁判长复核本案。',
      }),
      ...t.decideAppeal(
        'outside',
        'overturned',
        '终点录像显示 1203 号于 1 小时 52 分 18 秒通过终点，途中照片齐全。规程第六条第二款允许以录像补正，原判定应予撤销。',
        '1d',
      ),
      ...t.propose('zhouyan', '按申诉决定执行。', [
        { kind: 'correction', content: '成绩更正为 1:52:18，并出具成绩证书。', owner: 'officials', inDays: 7 },
      ]),
      ...t.offer('zhouyan'),
      ...t.accept('同意。', '3h'),
      ...t.carryOut('zhouyan', ['成绩单已更正，证书已发送。'], '5h'),
      ...t.report('zhouyan'),
      ...t.satisfied(5, '赶上了报名截止日期，谢谢！'),
    ],
  },
  {
    name: '补给站',
    site: 'events',
    received: '-76h',
    filed: { by: 'visitor' },
    account: own.waterStation,
    person: { name: '何佳', email: 'he.jia@mail.example', phone: '+86 137 0000 4419' },
    steps: [
      ...t.review('zhouyan', 'suyu', {
        category: 'service',
        risk: 'high',
        department: 'venues',
        points: ['八公里补给站断水。', '断水之后没有人上报，也没有提醒选手。'],
        ask: false,
      }),
      ...t.investigate('zhouyan'),
      ...t.learn('zhouyan', '场地与补给组', '按去年报名人数备水，今年多出六百人；补给站负责人的对讲机没有电。'),
      ...t.assess(
        'zhouyan',
        '核对了备水清单、对讲记录和急救记录。',
        [
          ['upheld', '备水量少了三成，与报名人数不符。'],
          ['upheld', '断水半小时没有上报，违反补给预案。'],
        ],
        ['process_gap', '备水按上一年人数计算，没有复核。'],
      ),
      ...t.propose('zhouyan', '两项均成立，人身安全没有折扣。', [
        { kind: 'compensation', content: '承担医药费 680 元。', money: cny(680), owner: 'race_office', inDays: 14 },
      ]),
      step('-8h', 'suyu', {
        type: 'return_plan',
        reason: '只赔医药费不够。请补上补给预案的整改措施和完成日期，再提交。',
      }),
    ],
  },
  {
    name: '退费',
    site: 'events',
    received: [14, '04:10'],
    filed: { by: 'visitor' },
    account: own.transferRefund,
    person: { name: '马骁', email: 'ma.xiao@mail.example' },
    steps: [
      ...t.review(
        'zhouyan',
        'suyu',
        {
          category: 'account_payment',
          department: 'entries',
          points: ['退费申请一个月没有处理。'],
          ask: false,
        },
        '5h',
      ),
      ...t.planAtOnce('zhouyan'),
      ...t.find('zhouyan', ['upheld', '公告承诺全额退费，申请材料齐全，拖延没有理由。']),
      ...t.propose('zhouyan', '应当按公告全额退费。', [
        { kind: 'refund', content: '全额退还报名费 680 元。', money: cny(680), owner: 'entries', inDays: 12 },
        { kind: 'process_change', content: '退费申请公开进度，超过五天自动提醒负责人。', owner: 'entries', inDays: 30 },
      ]),
      ...t.offer('zhouyan'),
      ...t.accept('好的。', '3h'),
      ...t.carryOut('zhouyan', ['已原路退回。'], '2d'),
      step('2d', 'zhouyan', { type: 'report_progress', report: '退费已到账；进度页面正在测试，下周上线。' }),
    ],
  },
  {
    name: '司线',
    site: 'events',
    received: [22, '09:30'],
    filed: { by: 'hugo', channel: 'in_person' },
    account: own.lineCall,
    person: { name: '吴晓琴', email: 'wu.xiaoqin@mail.example' },
    steps: [
      ...t.review('zhouyan', 'suyu', {
        category: 'trade_result',
        department: 'officials',
        points: ['教练申请录像复核被当场拒绝。'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('zhouyan'),
      ...t.assess(
        'zhouyan',
        '核对了秩序册、裁判长记录和家长视频。',
        [
          [
            'not_upheld',
            '秩序册第八条适用于四分之一决赛以后；该场为八分之一决赛，没有录像设备。裁判的答复不准确，但是决定没有错。',
          ],
        ],
        ['communication', '秩序册的表述容易误解，裁判没有说明原因。'],
      ),
      ...t.propose('zhouyan', '决定符合规则。秩序册的表述我们会改得更清楚。', []),
      ...t.offer('zhouyan'),
      ...t.accept('解释清楚了就好。'),
    ],
  },
  {
    name: '志愿者',
    site: 'events',
    received: [29, '14:00'],
    filed: { by: 'anonymous' },
    account: own.volunteerWords,
    steps: [
      ...t.review('hugo', 'suyu', {
        category: 'service',
        nature: 'subjective',
        department: 'venues',
        points: ['存包处负责人当众辱骂志愿者。'],
        ask: false,
      }),
      ...t.investigate('hugo'),
      ...t.assess(
        'hugo',
        '听取了当天五名志愿者的说明，负责人承认言语不当。',
        [['upheld', '多人说法一致，负责人本人也承认。']],
        ['human_error', '负责人连续值班十四个小时，没有轮换。'],
      ),
      ...t.propose('hugo', '志愿者应当得到尊重。', [
        { kind: 'apology', content: '负责人向当事同学当面道歉。', owner: 'venues', inDays: 9 },
        { kind: 'staff_training', content: '负责人参加培训，下一场比赛不带队。', owner: 'venues', inDays: 14 },
      ]),
      ...t.offer('hugo'),
      ...t.accept('谢谢你们当真。'),
      ...t.carryOut('hugo', ['已当面道歉，当事同学接受。', '培训已完成。'], '2d'),
      ...t.report('hugo'),
      ...t.satisfied(4, '希望以后都这样。'),
    ],
  },
  {
    name: '存包',
    site: 'events',
    received: [10, '05:50'],
    filed: { by: 'visitor' },
    account: own.bagLost,
    person: { name: '郭锐', email: 'guo.rui@mail.example' },
    steps: [
      step('4h', 'suyu', { type: 'assign', to: 'st_zhouyan' }),
      step('1h', 'zhouyan', {
        type: 'message',
        message: '我们正在逐个核对未领取的存包，明天中午之前给您答复。',
        evidence: [],
      }),
      step('1d', 'complainant', { type: 'withdraw', reason: '包找到了，被同号段的选手错拿，已经寄回给我。' }),
    ],
  },
]
