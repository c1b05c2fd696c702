// Made by `npm run generate` from the API's document. Do not edit.

/** What the form of a site shows. */
export type Site = {
  siteKey: string
  name: string
  /** Language of the texts here, BCP 47. */
  locale: string
  locales: string[]
  introduction: string
  /** Who can complain here. */
  eligibility: string
  links: {
    terms: string
    privacy: string
  }
  categories: ({
    id: string
    label: string
  })[]
  remedies: ({
    kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
    label: string
  })[]
  departments: ({
    id: string
    label: string
  })[]
  /** ISO 4217. */
  currencies: string[]
  /** Whether a complaint may come without a name. */
  anonymous: boolean
  channels: {
    email: boolean
    phone: boolean
  }
  /** What the complainant can count on. */
  promise: {
    acknowledgeHours: number
    reviewHours: number
    planRounds: number
    replyWorkingDays: number
    appealWorkingDays: number
  }
  bodies: ({
    kind: 'mediation' | 'arbitration' | 'ombudsman' | 'regulator' | 'court' | 'other'
    name: string
    url?: string
  })[]
  limits: {
    files: number
    fileBytes: number
    partBytes: number
    /** Media types. */
    accept: string[]
  }
  theme: {
    accent?: string
    radius?: string
    font?: string
  }
}

/** RFC 9457. Some codes carry more members: what the refusal knows. */
export type Problem = {
  /** Where the code is explained. */
  type: string
  title: string
  status: number
  /** What is wrong and what to do next, in the language asked for. */
  detail: string
  /** Stable; what programs decide by. */
  code: string
  requestId: string
  errors?: FieldError[]
  [more: string]: unknown
}

export type FieldError = {
  /** JSON Pointer (RFC 6901) into the body; empty for the whole of it. */
  pointer: string
  /** Name of the query or path parameter, where it is one. */
  parameter?: string
  /** Stable, e.g. `required`, `unknown_field`, `too_long`. */
  code: string
  detail: string
}

/** A proof of work in the format of ALTCHA. It counts for 20 minutes. */
export type Challenge = {
  algorithm: 'SHA-256'
  /** Hex SHA-256 of salt and the number sought, written in decimal. */
  challenge: string
  salt: string
  signature: string
  /** The number sought is not larger. */
  maxnumber: number
}

export type Grant = {
  token: string
  /** RFC 3339 in UTC. */
  expiresAt: string
}

export type Upload = {
  id: string
  /** Size of every part but the last. */
  partBytes: number
  parts: number
  /** Numbers of the parts that arrived, from 1. */
  received: number[]
  state: 'open' | 'complete'
}

export type NewUpload = {
  name: string
  /** Bytes; at most 104,857,600. */
  size: number
  /** A hint only: the type is found in the content. */
  type?: string | undefined
  /** SHA-256 of the whole file, lower-case hex. */
  sha256?: string | undefined
  /** For staff who upload before there is a case. */
  siteKey?: string | undefined
}

export type PartReceived = {
  part: number
  received: number[]
}

/** A complete upload; its id can be named in a complaint or a command. */
export type EvidenceFile = {
  id: string
  name: string
  /** Media type, found in the content. */
  type: string
  size: number
  /** SHA-256 of the whole file, lower-case hex. */
  sha256: string
}

export type Submitted = {
  /** Number of the case; no secret. */
  reference: string
  /** Opens the case with the number. Shown this once; null for partners and staff, who never see it. */
  accessCode: string | null
  /** RFC 3339 in UTC. */
  receivedAt: string
  /** What happens by when. */
  promises: ({
    kind: string
    /** RFC 3339 in UTC. */
    dueAt: string
  })[]
  /** Compact JWS over what was received; the keys are at /.well-known/jwks.json. */
  receipt: string
  session: Grant & Record<string, unknown> | null
  /** Whose the code and the session are. */
  sessionOf: 'complainant' | 'representative'
}

