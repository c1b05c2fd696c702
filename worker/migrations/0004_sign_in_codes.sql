-- Staff sign in with a mailed code that they type: a link would carry the secret in its address. Gone once used.
DROP TABLE staff_link;
CREATE TABLE staff_code (
  hash BLOB NOT NULL PRIMARY KEY,
  staff TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_code_expires ON staff_code (expires_at);
