import { fromCfpb } from '../data/accounts.ts'
import { type Story, step } from './story.ts'
import { telling } from './telling.ts'

const t = telling('en')
const usd = (dollars: number) => ({ amount: Math.round(dollars * 100), currency: 'USD' })

/** Open cases of the trading platform in English, from consumers' own narratives. */
export const trading: Story[] = [
  {
    name: 'impersonation',
    site: 'trading',
    received: '-100h',
    filed: { by: 'visitor' },
    account: fromCfpb('7269231', {
      category: 'fraud_security',
      subject: 'Somebody pretended to be your employee and emptied our account',
      wish: ['refund', 3400, 'The money that we did not spend, and a warning to others.'],
    }),
    person: { name: 'Patricia and Dale Moreno', email: 'moreno.family@mail.example', phone: '+1 555 0142' },
    steps: [
      ...t.review(
        'tanmei',
        'sofia',
        {
          category: 'fraud_security',
          risk: 'critical',
          points: ['Payments that we did not authorise.', 'The caller knew the hold music and the pass codes.'],
          ask: false,
        },
        '40m',
      ),
      step('10m', 'tanmei', {
        type: 'record_interim_measure',
        content: 'Account frozen, all pass codes withdrawn, outgoing payments of the last three days recalled.',
      }),
      ...t.investigate('tanmei', '30m'),
      ...t.learn(
        'tanmei',
        'Technology',
        'The pass codes were asked for from an address in another country. No sign of an insider.',
        '3h',
      ),
      step('-27h', 'tanmei', {
        type: 'finish_investigation',
        summary: 'Sign-in records and recalled payments examined; two of three payments came back.',
        evidence: [],
      }),
      step('-26h', 'tanmei', ({ view }) => ({
        type: 'record_finding',
        point: view.points[0]?.id ?? '',
        result: 'upheld',
        reasons: 'Neither device nor place had been used before. The payments should have been stopped.',
        reliesOn: [],
      })),
      step('-25h', 'tanmei', ({ view }) => ({
        type: 'record_finding',
        point: view.points[1]?.id ?? '',
        result: 'cannot_be_determined',
        reasons: 'The hold music can be heard by anybody who calls. Whether more was known cannot be found out.',
        reliesOn: [],
      })),
      step('-5h', 'tanmei', {
        type: 'finish_assessment',
        rootCause: 'fraud',
        cause: 'No second check for a new device that pays out within an hour.',
      }),
      ...t.propose(
        'tanmei',
        'The payments were not yours, and our check of new devices was too weak.',
        [
          {
            kind: 'refund',
            content: 'All three payments, also the one that did not come back.',
            money: usd(3400),
            owner: 'payments',
            inDays: 14,
          },
          {
            kind: 'process_change',
            content: 'Payments from a new device wait for 24 hours.',
            owner: 'technology',
            inDays: 30,
          },
        ],
        '-3h',
      ),
    ],
  },
  {
    name: 'locked out',
    site: 'trading',
    received: [13, '08:50'],
    filed: { by: 'visitor' },
    account: fromCfpb('7286368', {
      category: 'technical',
      subject: 'Three weeks without access to my new account',
      wish: ['goodwill', 150, 'Access, and something for three weeks of waiting.'],
    }),
    person: {
      name: 'Lena Wójcik',
      email: 'lena.wojcik@mail.example',
      phone: '+44 20 7946 0171',
      preferredChannel: 'email',
    },
    files: ['call-notes.txt'],
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'technical',
        department: 'technology',
        points: [
          'The existing credentials do not open the new account.',
          'Three calls back were promised and none was made.',
        ],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hanna'),
      ...t.learn(
        'hanna',
        'Technology',
        'The sign-in of the closed account was never released, so it holds the name. The ticket was closed as "cannot reproduce".',
      ),
      ...t.assess(
        'hanna',
        'Sign-in records, the ticket and the notes of your calls were examined.',
        [
          ['upheld', 'The old account keeps your user name. No waiting for a deposit would have helped.', 'all'],
          ['upheld', 'Your notes agree with our telephone records: three calls, three promises, no call back.', 'all'],
        ],
        [
          'system_fault',
          'Closing an account does not release its sign-in; tickets can be closed without telling anybody.',
        ],
      ),
      ...t.propose('hanna', 'Both points are upheld. Your access can be opened today.', [
        { kind: 'account_action', content: 'Sign-in released, access opened.', owner: 'technology', inDays: 5 },
        {
          kind: 'apology',
          content: 'A written apology for three broken promises.',
          owner: 'client_service',
          inDays: 5,
        },
      ]),
      ...t.offer('hanna'),
      ...t.reject(
        'Opening the door that you locked is no remedy. I lost three weeks.',
        {
          kind: 'goodwill',
          money: usd(150),
          text: 'One month of the account fee for each broken promise.',
        },
        '-31h',
      ),
      ...t.propose(
        'hanna',
        'You are right that access alone only restores what should have been. We add an amount for the time it took.',
        [
          {
            kind: 'account_action',
            content: 'Sign-in released, access opened on the day you accept.',
            owner: 'technology',
            inDays: 20,
          },
          {
            kind: 'goodwill',
            content: '75 dollars for three weeks without access.',
            money: usd(75),
            owner: 'payments',
            inDays: 20,
          },
          {
            kind: 'process_change',
            content: 'A ticket can no longer be closed before the customer was called.',
            owner: 'technology',
            inDays: 40,
          },
        ],
        '-28h',
      ),
      step('-26h', 'hanna', {
        type: 'offer_plan',
        timetable: t.say.timetable,
        howToAppeal: t.say.howToAppeal,
        whomElse: t.say.whomElse,
        note: 'This is our final offer.',
      }),
    ],
  },
  {
    name: 'payment lost',
    site: 'trading',
    received: [17, '11:30'],
    filed: { by: 'visitor' },
    account: fromCfpb('15720428', {
      category: 'account_payment',
      subject: 'My payment of 400 dollars was never credited',
      wish: ['correction', 400, 'Credit the payment on the day it arrived.'],
    }),
    person: { name: 'Ruben Castellanos', email: 'ruben.castellanos@mail.example' },
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'account_payment',
        risk: 'medium',
        department: 'payments',
        points: ['A payment of 400 dollars is missing.', 'Eight e-mails were answered with the same sentence.'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hanna'),
      step('1h', 'hanna', {
        type: 'request_information',
        of: 'third_party',
        to: 'Correspondent bank',
        question: 'Please trace the payment of 400 dollars of which the bank statement is attached.',
      }),
      // Nobody did anything more: the deadline passed, and the case rose by itself.
      step('-30h', 'complainant', { type: 'request_escalation', reason: 'Two weeks of silence.' }),
      step('-27h', 'complainant', {
        type: 'comment_on_handling',
        comment: 'Your colleague wrote once and then nothing for two weeks. I complain about that as well.',
        evidence: [],
      }),
    ],
    handling: [step('-4h', 'samuel', { type: 'assign', to: 'st_henrik' })],
  },
  {
    name: 'interest',
    site: 'trading',
    received: '-92h',
    filed: { by: 'visitor' },
    account: fromCfpb('15724856', {
      category: 'fees',
      subject: 'Interest is charged at a rate that I do not have',
      wish: ['correction', 250],
    }),
    person: { name: 'Priya Raman', email: 'priya.raman@mail.example' },
    steps: [
      ...t.review('henrik', 'sofia', {
        category: 'fees',
        department: 'technology',
        points: ['Interest of 250 dollars was charged although the rate is zero.'],
        ask: false,
      }),
      ...t.investigate('henrik', '1h'),
      ...t.ask('henrik', 'Which month’s statement shows the 250 dollars? Please send it if you have it.', '-22h'),
    ],
  },
  {
    name: 'check copy',
    site: 'trading',
    received: [13, '15:20'],
    filed: { by: 'hanna', channel: 'phone' },
    account: fromCfpb('7262269', {
      category: 'service',
      subject: 'A month of waiting for the copy of a check',
      wish: ['correction', 0, 'Both sides of the check.'],
    }),
    person: { name: 'Gloria Bennett', phone: '+1 555 0187', preferredChannel: 'phone' },
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'service',
        department: 'payments',
        points: ['The copy of the back of the check was asked for a month ago and has not come.'],
        ask: false,
      }),
      ...t.planAtOnce('hanna'),
      ...t.find('hanna', ['upheld', 'The request lay in a queue that nobody owned.']),
      ...t.propose('hanna', 'You should have had it within a week.', [
        {
          kind: 'correction',
          content: 'Copy of both sides, by post and by e-mail if you name an address.',
          owner: 'payments',
          inDays: 16,
        },
        { kind: 'apology', content: 'A letter of apology.', owner: 'complaints', inDays: 24 },
      ]),
      ...t.offer('hanna'),
      ...t.accept('Please go ahead.'),
      step('3d', 'hanna', {
        type: 'report_progress',
        report: 'The archive has found the check. The copy is being made.',
      }),
      ...t.carryOut('hanna', ['Copy of both sides sent by registered post.'], '2d'),
    ],
  },
  {
    name: 'credit cut',
    site: 'trading',
    received: '-98h',
    filed: { by: 'visitor' },
    account: fromCfpb('7263666', {
      category: 'trade_result',
      subject: 'Credit line cut and rate raised without notice',
      wish: ['reexamination'],
    }),
    person: { name: 'Tom Ashdown', email: 'tom.ashdown@mail.example' },
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'trade_result',
        risk: 'medium',
        department: 'trading',
        points: ['The credit line was cut without notice.', 'The rate was raised without notice.'],
        ask: false,
      }),
      ...t.investigate('hanna'),
      ...t.learn(
        'hanna',
        'Trading and execution',
        'The line follows a weekly review; a letter is sent only when it falls below half.',
      ),
      step('-26h', 'hanna', {
        type: 'finish_investigation',
        summary: 'Weekly reviews of the last quarter and the letters sent were examined.',
        evidence: [],
      }),
      ...t
        .find('hanna', ['upheld', 'The terms promise notice of every change; our practice is narrower.'])
        .map((s) => ({ ...s, wait: '-3h' as const })),
    ],
  },
  {
    name: 'always on time',
    site: 'trading',
    received: '-3h',
    filed: { by: 'visitor' },
    account: fromCfpb('7276698', {
      category: 'account_payment',
      subject: 'Consequences for something beyond my control',
    }),
    person: { name: 'Noor Haddad', email: 'noor.haddad@mail.example' },
    steps: [],
  },
  {
    name: 'opened by fraud',
    site: 'trading',
    received: '-16h',
    filed: { by: 'anonymous' },
    account: fromCfpb('15051475', {
      category: 'fraud_security',
      subject: 'This account was opened by fraud',
    }),
    steps: [],
  },
  {
    name: 'gift card',
    site: 'trading',
    received: '-45h',
    filed: { by: 'visitor' },
    account: fromCfpb('7273650', {
      category: 'fraud_security',
      subject: 'The run-around about a stolen prepaid card',
      wish: ['refund', 230],
    }),
    person: { name: 'Walter Brandt', email: 'walter.brandt@mail.example' },
    representative: {
      name: 'Johanna Brandt',
      relation: 'Daughter',
      email: 'johanna.brandt@mail.example',
      authority: 'authority.pdf',
    },
    steps: [
      step('1h', 'sofia', { type: 'assign', to: 'st_tanmei' }),
      step('25m', 'tanmei', ({ view }) => ({
        type: 'verify_representative',
        representative: view.representative?.id ?? '',
        accepted: true,
        note: 'Signed authority, agrees with the account.',
      })),
      step('-20h', 'tanmei', {
        type: 'set_points',
        points: [
          { text: 'The card was used by a stranger.' },
          { text: 'The claim was sent four times and not dealt with.' },
        ],
        ask: true,
      }),
    ],
  },
  {
    name: 'late marks',
    site: 'trading',
    received: '-40h',
    filed: {
      by: 'partner',
      name: 'Fairline Consumer Advice',
      scopes: ['complaints:write', 'complaints:read'],
      externalReference: 'FCA-2026-1187',
    },
    account: fromCfpb('7268529', {
      category: 'account_payment',
      subject: 'Payments made on time are shown as late',
      wish: ['correction'],
    }),
    person: { name: 'Oscar Lindgren', email: 'oscar.lindgren@mail.example' },
    steps: [
      step('-21h', 'samuel', { type: 'assign', to: 'st_hanna' }),
      step('-20h', 'hanna', {
        type: 'classify',
        category: 'account_payment',
        nature: 'objective',
        risk: 'low',
        respondentDepartment: 'payments',
      }),
    ],
  },
]