/** A complaint as it arrives. What is missing and can be mended is asked for later. */
export type Submission = {
  /** Defaults to the channel of the caller. */
  channel?: 'web' | 'email' | 'phone' | 'chat' | 'in_person' | 'post' | 'partner' | undefined
  /** BCP 47. */
  language: string
  anonymous?: boolean | undefined
  complainant?: {
    name?: string | undefined
    email?: string | undefined
    phone?: string | undefined
    preferredChannel?: 'email' | 'phone' | 'post' | undefined
    customerReference?: string | undefined
  } | undefined
  representative?: {
    name: string
    relation: string
    email?: string | undefined
    phone?: string | undefined
    /** Evidence id of the written authority. */
    authority?: string | undefined
  } | undefined
  category?: string | undefined
  product?: string | undefined
  /** Calendar date, YYYY-MM-DD. */
  occurredOn?: string | undefined
  subject?: string | undefined
  narrative: string
  respondentDepartment?: string | undefined
  respondentPerson?: string | undefined
  wish?: {
    kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
    money?: {
      /** Minor units, e.g. cents. */
      amount: number
      /** ISO 4217 code. */
      currency: string
    } | undefined
    text?: string | undefined
  } | undefined
  /** Willing to help the investigation. */
  willing?: boolean | undefined
  /** Circumstances that need particular care. */
  vulnerable?: string | undefined
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  /** Consent to the processing of this complaint. */
  consent: boolean
  /** The partner’s own number. */
  externalReference?: string | undefined
  /** When it reached the organisation, if not now. Staff only. */
  receivedAt?: string | undefined
  /** Needed from staff, whose token is tied to no site. */
  siteKey?: string | undefined
}

export type Session = {
  token: string
  /** RFC 3339 in UTC. */
  expiresAt: string
  reference: string
  as: 'complainant' | 'representative'
  /** A new code, from a link that reissues access. */
  accessCode?: string
} | {
  /** The contact is confirmed; nothing is opened. */
  confirmed: 'email' | 'phone'
}

export type SessionInput = {
  /** As people type it. */
  reference: string
  /** As people type or paste it. */
  accessCode: string
} | {
  /** The token of a link in a message. */
  link: string
}

export type AccessRequested = {
  /** Says nothing of whether anything was sent. */
  accepted: true
}

/** The number, and the e-mail address or telephone number given with it. */
export type AccessRequest = {
  /** As people type it. */
  reference: string
  email: string
} | {
  /** As people type it. */
  reference: string
  phone: string
}

