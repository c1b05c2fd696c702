/** What goes over the wire, from the API's own document; here under the names this package uses. */
export type {
  AccessRequest,
  Challenge,
  Command,
  Complaint,
  ComplaintPage as ComplaintList,
  ComplaintSummary,
  EvidenceFile as Evidence,
  Grant,
  LedgerEntry,
  LedgerPage,
  Session,
  SessionInput,
  Site,
  Submission,
  Submitted,
  Summary,
  Upload as UploadState,
} from './api.gen.ts'

/** Which cases a list shows. Times are RFC 3339 in UTC with milliseconds. */
export interface ComplaintQuery {
  stage?: string | undefined
  state?: 'open' | 'closed' | undefined
  category?: string | undefined
  channel?: string | undefined
  /** Staff only: a staff id, or `none`. */
  assignee?: string | undefined
  updatedSince?: string | undefined
  /** Partners only: their own number. */
  externalReference?: string | undefined
  order?: 'updated' | 'due' | undefined
  cursor?: string | undefined
  /** 1 to 100; 50 unless told. */
  limit?: number | undefined
}
