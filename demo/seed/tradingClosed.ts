import { fromCfpb } from '../data/accounts.ts'
import { type Story, step } from './story.ts'
import { telling } from './telling.ts'

const t = telling('en')
const usd = (dollars: number) => ({ amount: Math.round(dollars * 100), currency: 'USD' })

/** Closed cases of the trading platform in English, from consumers' own narratives. */
export const tradingClosed: Story[] = [
  {
    name: 'fees',
    site: 'trading',
    received: [24, '09:12'],
    filed: { by: 'visitor' },
    account: fromCfpb('7286210', {
      category: 'fees',
      subject: 'Late fees although your own letter went to the wrong address',
      wish: ['refund', 78, 'Both late fees back, as I was promised on the telephone.'],
    }),
    person: { name: 'Eleanor Whitfield', email: 'eleanor.whitfield@mail.example', customerReference: '7-20417' },
    files: ['statement.pdf'],
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'fees',
        department: 'payments',
        points: [
          'Two late fees and interest were charged because statements went to a wrong address.',
          'The reversal promised on the telephone was not made.',
        ],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hanna'),
      ...t.learn(
        'hanna',
        'Payments and accounts',
        'The unit number was mistyped in March when the card was replaced; two statements came back. The recording of 9 October has our colleague promise the reversal, without a note in the account.',
      ),
      ...t.assess(
        'hanna',
        'Account history, returned letters and the recording of the call were examined.',
        [
          ['upheld', 'Our own typing error sent both statements to an address that does not exist.', 'all'],
          ['upheld', 'The promise is on the recording. It was never entered, so nobody carried it out.'],
        ],
        [
          'human_error',
          'An address is copied by hand when a card is replaced, and a promise made by telephone needs no entry.',
        ],
      ),
      ...t.propose('hanna', 'Both points are upheld. You should not pay for our mistake, and a promise is a promise.', [
        {
          kind: 'refund',
          content: 'Refund of both late fees and the interest on them.',
          money: usd(94.58),
          owner: 'payments',
          inDays: 7,
        },
        { kind: 'correction', content: 'Address corrected and confirmed by letter.', owner: 'payments', inDays: 7 },
      ]),
      ...t.offer('hanna'),
      step('5h', 'complainant', {
        type: 'question_plan',
        question: 'Does the refund include the interest of November?',
      }),
      step('2h', 'hanna', {
        type: 'message',
        message: 'Yes. Interest on the two fees is taken back up to the day of the refund.',
        evidence: [],
      }),
      ...t.accept('Fair. Thank you for listening to the recording.'),
      ...t.carryOut('hanna', ['Refunded to the account.', 'Corrected; the confirming letter went out by post.']),
      ...t.report('hanna'),
      ...t.satisfied(5),
    ],
  },
  {
    name: 'stale check',
    site: 'trading',
    received: [66, '10:40'],
    filed: { by: 'visitor' },
    account: fromCfpb('21629587', {
      category: 'account_payment',
      subject: 'A refund of 400 dollars that I never received',
      wish: ['refund', 400, 'The 400 dollars, or proof of where they went.'],
    }),
    person: { name: 'Marcus Deller', email: 'm.deller@mail.example' },
    steps: [
      ...t.review('henrik', 'sofia', {
        category: 'account_payment',
        risk: 'medium',
        department: 'client_service',
        points: ['The expired check was not replaced.', 'Nobody could say where the money went.'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('henrik'),
      ...t.ask('henrik', 'Please send us a photograph of the check, front and back, if you still have it.'),
      ...t.answer('I tore it up when the bank returned it. The number was 88213, I wrote that down.'),
      ...t.assess(
        'henrik',
        'The check was found by its number; the amount lies on a suspense account.',
        [
          ['upheld', 'The rule that no replacement is issued does not exist. A colleague read it from an old page.'],
          ['upheld', 'The amount was booked to a suspense account that client service cannot see.'],
        ],
        ['communication', 'An outdated help page and no view of the suspense account.'],
      ),
      ...t.propose('henrik', 'The money is yours and is still with us.', [
        {
          kind: 'refund',
          content: 'The 400 dollars to the bank account you name.',
          money: usd(400),
          owner: 'payments',
          inDays: 10,
        },
        {
          kind: 'process_change',
          content: 'The help page is corrected; client service sees returned checks.',
          owner: 'client_service',
          inDays: 10,
        },
      ]),
      ...t.offer('henrik'),
      ...t.accept(),
      ...t.carryOut('henrik', ['Paid by bank transfer.', 'Page corrected; the list of returned checks is now shared.']),
      ...t.report('henrik'),
      // Never answered: after the reminder silence closes the case.
    ],
  },
  {
    name: 'bonus',
    site: 'trading',
    received: [54, '13:05'],
    filed: { by: 'visitor' },
    account: fromCfpb('7268007', {
      category: 'account_payment',
      subject: 'You closed my account on the day I would have reached the bonus',
      wish: ['compensation', 250, 'The bonus that I was kept from reaching.'],
    }),
    person: { name: 'Devon Achebe', email: 'devon.achebe@mail.example' },
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'account_payment',
        risk: 'medium',
        department: 'payments',
        points: ['The account was closed without a warning.', 'It was closed in order to keep the bonus.'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hanna'),
      ...t.assess(
        'hanna',
        'The closing and its grounds were examined.',
        [
          ['not_upheld', 'Our terms allow closing an account at any time.'],
          ['not_upheld', 'The closing was decided by a rule that does not know the bonus.'],
        ],
        ['policy_rule', 'An automatic rule closes accounts whose spending rises steeply.'],
      ),
      ...t.propose('hanna', 'The terms allow what we did, so we can only explain it.', []),
      ...t.offer('hanna'),
      ...t.reject('Terms are not reasons. You took my payment the same morning.', {
        kind: 'compensation',
        money: usd(250),
      }),
      ...t.propose('hanna', 'We understand that the moment was unfortunate.', [
        { kind: 'goodwill', content: '40 dollars for the bad moment.', money: usd(40), owner: 'payments', inDays: 10 },
      ]),
      ...t.offer('hanna', 'This is our final offer.'),
      ...t.reject('No. I want somebody else to look at this.'),
      ...t.appeal(
        'A rule that closes an account an hour after it took a payment is not fair, whatever the terms say. Nobody looked at me as a customer.',
      ),
      ...t.decideAppeal(
        'ruth',
        'overturned',
        'The terms require notice "where practicable", and it was. The rule fired on the very spending that the bonus asked for. The decision cannot stand.',
      ),
      ...t.propose('hanna', 'Following the decision on your appeal.', [
        { kind: 'compensation', content: 'The bonus of 250 dollars.', money: usd(250), owner: 'payments', inDays: 10 },
        {
          kind: 'reexamination',
          content: 'The rule that closed the account is reviewed.',
          owner: 'technology',
          inDays: 12,
        },
      ]),
      ...t.offer('hanna'),
      ...t.accept(),
      ...t.carryOut('hanna', ['Paid out.', 'The rule now ignores spending that a bonus asks for.']),
      ...t.report('hanna'),
      ...t.satisfied(4, 'It took an appeal, but in the end somebody thought about it.'),
    ],
  },
  {
    name: 'not ours',
    site: 'trading',
    received: [12, '16:30'],
    filed: { by: 'visitor' },
    account: fromCfpb('7286546', {
      category: 'other',
      subject: 'Remove an entry from my credit report',
      wish: ['correction'],
    }),
    person: { name: 'Amelia Frost', email: 'amelia.frost@mail.example' },
    steps: [
      ...t
        .review('henrik', 'sofia', {
          category: 'other',
          points: ['An entry in a credit report is not mine.'],
          ask: false,
        })
        .slice(0, 3),
      step('2h', 'henrik', {
        type: 'decide_scope',
        inScope: false,
        needsInvestigation: false,
        reasons:
          'We have no account of yours and made no entry. Only the agency that keeps the report can correct it; it must answer within 30 days.',
        referral: 'regulator',
        body: 'The credit reporting agency, and the consumer protection office of your country',
      }),
    ],
  },
  {
    name: 'merchant',
    site: 'trading',
    received: [40, '12:15'],
    filed: { by: 'visitor' },
    account: fromCfpb('7261678', {
      category: 'trade_result',
      subject: 'You sided with a dishonest merchant',
      wish: ['refund', 163],
    }),
    person: { name: 'Ingrid Sommer', email: 'ingrid.sommer@mail.example' },
    steps: [
      ...t.review('henrik', 'sofia', {
        category: 'trade_result',
        department: 'client_service',
        points: ['Two purchases were disputed and both were decided for the merchant.'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('henrik'),
      ...t.assess(
        'henrik',
        'Both disputes and the merchant’s papers were examined again.',
        [
          [
            'not_upheld',
            'The merchant proved delivery, and returning the goods was never tried. The scheme’s rules leave no room.',
          ],
        ],
        ['third_party', 'The merchant’s return conditions.'],
      ),
      ...t.propose('henrik', 'We can explain, but not refund what the scheme’s rules do not let us claim.', []),
      ...t.offer('henrik'),
      ...t.appeal('I expected you to protect a customer of many years.'),
      ...t.decideAppeal(
        'ruth',
        'stands',
        'The rules were applied correctly and explained with patience. The decision stands.',
      ),
      ...t.accept('I am not happy, but I understand it now.'),
    ],
  },
  {
    name: 'servicing',
    site: 'trading',
    received: [11, '07:55'],
    filed: { by: 'visitor' },
    account: fromCfpb('21679056', {
      category: 'account_payment',
      subject: 'Delinquency after you cancelled my automatic payment',
      wish: ['correction'],
    }),
    person: { name: 'Hannah Oduya', email: 'hannah.oduya@mail.example' },
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'account_payment',
        department: 'payments',
        points: ['An unexpected withdrawal led to entries of late payment.'],
      }),
      step('5h', 'complainant', {
        type: 'withdraw',
        reason: 'The entries were removed this morning. I have what I wanted.',
      }),
    ],
  },
  {
    name: 'report misused',
    site: 'trading',
    received: [36, '09:20'],
    filed: { by: 'visitor' },
    account: fromCfpb('7273807', {
      category: 'privacy',
      subject: 'My data were used without my consent',
      wish: ['other', 0, 'Remove the accounts listed.'],
    }),
    person: { name: 'Samira Vale', email: 'samira.vale@mail.example' },
    steps: [
      ...t.review('hanna', 'sofia', {
        category: 'privacy',
        risk: 'medium',
        department: 'client_service',
        points: ['Account data were shown to others without consent.'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hanna'),
      ...t.assess(
        'hanna',
        'Every look into the account in two years was examined.',
        [['not_upheld', 'All looks were our own or were asked for by you when you applied for credit elsewhere.']],
        ['misunderstanding', 'The consent in the application form is long and easy to miss.'],
      ),
      ...t.propose('hanna', 'We explain each look into the account in the list attached.', []),
      ...t.offer('hanna'),
      ...t.reject('I do not accept this and want an independent body to decide.'),
      step('20m', 'complainant', { type: 'request_referral', kind: 'ombudsman', reason: 'Somebody independent.' }),
      step('1d', 'hanna', ({ view, day }) => ({
        type: 'record_referral',
        ...(view.referrals[0] && { referral: view.referrals[0].id }),
        kind: 'ombudsman',
        body: 'Financial Ombudsman',
        madeOn: day(0),
      })),
      step('2h', 'sofia', {
        type: 'close',
        outcome: 'referred',
        reasons: 'The ombudsman has taken the case over. We sent the whole file and will follow the decision.',
      }),
    ],
  },
]