/** The case as this caller may see it. */
export type Complaint = {
  reference: string
  /** Number of events this caller may see; for `expectedVersion`. */
  version: number
  stage: 'received' | 'review' | 'investigation' | 'assessment' | 'planning' | 'offered' | 'execution' | 'confirmation' | 'appeal' | 'closed'
  outcome: 'resolved' | 'resolved_unconfirmed' | 'unresolved' | 'not_upheld' | 'out_of_scope' | 'duplicate' | 'withdrawn' | 'referred' | null
  /** RFC 3339 in UTC. */
  receivedAt: string
  /** RFC 3339 in UTC. */
  closedAt: string | null
  channel: 'web' | 'email' | 'phone' | 'chat' | 'in_person' | 'post' | 'partner'
  language: string
  anonymous: boolean
  category: string
  product: string | null
  occurredOn: string | null
  subject: string | null
  narrative: string | null
  externalReference: string | null
  wish: {
    kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
    money: {
      /** Minor units, e.g. cents. */
      amount: number
      /** ISO 4217 code. */
      currency: string
    } | null
    text: string | null
  } | null
  complainant: {
    name?: string
    email?: string
    phone?: string
    preferredChannel?: string
    customerReference?: string
  }
  representative: {
    id: string
    name: string
    relation: string
    state: 'named' | 'verified' | 'refused' | 'revoked'
  } | null
  gaps: ('contact' | 'subject' | 'category' | 'authority')[]
  awaiting: 'complainant' | 'organisation' | 'third_party' | null
  next: {
    what: 'begin_review' | 'review' | 'answer_request' | 'confirm_points' | 'investigate' | 'assess' | 'plan' | 'approve' | 'send_decision' | 'reply_to_plan' | 'answer_question' | 'carry_out' | 'report_outcome' | 'confirm_outcome' | 'decide_appeal' | 'nothing'
    who: 'complainant' | 'organisation' | 'third_party'
    /** RFC 3339 in UTC. */
    by: string | null
  }
  clocks: ({
    id: string
    kind: 'acknowledge' | 'review' | 'investigate' | 'assess' | 'plan' | 'approve' | 'notify' | 'answer' | 'execute' | 'progress' | 'confirm' | 'request' | 'reply' | 'appeal_window' | 'appeal' | 'fca-disp.summary_resolution' | 'fca-disp.final_response' | 'fca-disp.promised_response' | 'fca-disp.referral' | 'psd2.reply' | 'psd2.final_reply' | 'cfpb.response' | 'cfpb.final_response' | 'cfpb.feedback' | 'cn-banking-2020.decision' | 'cn-banking-2020.complex_decision' | 'cn-banking-2020.extended_decision' | 'cn-banking-2020.review_window' | 'cn-banking-2020.review'
    /** RFC 3339 in UTC. */
    since: string
    /** RFC 3339 in UTC. */
    warnAt: string | null
    /** RFC 3339 in UTC. */
    dueAt: string
    /** When silence takes effect, where the due date only reminds. */
    lapseAt: string | null
    /** RFC 3339 in UTC. */
    pausedAt: string | null
    pauses: ([string, string])[]
    /** When the deadline was missed or the reminder went out. */
    passedAt: string | null
    extended: boolean
    /** What moved the date, beside pauses, and from when to when. */
    moves: ({
      /** RFC 3339 in UTC. */
      at: string
      because: 'extension' | 'calendar'
      /** RFC 3339 in UTC. */
      from: string
      /** RFC 3339 in UTC. */
      to: string
    })[]
    /** What it counts from. */
    starts: 'received' | 'investigation' | 'held' | 'decided' | 'accepted' | 'referred' | 'appealed' | 'appeal_decided' | 'closed' | 'stage' | 'plan_step' | 'message' | 'asked' | 'question' | 'report'
    /** The rule of a regulator that sets it; null for the process itself. */
    source: string | null
    /** How long it runs; null where the case sets the date. */
    length: 
  | {
      hours: number
    }
  | {
      workingDays: number
    }
  | {
      days: number
      until?: 'end_of_day' | 'close_of_business'
      lastDay?: 'any' | 'worked'
    }
  | {
      weeks: number
      until?: 'end_of_day' | 'close_of_business'
      lastDay?: 'any' | 'worked'
    }
  | {
      months: number
      until?: 'end_of_day' | 'close_of_business'
      lastDay?: 'any' | 'worked'
    }
  | null
    /** Days counted; null for hours and for dates somebody set. */
    counted: number | null
    /** The date lies past the known holidays and may still move. */
    uncertain: boolean
    /** Why this date: for working days each day from start to deadline, counted or skipped; for other lengths the days skipped. */
    days: ({
      date: string
      counts: boolean
      why: 'working' | 'extra' | 'weekend' | 'holiday' | 'paused'
      name?: string
      /** By language (BCP 47), where there are several. */
      names?: Record<string, string>
    })[]
  })[]
  points: ({
    id: string
    text: string
    finding: {
      result: 'upheld' | 'partly_upheld' | 'not_upheld' | 'cannot_be_determined'
      reasons: string
      evidence: string[]
      /** RFC 3339 in UTC. */
      at: string
    } | null
  })[]
  pointsState: 'none' | 'asked' | 'confirmed' | 'disputed' | 'unanswered'
  requests: ({
    id: string
    of: 'complainant' | 'department' | 'counsel' | 'third_party'
    about: 'information' | 'points' | 'gaps'
    question: string | null
    to: string | null
    /** RFC 3339 in UTC. */
    askedAt: string
    /** RFC 3339 in UTC. */
    dueAt: string | null
    state: 'open' | 'answered' | 'lapsed'
  })[]
  /** The plan as sent to the complainant; null until an offer. */
  plan: {
    id: string
    state: 'offered' | 'accepted' | 'rejected' | 'lapsed'
    final: boolean
    /** RFC 3339 in UTC. */
    offeredAt: string
    reasons: string
    timetable: string | null
    howToAppeal: string | null
    whomElse: string | null
    note: string | null
    remedies: ({
      id: string
      kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
      content: string
      money: {
        /** Minor units, e.g. cents. */
        amount: number
        /** ISO 4217 code. */
        currency: string
      } | null
      due: string | null
      owner: string | null
      /** Staff side only; null for others. */
      budget: {
        /** Minor units, e.g. cents. */
        amount: number
        /** ISO 4217 code. */
        currency: string
      } | null
      done: {
        on: string
        note: string
        cost: {
          /** Minor units, e.g. cents. */
          amount: number
          /** ISO 4217 code. */
          currency: string
        } | null
      } | null
    })[]
  } | null
  question: {
    about: 'plan' | 'report'
    /** RFC 3339 in UTC. */
    at: string
  } | null
  report: {
    /** RFC 3339 in UTC. */
    at: string
    text: string
  } | null
  appeal: {
    /** RFC 3339 in UTC. */
    at: string
    grounds: string
    decided: {
      result: 'stands' | 'varied' | 'overturned'
      reasons: string
      /** RFC 3339 in UTC. */
      at: string
    } | null
  } | null
  /** RFC 3339 in UTC. */
  appealUntil: string | null
  rating: number | null
  referrals: ({
    id: string
    kind: 'mediation' | 'arbitration' | 'ombudsman' | 'regulator' | 'court' | 'other'
    state: 'requested' | 'made' | 'concluded'
    body: string | null
  })[]
  links: ({
    kind: string
    reference: string
  })[]
  evidence: ({
    id: string
    name: string
    type: string
    size: number
    sha256: string
    /** RFC 3339 in UTC. */
    at: string
    by: string
    internal: boolean
  })[]
  timeline: ({
    seq: number
    /** RFC 3339 in UTC. */
    at: string
    /** Event type, e.g. `plan_offered`. */
    type: string
    by: 'complainant' | 'representative' | 'partner' | 'staff' | 'system'
    /** Staff id; staff side only. */
    staff: string | null
    onBehalfOf: 'complainant'
    facts: Record<string, unknown>
    /** Null where nothing was said, or it was erased. */
    text: Record<string, unknown> | null
    evidence: string[]
    internal: boolean
  })[]
  /** Earlier entries, if any, are in the ledger below this number. */
  timelineFrom: number
  /** The commands this caller can give now. */
  allowed: string[]
  /** RFC 3339 in UTC. */
  erasedAt: string | null
  staff: {
    assignee: string | null
    nature: 'objective' | 'subjective' | null
    risk: 'low' | 'medium' | 'high' | 'critical'
    respondent: {
      department: string | null
      staff: string | null
      person: string | null
    }
    vulnerable: string | null
    willing: boolean | null
    escalation: number
    rootCause: 'human_error' | 'process_gap' | 'system_fault' | 'third_party' | 'communication' | 'product_design' | 'policy_rule' | 'fraud' | 'misunderstanding' | 'none_found' | null
    cause: string | null
    participants: ({
      id: string
      department: string
      seniority: number
    })[]
    recused: string[]
    holds: string[]
    breaches: ('acknowledge' | 'review' | 'investigate' | 'assess' | 'plan' | 'approve' | 'notify' | 'answer' | 'execute' | 'progress' | 'confirm' | 'request' | 'reply' | 'appeal_window' | 'appeal' | 'fca-disp.summary_resolution' | 'fca-disp.final_response' | 'fca-disp.promised_response' | 'fca-disp.referral' | 'psd2.reply' | 'psd2.final_reply' | 'cfpb.response' | 'cfpb.final_response' | 'cfpb.feedback' | 'cn-banking-2020.decision' | 'cn-banking-2020.complex_decision' | 'cn-banking-2020.extended_decision' | 'cn-banking-2020.review_window' | 'cn-banking-2020.review')[]
    /** Staff who may handle the case, and who may decide an appeal on it. */
    eligible: {
      handlers: string[]
      reviewers: string[]
    }
    contact: {
      email: string
      phone: string
    }
    representatives: ({
      id: string
      state: string
      name: string
      relation: string
    })[]
    draftPlan: {
      id: string
      state: string
      proposedBy: string
      reasons: string
      remedies: ({
        id: string
        kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
        content: string
        money: {
          /** Minor units, e.g. cents. */
          amount: number
          /** ISO 4217 code. */
          currency: string
        } | null
        due: string | null
        owner: string | null
        /** Staff side only; null for others. */
        budget: {
          /** Minor units, e.g. cents. */
          amount: number
          /** ISO 4217 code. */
          currency: string
        } | null
        done: {
          on: string
          note: string
          cost: {
            /** Minor units, e.g. cents. */
            amount: number
            /** ISO 4217 code. */
            currency: string
          } | null
        } | null
      })[]
    } | null
    draftFindings: ({
      point: string
      finding: {
        result: 'upheld' | 'partly_upheld' | 'not_upheld' | 'cannot_be_determined'
        reasons: string
        evidence: string[]
        /** RFC 3339 in UTC. */
        at: string
      }
    })[]
  } | null
}

