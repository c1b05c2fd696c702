import { own } from '../data/own.ts'
import { type Story, step } from './story.ts'
import { telling } from './telling.ts'

const t = telling('en')
const eur = (euros: number) => ({ amount: euros * 100, currency: 'EUR' })

/** Cases of the race organiser in English. */
export const events: Story[] = [
  {
    name: 'wrong time',
    site: 'events',
    received: [34, '18:20'],
    filed: { by: 'visitor' },
    account: own.wrongTime,
    person: { name: 'Moira Kinsella', email: 'moira.kinsella@mail.example' },
    files: ['finish-clock.png', 'chip-times.csv'],
    steps: [
      ...t.review('hugo', 'suyu', {
        category: 'trade_result',
        department: 'officials',
        points: ['The listed time is four minutes too slow.'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hugo'),
      ...t.assess(
        'hugo',
        'The result list and the statement of the timing company were examined.',
        [['not_upheld', 'The timing company confirms the list.']],
        ['none_found', 'No error was found.'],
      ),
      ...t.propose('hugo', 'The timing company confirms its list, so we can only explain how times are taken.', []),
      ...t.offer('hugo'),
      ...t.appeal('I am in the picture, under the clock, at 1:42:07. Please look at the picture.'),
      // The only reviewer leads the officials whose list is in question.
      step('1d', 'suyu', {
        type: 'waive_independence',
        staff: 'st_rafael',
        purpose: 'appeal',
        reason:
          'Rafael Ortiz leads the officials and is our only reviewer. He had no part in the result or in the decision; nobody else of his rank exists in a team of four.',
      }),
      ...t.decideAppeal(
        'rafael',
        'overturned',
        'The clock in the picture agrees with the raw finish mat. The list took the time of the next number. The complaint is right.',
        '5h',
      ),
      ...t.propose('hugo', 'Following the appeal.', [
        {
          kind: 'correction',
          content: 'Time corrected to 1:42:07, age group list printed anew.',
          owner: 'officials',
          inDays: 7,
        },
        { kind: 'replacement', content: 'The medal of the second place, by post.', owner: 'race_office', inDays: 12 },
      ]),
      ...t.offer('hugo'),
      ...t.accept(),
      ...t.carryOut('hugo', ['Corrected and published.', 'Medal sent with a handwritten card.']),
      ...t.report('hugo'),
      ...t.satisfied(5, 'The card made me laugh. All is forgiven.'),
    ],
  },
  {
    name: 'wave four',
    site: 'events',
    received: [23, '20:05'],
    filed: { by: 'visitor' },
    account: own.heatCancelled,
    person: { name: 'Jonas Weber', email: 'jonas.weber@mail.example' },
    steps: [
      ...t.review('zhouyan', 'suyu', {
        category: 'schedule_venue',
        department: 'venues',
        points: ['Half of the fee was not refunded although the start was cancelled.'],
        ask: false,
      }),
      ...t.planAtOnce('zhouyan'),
      ...t.find('zhouyan', ['upheld', 'Rule 14 says half of the fee. There is nothing to argue about.']),
      ...t.propose('zhouyan', 'You are right, and you should not have had to ask three times.', [
        { kind: 'refund', content: 'Half of the entry fee.', money: eur(44), owner: 'entries', inDays: 7 },
        { kind: 'goodwill', content: 'A free start next year.', owner: 'entries', inDays: 9 },
      ]),
      ...t.offer('zhouyan'),
      ...t.accept(),
      ...t.carryOut('zhouyan', ['Refunded to the card.', 'Voucher sent by e-mail.']),
      ...t.report('zhouyan'),
      ...t.satisfied(5),
    ],
  },
  {
    name: 'wheelchair start',
    site: 'events',
    received: [5, '13:35'],
    filed: { by: 'visitor' },
    account: own.wheelchairStart,
    person: { name: 'Aoife Donnelly', email: 'aoife.donnelly@mail.example', phone: '+353 1 555 0133' },
    steps: [
      ...t.review('hugo', 'suyu', {
        category: 'accessibility',
        risk: 'high',
        department: 'venues',
        points: [
          'A van blocked the dropped kerb at the wheelchair start for 45 minutes.',
          'The marshal refused to call for help.',
        ],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hugo'),
      step('1h', 'hugo', {
        type: 'request_information',
        of: 'department',
        staff: 'st_zhouyan',
        question: 'Who let the van in, and who was the marshal at gate 2 between eight and nine?',
      }),
      step('-26h', 'suyu', ({ view, day }) => ({
        type: 'extend_clock',
        clock: view.clocks.find(({ kind }) => kind === 'investigate')?.id ?? '',
        until: day(12),
        reason: 'The catering company has asked for a week to find out who drove the van.',
      })),
      step('-24h', 'hugo', {
        type: 'note',
        note: 'Called Ms Donnelly. She would join the walk over the course in January.',
        evidence: [],
      }),
    ],
  },
  {
    name: 'steward',
    site: 'events',
    received: [38, '09:00'],
    filed: { by: 'hugo', channel: 'post' },
    account: own.steward,
    person: { name: 'Catherine Boyle', phone: '+353 1 555 0176', preferredChannel: 'post' },
    steps: [
      ...t.review('hugo', 'suyu', {
        category: 'service',
        nature: 'subjective',
        department: 'venues',
        points: ['A steward pulled a child by the hood and swore at him.'],
        ask: false,
      }),
      ...t.investigate('hugo'),
      ...t.assess(
        'hugo',
        'All six stewards of that stretch were heard; none remembers it.',
        [
          [
            'cannot_be_determined',
            'Nobody confirms it and nobody can rule it out. We do not doubt what your son told you.',
          ],
        ],
        ['human_error', 'Stewards are not told what to do when a child crosses the tape.'],
      ),
      ...t.propose('hugo', 'We cannot prove it, and we are sorry all the same.', [
        { kind: 'apology', content: 'A letter to your son.', owner: 'race_office', inDays: 8 },
        {
          kind: 'staff_training',
          content: 'Ten minutes about children in every stewards’ briefing.',
          owner: 'venues',
          inDays: 20,
        },
      ]),
      ...t.offer('hugo'),
      ...t.accept('My son will like a letter.', '4d'),
      ...t.carryOut('hugo', ['Letter signed by the race director.', 'Part of the briefing since the last race.']),
      ...t.report('hugo'),
      ...t.satisfied(3, 'A decent end.', '2d'),
    ],
  },
  {
    name: 'quay road',
    site: 'events',
    received: [14, '17:10'],
    filed: { by: 'visitor' },
    account: own.roadClosed,
    person: { name: 'Desmond Hale', email: 'desmond.hale@mail.example' },
    steps: [
      step('15h', 'suyu', { type: 'assign', to: 'st_hugo' }),
      step('2h', 'hugo', {
        type: 'decide_scope',
        inScope: false,
        needsInvestigation: false,
        reasons:
          'The city decides which roads are closed and for how long; our permit ended at two. We have sent your letter on and told them that the tape stayed up for hours after we had gone.',
        referral: 'other',
        body: 'Roads department of the city of Port Ellis',
      }),
    ],
  },
  {
    name: 'draw',
    site: 'events',
    received: '-7h',
    filed: { by: 'visitor' },
    account: own.draw,
    person: { name: 'Henning Vogel', email: 'henning.vogel@mail.example' },
    steps: [],
  },
  {
    name: 'gallery',
    site: 'events',
    received: '-52h',
    filed: { by: 'visitor' },
    account: own.photos,
    person: { name: 'M. Larsen', email: 'm.larsen@mail.example', phone: '+45 55 55 01 12', preferredChannel: 'phone' },
    steps: [
      ...t.review(
        'hugo',
        'suyu',
        {
          category: 'privacy',
          risk: 'high',
          department: 'race_office',
          points: ['Pictures with name and school were published without consent.'],
          ask: false,
        },
        '30m',
      ),
      step('5m', 'hugo', {
        type: 'record_interim_measure',
        content:
          'All eleven pictures and the copies at the printing service were deleted; search engines were asked to drop them.',
      }),
      ...t.planAtOnce('hugo', '-38h'),
      ...t.find('hugo', ['upheld', 'The box was not ticked. The list was not read before publishing.']),
      ...t.propose(
        'hugo',
        'This must not happen to anybody, least of all to a child who needs protection.',
        [
          {
            kind: 'correction',
            content: 'Written list of everybody who had the pictures, and their confirmation of deletion.',
            owner: 'race_office',
            inDays: 15,
          },
          {
            kind: 'process_change',
            content: 'Captions with names only after consent was checked by two people.',
            owner: 'race_office',
            inDays: 30,
          },
        ],
        '-31h',
      ),
      step('-29h', 'suyu', { type: 'approve_plan', note: 'And a call from me today.' }),
      step('-27h', 'hugo', {
        type: 'offer_plan',
        timetable: t.say.timetable,
        howToAppeal: t.say.howToAppeal,
        whomElse: t.say.whomElse,
      }),
    ],
  },
  {
    name: 'charged twice',
    site: 'events',
    received: [8, '10:25'],
    filed: { by: 'zhouyan', channel: 'chat' },
    account: own.chargedTwice,
    person: { name: 'Emeka Obi', email: 'emeka.obi@mail.example' },
    steps: [
      ...t.review('zhouyan', 'suyu', {
        category: 'account_payment',
        department: 'entries',
        points: ['One entry was paid twice.'],
        ask: false,
      }),
      ...t.planAtOnce('zhouyan'),
      ...t.find('zhouyan', ['upheld', 'Both payments arrived within nine seconds; one entry exists.']),
      ...t.propose('zhouyan', 'The second payment is yours.', [
        { kind: 'refund', content: '32 euros to the card.', money: eur(32), owner: 'entries', inDays: 21 },
      ]),
      ...t.offer('zhouyan'),
      ...t.accept('Thanks!', '2h'),
      ...t.carryOut('zhouyan', ['Refunded.'], '-44h'),
      ...t.report('zhouyan', '-40h'),
    ],
  },
  {
    name: 'medals',
    site: 'events',
    received: [33, '16:45'],
    filed: { by: 'visitor' },
    account: own.medal,
    person: { name: 'Gwen Pritchard', email: 'gwen.pritchard@mail.example' },
    steps: [
      ...t.review('hugo', 'suyu', {
        category: 'service',
        department: 'venues',
        points: ['Medals and soup had run out.', 'The arch was taken down before the last runner was in.'],
      }),
      ...t.confirmPoints(),
      ...t.investigate('hugo'),
      ...t.assess(
        'hugo',
        'Orders, the photographer’s pictures and the schedule of the crew were examined.',
        [
          ['upheld', 'Two hundred medals too few were ordered.'],
          ['partly_upheld', 'The arch came down at the published time, with people in sight.'],
        ],
        ['process_gap', 'Orders follow last year’s finishers, not this year’s entries.'],
      ),
      ...t.propose('hugo', 'The medals are our fault. The time limit was published.', [
        { kind: 'replacement', content: 'Your medal by post.', owner: 'race_office', inDays: 21 },
      ]),
      ...t.offer('hugo'),
      ...t.reject('A medal in an envelope is not what this was about.', {
        kind: 'process_change',
        text: 'A finish that stays open.',
      }),
      ...t.propose('hugo', 'We heard you. The limit stays, but its end will be kinder.', [
        { kind: 'replacement', content: 'Your medal by post.', owner: 'race_office', inDays: 21 },
        {
          kind: 'process_change',
          content: 'Soup and a volunteer at the line until the last runner is in.',
          owner: 'venues',
          inDays: 60,
        },
      ]),
      ...t.offer('hugo', 'This is our final offer.'),
      ...t.reject('The arch comes down on us again next year, then. I leave it there.'),
    ],
  },
]
