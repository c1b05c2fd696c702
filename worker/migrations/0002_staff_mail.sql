-- Messages to staff that belong to no case: sign-in codes. Those about a case are in `outbox`, under its key.
CREATE TABLE staff_mail (
  id TEXT NOT NULL PRIMARY KEY,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,           -- NULL when there is nothing left to try
  expires_at TEXT NOT NULL,       -- when the code in it stops working
  sealed BLOB NOT NULL            -- the message, under the master key
) STRICT;
CREATE INDEX staff_mail_next ON staff_mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX staff_mail_expires ON staff_mail (expires_at);