/** One act of the process, told apart by `type`. */
export type Command =
  | AddMessage
  | ConfirmPoints
  | AcceptPlan
  | QuestionPlan
  | RejectPlan
  | ConfirmOutcome
  | QuestionOutcome
  | Appeal
  | RequestEscalation
  | RequestReferral
  | CommentOnHandling
  | CorrectContact
  | Withdraw
  | RescindWithdrawal
  | RevokeRepresentative
  | RecordAcknowledgement
  | RequestInformation
  | RecordInformation
  | Verify
  | VerifyRepresentative
  | Classify
  | SetPoints
  | DecideScope
  | LinkDuplicate
  | UnlinkDuplicate
  | Assign
  | Recuse
  | AppointOutside
  | WaiveIndependence
  | StartInvestigation
  | RecordInterimMeasure
  | Note
  | Message
  | FinishInvestigation
  | RecordFinding
  | FinishAssessment
  | ProposePlan
  | ApprovePlan
  | ReturnPlan
  | OfferPlan
  | RecordRemedy
  | ReportProgress
  | RevisePlan
  | ReportOutcome
  | RecordReply
  | SendHoldingResponse
  | DecideAppeal
  | RecordReferral
  | Escalate
  | ExtendClock
  | Close
  | Reopen
  | PlaceHold
  | ReleaseHold
  | Rectify
  | ReissueAccess

