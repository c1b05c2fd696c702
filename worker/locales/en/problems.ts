import type { RefusalCode } from '../../core/refusal.ts'
import type { DecisionPart } from '../../core/vocabulary.ts'

/**
 * What is wrong and what to do next, for every code of a problem (RFC 9457). A place in braces is filled with what the
 * refusal carries.
 */
export default {
  problem: {
    unauthenticated: {
      title: 'Not signed in',
      detail: 'The credential is missing, wrong or no longer valid. Check the number and the code, or sign in again.',
    },
    forbidden: {
      title: 'Not allowed',
      detail: 'This credential does not reach that far. It would need: {needs}.',
    },
    not_found: {
      title: 'Not found',
      detail: 'There is nothing here that you may see. Check the address and the number.',
    },
    method_not_allowed: {
      title: 'Method not allowed',
      detail: 'This address does not take {method}. It takes {allow}.',
    },
    stale: {
      title: 'The case has moved on',
      detail:
        'Something happened on the case since you read it; it is at version {version} now. Read it again, then decide.',
    },
    conflict: {
      title: 'Somebody else was quicker',
      detail: 'Another change reached the case at the same moment. Read it again and repeat yours if it still fits.',
    },
    idempotency_key_reused: {
      title: 'Idempotency-Key used before',
      detail: 'This key belongs to a request with other content. Use a new key for a new request.',
    },
    invalid: {
      title: 'The request has errors',
      detail: 'Some fields are missing or wrong. They are listed under “errors”.',
    },
    too_many_requests: {
      title: 'Too many requests',
      detail: 'Wait {retryAfter} seconds, then try again.',
    },
    challenge_failed: {
      title: 'The check against robots failed',
      detail: 'The answer to the challenge is wrong, or too late. Ask for a new challenge and solve that.',
    },
    upload_invalid: {
      title: 'The file cannot be taken',
      detail: 'The file cannot be taken.',
    },
    payload_too_large: {
      title: 'Too large',
      detail: 'The request is larger than {limit} bytes.',
    },
    unsupported_media_type: {
      title: 'Content type not supported',
      detail: 'Send {expected} and say so in Content-Type.',
    },
    unavailable: {
      title: 'Not available just now',
      detail: 'Nothing was changed. Try again in a moment with the same Idempotency-Key.',
    },
    internal: {
      title: 'Something went wrong',
      detail: 'This is our fault. Try again; if it stays, tell us the request id.',
    },
    not_permitted: {
      title: 'Not yours to do',
      detail: 'This takes {needs}. Ask somebody who is that.',
    },
    not_assigned: {
      title: 'The case is not assigned to you',
      detail: 'Only the person to whom the case is assigned can do this. Have it assigned to you first.',
    },
    wrong_stage: {
      title: 'Not at this stage',
      detail: 'The case is at the stage “{stage}”. This can be done at: {allowedIn}.',
    },
    conflict_of_interest: {
      title: 'Conflict of interest',
      detail: 'Nobody handles a complaint about {conflict}. Somebody else has to do this.',
    },
    same_person: {
      title: 'Two people are needed',
      detail: 'Whoever proposed the plan cannot approve or return it. Another supervisor has to.',
    },
    took_part: {
      title: 'Took part in the case',
      detail: 'An appeal is decided by somebody who took no part before. Another reviewer has to decide it.',
    },
    not_senior_enough: {
      title: 'Not senior enough',
      detail: 'An appeal is decided by somebody more senior than the one who decided before: above {needsMoreThan}.',
    },
    ineligible_staff: {
      title: 'Cannot take this on',
      detail: 'This person is no {needs}. Choose somebody else.',
    },
    unknown_staff: {
      title: 'No such colleague',
      detail: 'There is no such active member of staff here to choose. Choose somebody else.',
    },
    someone_is_eligible: {
      title: 'Somebody can do it',
      detail: '{eligible} of the staff may act here, so there is nothing to appoint or waive. Assign one of them.',
    },
    nobody_eligible: {
      title: 'Nobody may act',
      detail: 'No member of staff may act here. A supervisor can appoint somebody from outside or record a waiver.',
    },
    scope_already_decided: {
      title: 'Scope decided before',
      detail: 'Whether the complaint is in scope has been decided. Only an appeal or reopening can change that.',
    },
    points_missing: {
      title: 'No points yet',
      detail: 'List the points of the complaint first, each separate claim as one.',
    },
    points_unconfirmed: {
      title: 'Points not confirmed',
      detail: 'The complainant has not agreed to the points. Wait for the answer, or correct the points.',
    },
    point_without_finding: {
      title: 'A point has no finding',
      detail: '{count} of the points have no finding yet. Record one for each.',
    },
    unknown_point: {
      title: 'No such point',
      detail: 'The case has no point “{point}”. Read the case again and use the id of one of its points.',
    },
    remedy_incomplete: {
      title: 'A remedy is not complete',
      detail:
        'Every remedy needs somebody who answers for it and a date to come. {count} do not have both. Propose the plan again.',
    },
    unknown_remedy: {
      title: 'No such remedy',
      detail: 'The plan has no remedy “{remedy}”. Read the case again and use the id of one of its remedies.',
    },
    decision_incomplete: {
      title: 'The decision is not complete',
      detail: 'A decision has to say: {missing}. Add that.',
    },
    plan_missing: {
      title: 'No plan ready',
      detail: 'There is no plan for this. Propose one first.',
    },
    plan_awaits_approval: {
      title: 'The plan awaits approval',
      detail: 'A supervisor who did not propose the plan has to approve it first.',
    },
    plan_not_awaiting_approval: {
      title: 'Nothing to approve',
      detail: 'No plan has been sent for approval. Read the case again.',
    },
    nothing_to_answer: {
      title: 'No open question',
      detail: 'Nobody has asked anything that is still open.',
    },
    nothing_to_confirm: {
      title: 'Nothing to confirm',
      detail: 'There is nothing here that waits for this answer, or it was given before. Read the case again.',
    },
    already_reported: {
      title: 'Already reported',
      detail: 'The outcome report has been sent. Write a message to add to it.',
    },
    already_done: {
      title: 'Already recorded',
      detail: 'The remedy “{remedy}” has been recorded as carried out.',
    },
    unknown_request: {
      title: 'No such open request',
      detail: 'The request “{request}” does not exist or is no longer open. Send the message without it.',
    },
    unknown_representative: {
      title: 'No such representative',
      detail: 'No representative fits. Read the case again and use the id of one of its representatives.',
    },
    unknown_evidence: {
      title: 'File not found',
      detail: '{count} of the files are not there, not yours or not completely uploaded. Upload them again.',
    },
    too_much_evidence: {
      title: 'Too many files',
      detail: 'A case holds at most {limit} files. Leave some out.',
    },
    unknown_category: {
      title: 'No such category',
      detail: 'There is no category “{category}” here. The site’s configuration lists those there are.',
    },
    nothing_to_appeal: {
      title: 'Nothing to appeal against',
      detail: 'There is no decision yet that could be appealed. You can write a message meanwhile.',
    },
    appeal_already_made: {
      title: 'Already appealed',
      detail:
        'There is one appeal in a case, and it has been made. You can turn to one of the bodies the decision names.',
    },
    appeal_window_passed: {
      title: 'Too late to appeal',
      detail: 'An appeal could be made until {until}. You can turn to one of the bodies the decision names.',
    },
    not_withdrawn: {
      title: 'Not withdrawn',
      detail: 'The complaint has not been withdrawn, so there is nothing to take back.',
    },
    withdrawal_window_passed: {
      title: 'Too late to take it back',
      detail: 'The withdrawal could be taken back until {until}. You can make a new complaint.',
    },
    not_same_complainant: {
      title: 'Another complainant',
      detail: 'The case {reference} is by somebody else. Link it as related instead.',
    },
    unknown_case: {
      title: 'No such case',
      detail: 'There is no case {reference} on this site, or it is this one.',
    },
    leads: {
      title: 'This case leads',
      detail: 'The case {reference} came first. Link the later one to it instead.',
    },
    already_linked: {
      title: 'Already linked',
      detail: 'The case is linked with {reference} already.',
    },
    not_linked: {
      title: 'Not linked',
      detail: 'There is no such link to undo.',
    },
    no_referral: {
      title: 'No referral made',
      detail: 'Record the referral to the other body first.',
    },
    no_decision_yet: {
      title: 'No decision yet',
      detail: 'This comes after a decision. Decide first.',
    },
    unknown_referral: {
      title: 'No such referral',
      detail: 'The case has no referral “{referral}”. Leave it out to record a new one.',
    },
    unknown_clock: {
      title: 'No such clock',
      detail: 'No clock that could be extended fits. Read the case again and use the id of one of its clocks.',
    },
    clock_not_extendable: {
      title: 'Cannot be extended',
      detail: 'This deadline cannot be extended now.',
    },
    not_later: {
      title: 'Not later',
      detail: 'The date has to be later than {than}.',
    },
    in_the_future: {
      title: 'In the future',
      detail: 'This has happened already, so its date cannot be in the future.',
    },
    before_receipt: {
      title: 'Before the complaint',
      detail: 'The complaint was received at {receivedAt}; the reply cannot be earlier.',
    },
    unknown_hold: {
      title: 'No such hold',
      detail: 'The case has no such legal hold.',
    },
    nothing_due: {
      title: 'Nothing due',
      detail: 'Nothing here waits for this, or it was recorded before.',
    },
    highest_level: {
      title: 'Already at the highest level',
      detail: 'The case is at the highest level of escalation.',
    },
    already_at_level: {
      title: 'Already as high',
      detail: 'The case is at level {level} of escalation. Choose a higher one.',
    },
    no_contact: {
      title: 'No way to reach them',
      detail: 'There is no address or number that works. Have the contact corrected first.',
    },
    anonymous_not_accepted: {
      title: 'Not without a name',
      detail: 'This site takes no anonymous complaints. Give a name or a way to reach you.',
    },
    consent_missing: {
      title: 'Consent missing',
      detail: 'The complaint can only be handled if you agree that what you write is processed for it.',
    },
    on_hold: {
      title: 'Under legal hold',
      detail: 'A legal hold keeps this case from being erased. An auditor has to release it first.',
    },
    promise_too_late: {
      title: 'Promised too late',
      detail: 'The rules this case stands under allow no answer to be promised for later than {latest}.',
    },
    kept_until: {
      title: 'Still to be kept',
      detail: 'The records of this case have to be kept until {until}.',
    },
    erased: {
      title: 'Erased',
      detail:
        'The personal data of this case was erased at the end of its retention. Nothing can be done on it any more.',
    },
  },
  /** Why a file is not taken. */
  upload: {
    too_large: 'The file is larger than {limit} bytes.',
    too_many: 'No more than {limit} files can be uploaded.',
    empty: 'The file is empty.',
    type_not_accepted:
      'What is in the file is not of a kind that is taken: {found}. Pictures, PDF, audio, video, text, office documents and e-mail files are.',
    extension_differs: 'The name ends in “.{extension}”, but what is in the file is {found}. Give it its right name.',
    part_size: 'This part has to be {expected} bytes; {received} arrived. Send it again.',
    part_digest: 'The part was damaged on its way: its SHA-256 is not the one in Content-Digest. Send it again.',
    part_unknown: 'The file has parts 1 to {parts}; this is none of them.',
    parts_missing: 'Parts are missing: {missing}. Send them, then complete the upload.',
    file_digest: 'The file was damaged on its way: its SHA-256 is not the one that was named. Upload it again.',
    already_complete: 'This upload is complete; it takes no more parts.',
    digest_missing: 'The header Content-Digest with the SHA-256 of the part is required (RFC 9530).',
  },
  /** What was found in a file that is not taken. */
  found: {
    program: 'a program',
    script: 'a script',
    html: 'a web page',
    svg: 'a drawing that can hold a program (SVG)',
    xml: 'XML',
    archive: 'an archive',
    macros: 'a document with macros',
    encrypted: 'an encrypted document',
    two_formats: 'two kinds of file in one',
    unknown: 'nothing that is known here',
  },
  /** What is wrong with one field. */
  field: {
    required: 'This is required.',
    unknown_field: 'There is no such field.',
    wrong_type: 'This has to be {expected}.',
    not_in_list: 'This has to be one of: {values}.',
    unknown_value: 'There is no such value.',
    too_long: 'At most {max} characters.',
    too_short: 'At least {min} characters.',
    too_many: 'At most {max} entries.',
    too_few: 'At least {min} entries.',
    too_large: 'At most {max}.',
    too_small: 'At least {min}.',
    format: 'This does not have the right form.',
    blank: 'This must not be blank.',
    ill_formed: 'This holds characters that are damaged.',
    malformed_json: 'This is not JSON.',
    invalid: 'This is not valid.',
  },
  /** What `not_permitted` and `forbidden` can ask for. */
  needs: {
    handler: 'a handler',
    supervisor: 'a supervisor',
    reviewer: 'a reviewer',
    auditor: 'an auditor',
    admin: 'an administrator',
    outside: 'an outside reviewer',
    complainant: 'the complainant in person',
    verified_representative: 'a representative whose authority has been checked',
    system: 'the system itself',
    staff: 'a member of staff',
  },
  conflict: {
    self: 'themselves',
    department: 'their own department',
    recused: 'what they stepped back from',
  },
  part: {
    reasons: 'the reasons',
    how_to_appeal: 'how to appeal',
    whom_else: 'whom else to turn to',
    timetable: 'the timetable',
    'fca-disp.ombudsman': 'the Financial Ombudsman Service',
    'fca-disp.website': 'the website of the Financial Ombudsman Service',
    'fca-disp.referral_deadline': 'the six months for going to it',
    'fca-disp.time_limits': 'whether you consent to waive its time limits',
    'psd2.dispute_body': 'the body for alternative dispute resolution',
    'cn-banking-2020.review': 'that a review (核查) can be asked for',
    'cn-banking-2020.mediation': 'mediation',
    'cn-banking-2020.courts': 'arbitration or the courts',
  },
  separator: ', ',
} as const satisfies {
  problem: Record<RefusalCode, Words> & Record<string, Words>
  part: Record<DecisionPart, string>
  [group: string]: unknown
}

interface Words {
  title: string
  detail: string
}
