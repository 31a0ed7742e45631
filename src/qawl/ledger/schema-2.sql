-- Version 2 of the schema: what holds articles together across outlets, filled by `qawl link`.

-- Which editions were compared with those around them, and by which version of the rules.
CREATE TABLE linked (
    document INTEGER PRIMARY KEY REFERENCES documents (key),
    rules    INTEGER NOT NULL,
    followed INTEGER NOT NULL DEFAULT 0 CHECK (followed IN (0, 1))  -- 1: pledges were looked for that it closes
);

-- Two editions of which one is a copy of the other, or both are of a third. `clusters` is made from these.
CREATE TABLE copies (
    "left"   INTEGER NOT NULL REFERENCES documents (key),  -- the earlier one
    "right"  INTEGER NOT NULL REFERENCES documents (key),
    score    REAL NOT NULL,              -- Jaccard's: shared runs of five words over all of them, 0 to 1
    evidence TEXT NOT NULL,              -- JSON: how many runs are shared, and which share of the shorter one they are
    PRIMARY KEY ("left", "right")
) WITHOUT ROWID;
CREATE INDEX copies_right ON copies ("right");

-- Records that tell one thing in several articles. A record that stands alone is not here.
CREATE TABLE tellings (
    record    INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    first     INTEGER NOT NULL,          -- the record that tells it first
    articles  INTEGER NOT NULL,          -- how many articles tell it
    witnesses INTEGER NOT NULL           -- how many of them are no copies of another and credit no common agency
);
CREATE INDEX tellings_first ON tellings (first);

DROP VIEW v_statements;
CREATE VIEW v_statements AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, g.dateline_agencies AS agencies,
       coalesce(j.speaker, s.who) AS speaker, a.kind, a.role, a.country, a.sector, s.force, s.mode, s.headline,
       s.cue, s.content, s.addressee, s.occasion, s.time, s.via, s.cue_start, s.cue_end, s.content_spans,
       s.who AS read_as, s.rule, j.verdict, j."by" AS judged_by, j.note, d.title, d.url, d.hash AS document, s.key, s.moment,
       coalesce(t.articles, 1) AS articles, coalesce(t.witnesses, 1) AS witnesses
FROM statements s JOIN records r ON r.key = s.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
JOIN readings g ON g.document = d.key
LEFT JOIN actors a ON a.key = s.actor_key
LEFT JOIN tellings t ON t.record = s.key
LEFT JOIN judgements j ON j.key = (SELECT max(key) FROM judgements WHERE record = s.key);

DROP VIEW v_pledges;
CREATE VIEW v_pledges AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, g.dateline_agencies AS agencies,
       p.kind, p."by" AS owed_by, p."to" AS owed_to, p.due, p.act, p.condition, s.who AS speaker,
       CASE WHEN p.statement_key IS NOT NULL THEN d.hash || '.' || q.anchor END AS statement,
       p.act_start, p.act_end, p.rule, j.verdict, j."by" AS judged_by, j.note,
       d.title, d.url, d.hash AS document, p.key, p.moment,
       coalesce(t.articles, 1) AS articles, coalesce(t.witnesses, 1) AS witnesses
FROM pledges p JOIN records r ON r.key = p.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
JOIN readings g ON g.document = d.key
LEFT JOIN statements s ON s.key = p.statement_key
LEFT JOIN records q ON q.key = p.statement_key
LEFT JOIN tellings t ON t.record = p.key
LEFT JOIN judgements j ON j.key = (SELECT max(key) FROM judgements WHERE record = p.key);

DROP VIEW v_disputes;
CREATE VIEW v_disputes AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, g.dateline_agencies AS agencies,
       p.claimed_by, p.claim, p.denied_by, p.denial, p.claim_start, p.claim_end, p.denial_start, p.denial_end,
       p.rule, j.verdict, j."by" AS judged_by, j.note, d.title, d.url, d.hash AS document, p.key, p.moment,
       coalesce(t.articles, 1) AS articles, coalesce(t.witnesses, 1) AS witnesses
FROM disputes p JOIN records r ON r.key = p.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
JOIN readings g ON g.document = d.key
LEFT JOIN tellings t ON t.record = p.key
LEFT JOIN judgements j ON j.key = (SELECT max(key) FROM judgements WHERE record = p.key);

-- Articles that are copies of one.
CREATE VIEW v_copies AS
SELECT c.key AS cluster, c.agency, m.score, d.hash AS id, d.published, d.source AS outlet, d.title, d.url,
       d.key = c.earliest AS earliest, d.key, d.moment
FROM clusters c JOIN cluster_members m ON m.cluster = c.key JOIN documents d ON d.key = m.document
WHERE c.kind = 'copies';