/** Say something, answer a request for information, add evidence. */
export type AddMessage = {
  message: string
  request?: string | undefined
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'add_message'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Say whether the points are what the complaint is about. */
export type ConfirmPoints = {
  agreed: boolean
  comment?: string | undefined
  type: 'confirm_points'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Accept the plan on offer. */
export type AcceptPlan = {
  comment?: string | undefined
  type: 'accept_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Ask about the plan; the time to reply stands still until the answer. */
export type QuestionPlan = {
  question: string
  type: 'question_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Refuse the plan and say what is wanted instead. */
export type RejectPlan = {
  reason: string
  wish?: {
    kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
    money?: {
      /** Minor units, e.g. cents. */
      amount: number
      /** ISO 4217 code. */
      currency: string
    } | undefined
    text?: string | undefined
  } | undefined
  type: 'reject_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Say whether the outcome satisfies, with a rating, and name what was not delivered as promised. */
export type ConfirmOutcome = {
  satisfied: boolean
  rating?: number | undefined
  comment?: string | undefined
  undelivered?: string[] | undefined
  type: 'confirm_outcome'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Ask about the outcome report; the time to reply stands still until the answer. */
export type QuestionOutcome = {
  question: string
  type: 'question_outcome'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Appeal against the decision; once, until the window after the closing has passed. */
export type Appeal = {
  grounds: string
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'appeal'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Ask that somebody more senior looks at the case. */
export type RequestEscalation = {
  reason?: string | undefined
  type: 'request_escalation'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Ask for mediation, arbitration or another body. */
export type RequestReferral = {
  kind: 'mediation' | 'arbitration' | 'ombudsman' | 'regulator' | 'court' | 'other'
  reason?: string | undefined
  type: 'request_referral'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Complain about the handling itself; this opens a linked case against the handler. */
export type CommentOnHandling = {
  comment: string
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'comment_on_handling'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Correct name, e-mail address, telephone number or preferred channel. */
export type CorrectContact = {
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  preferredChannel?: 'web' | 'email' | 'phone' | 'chat' | 'in_person' | 'post' | 'partner' | undefined
  type: 'correct_contact'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Withdraw the complaint; it ends the same day and can be rescinded while the window runs. */
export type Withdraw = {
  reason?: string | undefined
  type: 'withdraw'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Take a withdrawal back; the case goes on where it stood. */
export type RescindWithdrawal = {
  reason?: string | undefined
  type: 'rescind_withdrawal'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** End the authority of a representative; their credential stops working at once. */
export type RevokeRepresentative = {
  representative: string
  reason?: string | undefined
  type: 'revoke_representative'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record that somebody who cannot be reached electronically was told, and how. */
export type RecordAcknowledgement = {
  note: string
  type: 'record_acknowledgement'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Ask the complainant, a colleague, counsel or an outside party for information. */
export type RequestInformation = {
  of: 'complainant' | 'department' | 'counsel' | 'third_party'
  question: string
  /** The colleague who is to answer, when a department is asked. */
  staff?: string | undefined
  /** Name of the outside party or counsel. */
  to?: string | undefined
  type: 'request_information'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record information gathered: transaction records, account data, logs, statements, an answer. */
export type RecordInformation = {
  /** The open request this answers. */
  request?: string | undefined
  content: string
  source?: string | undefined
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'record_information'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record that identity, contact and content were checked. */
export type Verify = {
  identity: boolean
  contact: boolean
  content: boolean
  note?: string | undefined
  type: 'verify'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Accept or refuse a representative after checking their written authority. */
export type VerifyRepresentative = {
  representative: string
  accepted: boolean
  note?: string | undefined
  type: 'verify_representative'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Set category, nature, risk and the respondent. A handler with a conflict is unassigned. */
export type Classify = {
  category: string
  nature: 'objective' | 'subjective'
  risk: 'low' | 'medium' | 'high' | 'critical'
  respondentDepartment?: string | undefined
  respondentStaff?: string | undefined
  respondentPerson?: string | undefined
  reason?: string | undefined
  type: 'classify'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** List the points, each separate claim, and ask the complainant to confirm them. */
export type SetPoints = {
  points: ({
    id?: string | undefined
    text: string
  })[]
  wish?: string | undefined
  /** False where the points are the complainant’s own words. */
  ask?: boolean | undefined
  type: 'set_points'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Decide whether the complaint is in scope and needs an investigation. In scope sends the formal acceptance. */
export type DecideScope = {
  inScope: boolean
  needsInvestigation?: boolean | undefined
  /** Required when out of scope. */
  reasons?: string | undefined
  referral?: 'mediation' | 'arbitration' | 'ombudsman' | 'regulator' | 'court' | 'other' | undefined
  /** Who else can help, by name. */
  body?: string | undefined
  type: 'decide_scope'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Close as a duplicate of an earlier case by the same complainant, or relate to somebody else’s. */
export type LinkDuplicate = {
  reference: string
  relation?: 'duplicate' | 'related' | undefined
  reason?: string | undefined
  type: 'link_duplicate'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Undo a link made in error; a case closed as a duplicate goes on where it stood. */
export type UnlinkDuplicate = {
  reference: string
  reason: string
  type: 'unlink_duplicate'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Give the case to somebody who may handle it. A handler may take what nobody has. */
export type Assign = {
  to: string
  type: 'assign'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Step back from the case; nothing brings the person back to it. */
export type Recuse = {
  reason: string
  type: 'recuse'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Appoint somebody from outside, limited to this case, where nobody on the staff may act. */
export type AppointOutside = {
  purpose: 'handle' | 'approve' | 'appeal'
  name: string
  email: string
  seniority?: number | undefined
  reason: string
  type: 'appoint_outside'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record why somebody in the respondent department must act all the same; it is printed in the decision. */
export type WaiveIndependence = {
  staff: string
  purpose: 'handle' | 'approve' | 'appeal'
  reason: string
  type: 'waive_independence'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Begin the investigation of a case in scope. */
export type StartInvestigation = {
  type: 'start_investigation'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record a measure that stops further harm meanwhile: a freeze, a fee suspended. */
export type RecordInterimMeasure = {
  content: string
  /** Calendar date, YYYY-MM-DD. */
  until?: string | undefined
  type: 'record_interim_measure'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Keep an internal note; it never leaves the staff side. */
export type Note = {
  note: string
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'note'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Write to the complainant; answers an open question about the plan or the report. */
export type Message = {
  message: string
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'message'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** End the gathering of information; assessment begins. */
export type FinishInvestigation = {
  summary: string
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'finish_investigation'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record the finding on one point, with its reasons and the evidence relied on. */
export type RecordFinding = {
  point: string
  result: 'upheld' | 'partly_upheld' | 'not_upheld' | 'cannot_be_determined'
  reasons: string
  /** Evidence already on the case. */
  reliesOn?: string[] | undefined
  type: 'record_finding'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** End the assessment with the root cause; planning begins. */
export type FinishAssessment = {
  rootCause: 'human_error' | 'process_gap' | 'system_fault' | 'third_party' | 'communication' | 'product_design' | 'policy_rule' | 'fraud' | 'misunderstanding' | 'none_found'
  cause: string
  type: 'finish_assessment'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Propose a plan: remedies with content, owner, due date, money; none for an explanation only. */
export type ProposePlan = {
  reasons: string
  remedies: ({
    kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
    content: string
    money?: {
      /** Minor units, e.g. cents. */
      amount: number
      /** ISO 4217 code. */
      currency: string
    } | undefined
    /** Staff id or department that answers for it. */
    owner?: string | undefined
    /** Calendar date, YYYY-MM-DD. */
    due?: string | undefined
    budget?: {
      /** Minor units, e.g. cents. */
      amount: number
      /** ISO 4217 code. */
      currency: string
    } | undefined
  })[]
  type: 'propose_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Approve a plan that somebody else proposed. */
export type ApprovePlan = {
  note?: string | undefined
  type: 'approve_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Return a plan to its author with the reason. */
export type ReturnPlan = {
  reason: string
  type: 'return_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Send the written decision: findings, plan, reasons, timetable, how to appeal, whom else to turn to. */
export type OfferPlan = {
  timetable?: string | undefined
  howToAppeal?: string | undefined
  whomElse?: string | undefined
  note?: string | undefined
  type: 'offer_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record that a remedy was carried out, when, how, at what cost, with its evidence. */
export type RecordRemedy = {
  remedy: string
  /** Calendar date, YYYY-MM-DD. */
  deliveredOn: string
  note: string
  cost?: {
    /** Minor units, e.g. cents. */
    amount: number
    /** ISO 4217 code. */
    currency: string
  } | undefined
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  type: 'record_remedy'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Tell the complainant how the execution goes. */
export type ReportProgress = {
  report: string
  type: 'report_progress'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Go back to planning because a question or a new problem changes the plan. */
export type RevisePlan = {
  reason: string
  type: 'revise_plan'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Send the outcome report: was each remedy delivered, how, when, by whom, at what cost. */
export type ReportOutcome = {
  report: string
  type: 'report_outcome'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record what the complainant said by phone, post, in person or e-mail; they get a copy. */
export type RecordReply = {
  how: 'phone' | 'post' | 'in_person' | 'email' | 'chat'
  /** RFC 3339 in UTC with milliseconds, e.g. 2026-03-02T21:13:55.000Z. */
  receivedAt: string
  note?: string | undefined
  /** Ids of completed uploads. */
  evidence?: string[] | undefined
  reply: 
  | {
    message: string
    request?: string | undefined
    /** Ids of completed uploads. */
    evidence?: string[] | undefined
    type: 'add_message'
  }
  | {
    agreed: boolean
    comment?: string | undefined
    type: 'confirm_points'
  }
  | {
    comment?: string | undefined
    type: 'accept_plan'
  }
  | {
    question: string
    type: 'question_plan'
  }
  | {
    reason: string
    wish?: {
      kind: 'apology' | 'explanation' | 'correction' | 'refund' | 'compensation' | 'replacement' | 'reexamination' | 'goodwill' | 'process_change' | 'staff_training' | 'account_action' | 'other'
      money?: {
        /** Minor units, e.g. cents. */
        amount: number
        /** ISO 4217 code. */
        currency: string
      } | undefined
      text?: string | undefined
    } | undefined
    type: 'reject_plan'
  }
  | {
    satisfied: boolean
    rating?: number | undefined
    comment?: string | undefined
    undelivered?: string[] | undefined
    type: 'confirm_outcome'
  }
  | {
    question: string
    type: 'question_outcome'
  }
  | {
    grounds: string
    /** Ids of completed uploads. */
    evidence?: string[] | undefined
    type: 'appeal'
  }
  | {
    reason?: string | undefined
    type: 'request_escalation'
  }
  | {
    kind: 'mediation' | 'arbitration' | 'ombudsman' | 'regulator' | 'court' | 'other'
    reason?: string | undefined
    type: 'request_referral'
  }
  | {
    comment: string
    /** Ids of completed uploads. */
    evidence?: string[] | undefined
    type: 'comment_on_handling'
  }
  | {
    name?: string | undefined
    email?: string | undefined
    phone?: string | undefined
    preferredChannel?: 'web' | 'email' | 'phone' | 'chat' | 'in_person' | 'post' | 'partner' | undefined
    type: 'correct_contact'
  }
  | {
    reason?: string | undefined
    type: 'withdraw'
  }
  | {
    reason?: string | undefined
    type: 'rescind_withdrawal'
  }
  type: 'record_reply'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Tell the complainant that more time is needed: why, and until when. */
export type SendHoldingResponse = {
  reasons: string
  /** Calendar date, YYYY-MM-DD. */
  until: string
  type: 'send_holding_response'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Decide the appeal: the decision stands, is varied or overturned, with reasons. */
export type DecideAppeal = {
  result: 'stands' | 'varied' | 'overturned'
  reasons: string
  type: 'decide_appeal'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Record a referral to mediation, arbitration, an ombudsman or a court, and later its result. */
export type RecordReferral = {
  /** The referral asked for or made before that this one updates. */
  referral?: string | undefined
  kind: 'mediation' | 'arbitration' | 'ombudsman' | 'regulator' | 'court' | 'other'
  body: string
  /** Calendar date, YYYY-MM-DD. */
  madeOn: string
  result?: string | undefined
  type: 'record_referral'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Raise the case to a supervisor (2) or a reviewer (3). */
export type Escalate = {
  to: 2 | 3
  reason: string
  type: 'escalate'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Extend a clock to the close of a later day, with the reason; the complainant is told. */
export type ExtendClock = {
  clock: string
  /** Calendar date, YYYY-MM-DD. */
  until: string
  reason: string
  type: 'extend_clock'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Close a case that was referred to another body, or that stays unresolved after its decision. */
export type Close = {
  outcome: 'referred' | 'unresolved'
  reasons: string
  type: 'close'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Open a closed case again at a named stage, with the reason. */
export type Reopen = {
  stage: 'review' | 'investigation' | 'assessment' | 'planning' | 'execution'
  reason: string
  type: 'reopen'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Place a legal hold: it stops erasure. */
export type PlaceHold = {
  reason: string
  type: 'place_hold'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Release a legal hold. */
export type ReleaseHold = {
  hold: string
  reason: string
  type: 'release_hold'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Correct personal data held in error; the original stays in the ledger until erasure. */
export type Rectify = {
  changes: {
    name?: string | undefined
    customerReference?: string | undefined
    product?: string | undefined
    subject?: string | undefined
    respondentPerson?: string | undefined
  }
  reason: string
  type: 'rectify'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

/** Send the complainant or a representative a new one-time link to a contact of theirs. */
export type ReissueAccess = {
  to?: string | undefined
  type: 'reissue_access'
  /** The `version` of the view that was acted on; another one is refused as `stale`. */
  expectedVersion?: number | undefined
}

export type LedgerPage = {
  data: LedgerEntry[]
  /** Pass as `after`; null at the end. */
  next: number | null
}

/** With facts and text where this caller may see the event, without text where it was erased, else its `body` alone. Each way the chain can be verified. */
export type LedgerEntry = {
  seq: number
  /** SHA-256 in base64url. */
  body: string
  /** SHA-256 in base64url. */
  hash: string
  /** SHA-256 in base64url. */
  prev?: string
  facts?: Record<string, unknown>
  factSalt?: string
  /** SHA-256 in base64url. */
  commit?: string
  text?: Record<string, unknown> | null
  salt?: string
}

export type ComplaintPage = {
  data: ComplaintSummary[]
  /** Opaque; null at the end. A page can be short although more follow. */
  next: string | null
}

export type ComplaintSummary = {
  reference: string
  site: string
  stage: 'received' | 'review' | 'investigation' | 'assessment' | 'planning' | 'offered' | 'execution' | 'confirmation' | 'appeal' | 'closed'
  outcome: 'resolved' | 'resolved_unconfirmed' | 'unresolved' | 'not_upheld' | 'out_of_scope' | 'duplicate' | 'withdrawn' | 'referred' | null
  category: string
  channel: string
  /** RFC 3339 in UTC. */
  receivedAt: string
  /** RFC 3339 in UTC. */
  updatedAt: string
  /** RFC 3339 in UTC. */
  closedAt: string | null
  /** RFC 3339 in UTC. */
  nextDueAt: string | null
  escalation: number
  assignee: string | null
  department: string | null
  subject: string | null
  complainant: string | null
}

export type Summary = {
  from: string
  to: string
  /** By category and measure: `received`, `closed`, `appealed`, `breached`, `outcome:<outcome>`, `breach:<clock>`, `remedy:<kind>`, `paid:<currency>` (minor units), `rating:<1-5>`, … */
  counts: Record<string, Record<string, number>>
  /** Time spent in each stage, in hours. */
  stages: ({
    stage: 'received' | 'review' | 'investigation' | 'assessment' | 'planning' | 'offered' | 'execution' | 'confirmation' | 'appeal' | 'closed'
    cases: number
    median: number
    p90: number
  })[]
}
