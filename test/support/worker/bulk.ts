/** Fills the database with cases by plain SQL, so that what is measured is measured among many. */

const STAGES = 'json(\'["received","review","investigation","planning","offered","execution","closed","closed"]\')'
const CATEGORIES = 'json(\'["service","fees","privacy","account_payment","technical","other"]\')'
const CHUNK = 1000

const numbers = (from: number, count: number) =>
  `WITH RECURSIVE n (i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count - 1})`

const reference = "printf('RD-BULK-%06d', i)"
const moment = (expression: string) =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', '2025-03-02', '+' || (${expression}) || ' minutes')`

const statements = (site: string, from: number, count: number): string[] => {
  const n = numbers(from, count)
  return [
    `${n} INSERT INTO complaint (reference, site, version, party_version, stage, category, channel, assignee, risk,
       escalation, awaiting, received_at, updated_at, closed_at, next_due_at, sweep_at, partner, state, anchors, head)
     SELECT ${reference}, '${site}', 20, 15, ${STAGES} ->> (i % 8), ${CATEGORIES} ->> (i % 6), 'web',
       iif(i % 3 = 0, 'handler', 'colleague'), 'low', 1, 'organisation', ${moment('i * 7')}, ${moment('i * 25')},
       iif(i % 8 >= 6, ${moment('i * 25')}, NULL), ${moment('i * 30')}, iif(i % 8 >= 6, NULL, '9990'),
       iif(i % 10 = 0, 'pa_bulk', NULL), zeroblob(900), '[]', zeroblob(32) FROM n`,
    `${n} INSERT INTO event (complaint, seq, facts, fact_salt, commitment, hash, sealed)
     SELECT ${reference}, s.value, zeroblob(60), zeroblob(16), zeroblob(32), zeroblob(32), zeroblob(60)
     FROM n, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]') s`,
    `${n} INSERT INTO credential (complaint, holder, hash) SELECT ${reference}, 'complainant', randomblob(32) FROM n`,
    `${n} INSERT INTO session (hash, complaint, holder, expires_at)
     SELECT randomblob(32), ${reference}, 'complainant', '2999' FROM n`,
    `${n} INSERT INTO contact_index (site, kind, blind, complaint)
     SELECT '${site}', 'email', randomblob(16), ${reference} FROM n`,
    `${n} INSERT INTO link (hash, complaint, holder, purpose, channel, expires_at)
     SELECT randomblob(32), ${reference}, 'complainant', 'access', 'email', '2999' FROM n`,
    `${n} INSERT INTO outbox (id, complaint, seq, channel, template, state)
     SELECT ${reference} || '-' || s.value, ${reference}, s.value, 'email', 'acknowledgement', 'sent'
     FROM n, json_each('[1,2,3,4,5]') s`,
    `${n} INSERT INTO idempotency (hash, fingerprint, answer, expires_at)
     SELECT randomblob(32), zeroblob(18), zeroblob(300), '2999' FROM n`,
  ]
}

/** So many cases of 20 events each, on top of what is there, with the rows that such cases leave in other tables. */
export const fill = async (db: D1Database, site: string, from: number, count: number): Promise<void> => {
  for (let done = 0; done < count; done += CHUNK)
    await db.batch(statements(site, from + done, Math.min(CHUNK, count - done)).map((sql) => db.prepare(sql)))
}

/** Counters of a busy year: every measure of every category on every day and in every month. */
export const fillCounters = async (db: D1Database, site: string, year: number): Promise<void> => {
  const measures = ['received', 'closed', 'appealed', 'breached', 'outcome:resolved', 'channel:web', 'rating:5']
  await db.batch([
    db.prepare(
      `${numbers(0, 365)} INSERT INTO rollup (site, period, category, measure, n)
       SELECT '${site}', date('${year}-01-01', '+' || i || ' days'), c.value, m.value, 1
       FROM n, json_each(${CATEGORIES}) c, json_each('${JSON.stringify(measures)}') m`,
    ),
    db.prepare(
      `INSERT INTO rollup (site, period, category, measure, n)
       SELECT site, substr(period, 1, 7), category, measure, sum(n) FROM rollup
       WHERE site = '${site}' AND length(period) = 10 GROUP BY 1, 2, 3, 4`,
    ),
    db.prepare(
      `${numbers(1, 12)} INSERT INTO duration (site, month, stage, bucket, n)
       SELECT '${site}', printf('${year}-%02d', i), s.value, b.value, 3
       FROM n, json_each(${STAGES}) s, json_each('[4,8,12,16,20,24,28,32]') b WHERE s.key < 7`,
    ),
  ])
}
