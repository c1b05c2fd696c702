-- The bundled calendars by which a case's dates were last counted. A calendar that changes is looked for among the few
-- values there are, and never case by case.
ALTER TABLE complaint ADD COLUMN calendars TEXT NOT NULL DEFAULT '';
CREATE INDEX complaint_calendars ON complaint (calendars) WHERE sweep_at IS NOT NULL;
