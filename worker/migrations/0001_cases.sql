-- Times are RFC 3339 in UTC with milliseconds, so that text order is time order. Keys, hashes and sealed bytes are BLOBs.
-- `complaint` in other tables is the reference of a case. What is sealed or keyed is described in worker/vault, what is
-- packed in worker/store/pack.ts.

CREATE TABLE site (
  id TEXT NOT NULL PRIMARY KEY,
  public_key TEXT NOT NULL UNIQUE,
  config TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  email BLOB NOT NULL,            -- blind index of the address
  sealed BLOB NOT NULL,           -- name and address, under the master key
  roles TEXT NOT NULL,            -- JSON array
  department TEXT NOT NULL,
  seniority INTEGER NOT NULL,
  sites TEXT,                     -- JSON array of site ids; NULL is every site
  only_case TEXT,                 -- somebody appointed from outside sees this case alone
  active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Not unique: the same person can be appointed from outside for several cases, each time under a new id.
CREATE INDEX staff_email ON staff (email);

-- Personal access tokens.
CREATE TABLE staff_token (
  hash BLOB NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  staff TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_session (
  hash BLOB NOT NULL PRIMARY KEY,
  staff TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_session_expires ON staff_session (expires_at);

-- One-time sign-in links; gone once used.
CREATE TABLE staff_link (
  hash BLOB NOT NULL PRIMARY KEY,
  staff TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_link_expires ON staff_link (expires_at);

CREATE TABLE partner_key (
  hash BLOB NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  partner TEXT NOT NULL,          -- stays the same when a partner's key is replaced
  site TEXT NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,           -- JSON array
  created_at TEXT NOT NULL,
  expires_at TEXT
) STRICT, WITHOUT ROWID;

-- Rows here and in `event` are too long for WITHOUT ROWID, which would spill each into pages of its own.
CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  version INTEGER NOT NULL,
  party_version INTEGER NOT NULL,
  stage TEXT NOT NULL,
  outcome TEXT,
  category TEXT NOT NULL,
  channel TEXT NOT NULL,
  assignee TEXT,
  department TEXT,                -- of the respondent
  risk TEXT NOT NULL,
  escalation INTEGER NOT NULL,
  awaiting TEXT,                  -- complainant, organisation, third_party; NULL when closed
  received_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  closed_at TEXT,
  next_due_at TEXT NOT NULL,      -- earliest deadline of ours; year 9999 when none runs
  sweep_at TEXT,                  -- when a clock next asks for something
  erase_at TEXT,                  -- when retention ends; NULL while open, on hold or erased
  partner TEXT,
  external_reference BLOB,        -- keyed hash of the partner's own number
  intake BLOB,                    -- id of the intake token that filed it
  state BLOB NOT NULL,            -- the folded facts, packed
  anchors TEXT NOT NULL,          -- JSON array: older events the view needs beside the newest
  head BLOB NOT NULL,             -- hash of the newest event
  case_key BLOB,                  -- wrapped; NULL once erased
  card BLOB                       -- sealed: names, contacts, subject
) STRICT;
-- What lists are led by, in both their orders; worker/store/lists.ts names them.
CREATE INDEX list_updated ON complaint (updated_at);
CREATE INDEX list_site_updated ON complaint (site, updated_at);
CREATE INDEX list_stage_updated ON complaint (stage, updated_at);
CREATE INDEX list_site_stage_updated ON complaint (site, stage, updated_at);
CREATE INDEX list_assignee_updated ON complaint (assignee, updated_at) WHERE assignee IS NOT NULL;
CREATE INDEX list_partner_updated ON complaint (partner, updated_at) WHERE partner IS NOT NULL;
CREATE INDEX list_due ON complaint (next_due_at) WHERE closed_at IS NULL;
CREATE INDEX list_site_due ON complaint (site, next_due_at) WHERE closed_at IS NULL;
CREATE INDEX list_stage_due ON complaint (stage, next_due_at) WHERE closed_at IS NULL;
CREATE INDEX list_site_stage_due ON complaint (site, stage, next_due_at) WHERE closed_at IS NULL;
CREATE INDEX list_assignee_due ON complaint (assignee, next_due_at) WHERE closed_at IS NULL;
CREATE INDEX list_partner_due ON complaint (partner, next_due_at) WHERE closed_at IS NULL;
CREATE INDEX complaint_erase ON complaint (erase_at) WHERE erase_at IS NOT NULL;
CREATE INDEX complaint_sweep ON complaint (sweep_at) WHERE sweep_at IS NOT NULL;
CREATE UNIQUE INDEX complaint_external ON complaint (partner, external_reference) WHERE external_reference IS NOT NULL;
-- One intake token files one complaint.
CREATE UNIQUE INDEX complaint_intake ON complaint (intake) WHERE intake IS NOT NULL;

-- The ledger. See worker/core/ledger.ts for what is hashed.
CREATE TABLE event (
  complaint TEXT NOT NULL,
  seq INTEGER NOT NULL,
  facts BLOB NOT NULL,            -- packed, with the event's type
  fact_salt BLOB NOT NULL,
  commitment BLOB NOT NULL,
  hash BLOB NOT NULL,
  sealed BLOB NOT NULL,           -- text and its salt
  -- A writer who lost a race inserts a number that is taken, and its whole batch fails.
  PRIMARY KEY (complaint, seq)
) STRICT;

-- Access codes. `holder` is `complainant` or the id of a representative.
CREATE TABLE credential (
  complaint TEXT NOT NULL,
  holder TEXT NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (complaint, holder)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  hash BLOB NOT NULL PRIMARY KEY,
  complaint TEXT NOT NULL,
  holder TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_case ON session (complaint);
CREATE INDEX session_expires ON session (expires_at);

-- One-time links in messages; gone once used.
CREATE TABLE link (
  hash BLOB NOT NULL PRIMARY KEY,
  complaint TEXT NOT NULL,
  holder TEXT NOT NULL,
  purpose TEXT NOT NULL,          -- confirm, access, reissue
  channel TEXT NOT NULL,          -- email, phone: the contact it was sent to
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX link_case ON link (complaint);
CREATE INDEX link_expires ON link (expires_at);

CREATE TABLE contact_index (
  site TEXT NOT NULL,
  kind TEXT NOT NULL,             -- email, phone
  blind BLOB NOT NULL,
  complaint TEXT NOT NULL,
  PRIMARY KEY (site, kind, blind, complaint)
) STRICT, WITHOUT ROWID;

-- Uploads; the bytes are in R2. Before it is attached to a case a file has an owner and expires.
CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  site TEXT NOT NULL,
  owner TEXT,                     -- who may continue and attach it; NULL once attached
  complaint TEXT,
  name BLOB NOT NULL,             -- sealed under the file's key
  size INTEGER NOT NULL,
  type TEXT,                      -- found in the content
  sha256 BLOB,                    -- of the content, once complete
  state TEXT NOT NULL,            -- open, complete
  object TEXT NOT NULL,           -- key in R2
  file_key BLOB,                  -- wrapped by the upload or the installation, then by the case
  upload TEXT,                    -- R2's id of the multipart upload
  parts TEXT NOT NULL DEFAULT '{}', -- JSON: part number to what R2 answered for it
  created_at TEXT NOT NULL,
  -- NULL once attached. Attaching asks for a time not yet passed, the sweep for one an hour past: they never meet.
  expires_at TEXT
) STRICT;
CREATE INDEX evidence_owner ON evidence (owner) WHERE owner IS NOT NULL;
CREATE INDEX evidence_expires ON evidence (expires_at) WHERE expires_at IS NOT NULL;
-- Two commands at once may name the same upload: the second attachment fails its batch.
CREATE TRIGGER evidence_attached_once BEFORE UPDATE OF complaint ON evidence
WHEN OLD.complaint IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'evidence is already attached');
END;

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  complaint TEXT NOT NULL,
  seq INTEGER NOT NULL,           -- the event that caused it
  channel TEXT NOT NULL,
  template TEXT NOT NULL,
  state TEXT NOT NULL,            -- queued, sending, sent, failed, bounced
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,           -- NULL when there is nothing left to try
  sealed BLOB                     -- the message, under the case's key
) STRICT;
CREATE INDEX outbox_next ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE idempotency (
  hash BLOB NOT NULL PRIMARY KEY,
  fingerprint BLOB NOT NULL,
  answer BLOB NOT NULL,           -- sealed under the caller's Idempotency-Key
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_expires ON idempotency (expires_at);

-- Counters for reports. `period` is a day (YYYY-MM-DD) or a month (YYYY-MM): every count is in both.
CREATE TABLE rollup (
  site TEXT NOT NULL,
  period TEXT NOT NULL,
  category TEXT NOT NULL,
  measure TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (site, period, category, measure)
) STRICT, WITHOUT ROWID;

-- Time spent in stages, as histograms: medians cannot be added, histograms can.
CREATE TABLE duration (
  site TEXT NOT NULL,
  month TEXT NOT NULL,
  stage TEXT NOT NULL,
  bucket INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (site, month, stage, bucket)
) STRICT, WITHOUT ROWID;
