import type { CaseView } from '../../core/view.ts'
import type {
  AppealResult,
  Asked,
  Channel,
  ClockKind,
  FindingResult,
  Gap,
  Nature,
  Outcome,
  ReferralKind,
  RemedyKind,
  ReplyMedium,
  Risk,
  RootCause,
  StaffRole,
  Stage,
} from '../../core/vocabulary.ts'

/** Names of what PROCESS calls things: stages, outcomes, kinds. */
export default {
  stage: {
    received: 'Received',
    review: 'Preliminary review',
    investigation: 'Investigation',
    assessment: 'Assessment',
    planning: 'Planning a solution',
    offered: 'Decision sent',
    execution: 'Being carried out',
    confirmation: 'Confirming the outcome',
    appeal: 'Appeal',
    closed: 'Closed',
  },
  outcome: {
    resolved: 'Resolved',
    resolved_unconfirmed: 'Resolved, not confirmed',
    unresolved: 'Not resolved',
    not_upheld: 'Not upheld',
    out_of_scope: 'Out of scope',
    duplicate: 'Duplicate',
    withdrawn: 'Withdrawn',
    referred: 'Referred',
  },
  channel: {
    web: 'Web',
    email: 'E-mail',
    phone: 'Telephone',
    chat: 'Chat',
    in_person: 'In person',
    post: 'Post',
    partner: 'Partner',
  },
  role: {
    handler: 'Handler',
    supervisor: 'Supervisor',
    reviewer: 'Reviewer',
    auditor: 'Auditor',
    admin: 'Administrator',
    outside: 'Outside reviewer',
  },
  actor: {
    complainant: 'Complainant',
    representative: 'Representative',
    partner: 'Partner',
    staff: 'Staff',
    system: 'System',
  },
  risk: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  nature: { objective: 'Objective', subjective: 'Subjective' },
  finding: {
    upheld: 'Upheld',
    partly_upheld: 'Partly upheld',
    not_upheld: 'Not upheld',
    cannot_be_determined: 'Cannot be determined',
  },
  remedy: {
    apology: 'Apology',
    explanation: 'Explanation',
    correction: 'Correction',
    refund: 'Refund',
    compensation: 'Compensation',
    replacement: 'Replacement or repeat',
    reexamination: 'Rule or decision examined again',
    goodwill: 'Goodwill gift',
    process_change: 'Change of the process',
    staff_training: 'Staff training',
    account_action: 'Action on the account',
    other: 'Something else',
  },
  referral: {
    mediation: 'Mediation',
    arbitration: 'Arbitration',
    ombudsman: 'Ombudsman',
    regulator: 'Regulator',
    court: 'Court',
    other: 'Another body',
  },
  appealResult: { stands: 'The decision stands', varied: 'Varied', overturned: 'Overturned' },
  asked: {
    complainant: 'Complainant',
    department: 'Another department',
    counsel: 'Legal counsel',
    third_party: 'Outside party',
  },
  replyMedium: { phone: 'Telephone', post: 'Post', in_person: 'In person', email: 'E-mail', chat: 'Chat' },
  gap: {
    contact: 'A way to reach you',
    subject: 'The subject',
    category: 'The category',
    authority: 'The written authority of the representative',
  },
  clock: {
    acknowledge: 'Acknowledgement',
    review: 'Preliminary review',
    investigate: 'Investigation',
    assess: 'Assessment',
    plan: 'Plan',
    approve: 'Approval',
    notify: 'Sending the decision',
    answer: 'Answer to a question',
    execute: 'Carrying out the plan',
    progress: 'Progress report',
    confirm: 'Outcome report',
    request: 'Answer to a request',
    reply: 'Your reply',
    appeal_window: 'Time to appeal',
    appeal: 'Decision on the appeal',
  },
  rootCause: {
    human_error: 'Human error',
    process_gap: 'Gap in the process',
    system_fault: 'System fault',
    third_party: 'Third party',
    communication: 'Communication',
    product_design: 'Product design',
    policy_rule: 'Policy or rule',
    fraud: 'Fraud',
    misunderstanding: 'Misunderstanding',
    none_found: 'None found',
  },
  category: {
    service: 'Service: staff conduct, organisation',
    technical: 'Technical: rules, platform, software',
    schedule_venue: 'Schedule and venue',
    account_payment: 'Account and payment',
    trade_result: 'Dispute over a trade or a result',
    fees: 'Fees',
    marketing_advice: 'Marketing and advice',
    fraud_security: 'Fraud and security',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    handling: 'How a complaint was handled',
    other: 'Something else',
  },
  awaiting: {
    complainant: 'Waiting for the complainant',
    organisation: 'Waiting for the organisation',
    third_party: 'Waiting for a third party',
  },
  next: {
    begin_review: 'The review begins',
    review: 'The complaint is reviewed',
    answer_request: 'Answer the request for information',
    confirm_points: 'Confirm the points',
    investigate: 'The complaint is investigated',
    assess: 'The findings are assessed',
    plan: 'A plan is made',
    approve: 'The plan is approved',
    send_decision: 'The decision is sent',
    reply_to_plan: 'Reply to the plan',
    answer_question: 'The question is answered',
    carry_out: 'The plan is carried out',
    report_outcome: 'The outcome is reported',
    confirm_outcome: 'Confirm the outcome',
    decide_appeal: 'The appeal is decided',
    nothing: 'Nothing more',
  },
} as const satisfies {
  stage: Record<Stage, string>
  outcome: Record<Outcome, string>
  channel: Record<Channel, string>
  role: Record<StaffRole, string>
  actor: Record<CaseView['timeline'][number]['by'], string>
  risk: Record<Risk, string>
  nature: Record<Nature, string>
  finding: Record<FindingResult, string>
  remedy: Record<RemedyKind, string>
  referral: Record<ReferralKind, string>
  appealResult: Record<AppealResult, string>
  asked: Record<Asked, string>
  replyMedium: Record<ReplyMedium, string>
  gap: Record<Gap, string>
  clock: Record<ClockKind, string>
  rootCause: Record<RootCause, string>
  category: Record<string, string>
  awaiting: Record<NonNullable<CaseView['awaiting']>, string>
  next: Record<CaseView['next']['what'], string>
}
