-- The ledger: one SQLite file that holds what was read from articles. Version 1 of the schema; schema-2.sql adds what
-- holds articles together.
--
-- * Offsets (`…_start`, `…_end`, `…_spans`) are half-open ranges of Unicode code points of the document's raw text.
-- * Lists and lists of spans are JSON arrays. What is absent is NULL, an empty list is [].
-- * Dates are ISO 8601; `first_seen`, `last_seen` and `made` are UTC.
-- * A record's id is what its view shows: the hash of its document, a dot, and its anchor. `keys` are the file's own
--   numbers and join the tables; they are not promised to be the same in two ledgers.
-- * `moment` sorts by day and then by key: the day's number (1 is 0001-01-01; 0: not known) times 2^40, plus the key.
--   The full-text tables use it as their rowid, so that they answer newest first without sorting.
-- * The columns that hold the fields of a record type are named after the fields (`src/qawl/records/`): a span `cue`
--   has its words in `cue` and its ends in `cue_start` and `cue_end`; spans `content` have their words, joined by ` … `,
--   in `content` and their ends in `content_spans`. A test holds this file to the types.
--
-- Begin with the views at the end (`v_statements`, `v_pledges`, …); docs/ledger.md has examples.

-- Articles ---------------------------------------------------------------------------------------------------------

-- One row an edition of an article. An article whose text or date changed is a new edition beside the old one.
CREATE TABLE documents (
    key        INTEGER PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,     -- blake2b of all fields below as JSON; the first part of its records' ids
    id         TEXT NOT NULL,            -- the article's id where it came from
    source     TEXT,                     -- the outlet
    url        TEXT,
    published  TEXT,                     -- ISO date
    title      TEXT,
    byline     TEXT,
    edition    INTEGER NOT NULL,         -- 1, 2, … of the articles with the same source and id
    current    INTEGER NOT NULL CHECK (current IN (0, 1)),  -- 1 for the edition that was seen last; views show these
    moment     INTEGER NOT NULL,
    words      INTEGER NOT NULL,         -- how many words the text has
    characters INTEGER NOT NULL,         -- how many code points
    first_seen TEXT NOT NULL,            -- when the ledger first took it in
    last_seen  TEXT NOT NULL             -- when it last came by again, unchanged
);
CREATE UNIQUE INDEX documents_current ON documents (id, source) WHERE current = 1;
CREATE INDEX documents_moment ON documents (moment);
CREATE INDEX documents_source ON documents (source, moment);

-- The raw text of each edition, exactly as it came: zlib over UTF-8.
CREATE TABLE texts (
    document INTEGER PRIMARY KEY REFERENCES documents (key) DEFERRABLE INITIALLY DEFERRED,
    text     BLOB NOT NULL
);

-- Which reader read an edition, and the article's dateline.
CREATE TABLE readings (
    document           INTEGER PRIMARY KEY REFERENCES documents (key) DEFERRABLE INITIALLY DEFERRED,
    reader_name        TEXT NOT NULL,
    reader_version     TEXT NOT NULL,
    dateline_place     TEXT,
    dateline_agencies  TEXT NOT NULL,    -- from the outlet inward, as written
    dateline_date      TEXT
);
CREATE INDEX readings_agencies ON readings (dateline_agencies);
CREATE INDEX readings_reader ON readings (reader_name, reader_version);

-- Records ----------------------------------------------------------------------------------------------------------

-- Every record of every kind. The tables below have the same key and hold its fields. `anchor` names the record within
-- its document: a letter for the kind and where it stands (s128: the statement whose cue begins at 128), so that a newer
-- reader that finds the same record gives it the same id.
CREATE TABLE records (
    key      INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (key) DEFERRABLE INITIALLY DEFERRED,
    anchor   TEXT NOT NULL,
    gone     TEXT,                       -- the reader version that no longer finds it; kept because it or a link of it was judged
    UNIQUE (document, anchor)
);

-- Persons, states, institutions, groups, media, documents and unnamed sources of one article.
CREATE TABLE actors (
    key            INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    position       INTEGER NOT NULL,     -- its place among the actors of the reading, from 0
    party          INTEGER REFERENCES parties (key) DEFERRABLE INITIALLY DEFERRED,  -- who it is across articles
    local_id       TEXT NOT NULL,        -- its name within the reading: a1
    name           TEXT NOT NULL,
    kind           TEXT,                 -- person, state, institution, group, medium, document, unnamed
    role           TEXT,
    country        TEXT,                 -- ISO 3166 alpha-3
    sector         TEXT,                 -- PLOVER's: GOV, MIL, …
    gender         TEXT,                 -- m, f
    number         TEXT,                 -- singular, dual, plural
    holder         TEXT,                 -- JSON: who bore the role on that day, inferred and not told by the article
    mentions       TEXT NOT NULL,
    mentions_spans TEXT NOT NULL
);
CREATE INDEX actors_party ON actors (party);
CREATE INDEX actors_country ON actors (country) WHERE country IS NOT NULL;

-- Who said what.
CREATE TABLE statements (
    key             INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    position        INTEGER NOT NULL,
    moment          INTEGER NOT NULL,
    local_id        TEXT NOT NULL,       -- s1
    cue             TEXT NOT NULL,       -- the words that introduce it
    cue_start       INTEGER NOT NULL,
    cue_end         INTEGER NOT NULL,
    speaker         TEXT,                -- the words that name the speaker beside the cue
    speaker_start   INTEGER,
    speaker_end     INTEGER,
    who             TEXT,                -- who that is: the fullest name in the article
    actor           TEXT,                -- the local_id of the actor
    actor_key       INTEGER REFERENCES actors (key) DEFERRABLE INITIALLY DEFERRED,
    content         TEXT NOT NULL,       -- what was said
    content_spans   TEXT NOT NULL,
    mode            TEXT NOT NULL,       -- direct, indirect, mixed
    force           TEXT NOT NULL,       -- assert, deny, accuse, demand, commit, warn, support, expect
    headline        INTEGER NOT NULL,
    addressee       TEXT,
    addressee_start INTEGER,
    addressee_end   INTEGER,
    occasion        TEXT,
    occasion_start  INTEGER,
    occasion_end    INTEGER,
    time            TEXT,                -- ISO 8601: when it was said, where the text tells it beside the cue
    via             TEXT NOT NULL,       -- media that relayed this one statement
    parent          TEXT,                -- the local_id of the statement in whose content it stands
    parent_key      INTEGER REFERENCES statements (key) DEFERRABLE INITIALLY DEFERRED,
    rule            TEXT NOT NULL        -- what made it
);
CREATE INDEX statements_moment ON statements (moment);
CREATE INDEX statements_force ON statements (force, moment);
CREATE INDEX statements_via ON statements (via) WHERE via != '[]';
CREATE INDEX statements_actor ON statements (actor_key);

-- Expressions that name a calendar time.
CREATE TABLE times (
    key        INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    position   INTEGER NOT NULL,
    span       TEXT NOT NULL,            -- the words
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    value      TEXT                      -- ISO 8601 day, week, month, year or interval
);

-- Counts and amounts.
CREATE TABLE quantities (
    key        INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    position   INTEGER NOT NULL,
    span       TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    value      NUMERIC NOT NULL,         -- an integer where it is whole
    unit       TEXT,                     -- as written
    unit_code  TEXT,                     -- ISO 4217, UCUM or %
    rule       TEXT NOT NULL
);

-- Acts told in an article, in PLOVER terms.
CREATE TABLE events (
    key         INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    position    INTEGER NOT NULL,
    moment      INTEGER NOT NULL,
    local_id    TEXT NOT NULL,
    span        TEXT NOT NULL,
    span_start  INTEGER NOT NULL,
    span_end    INTEGER NOT NULL,
    type        TEXT NOT NULL,
    status      TEXT NOT NULL,           -- asserted, attributed, alleged, denied, conditional, expected, asked
    mode        TEXT,
    actor       TEXT NOT NULL,           -- local ids of actors
    recipient   TEXT NOT NULL,
    holder      TEXT,                    -- the local_id of the statement that holds it
    context     TEXT NOT NULL,           -- PLOVER's
    place       TEXT,
    place_start INTEGER,
    place_end   INTEGER,
    time        TEXT,                    -- ISO 8601
    quantities  TEXT NOT NULL,           -- places among the reading's quantities
    rule        TEXT NOT NULL,
    holder_key  INTEGER REFERENCES statements (key) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX events_moment ON events (moment);

-- Acts to come that somebody owes.
CREATE TABLE pledges (
    key             INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    position        INTEGER NOT NULL,
    moment          INTEGER NOT NULL,
    act             TEXT NOT NULL,
    act_start       INTEGER NOT NULL,
    act_end         INTEGER NOT NULL,
    "by"            TEXT,                -- who owes it
    "to"            TEXT,                -- to whom
    kind            TEXT NOT NULL,       -- promise, expectation, demand, offer
    due             TEXT,                -- ISO 8601 day or interval
    condition       TEXT,
    condition_start INTEGER,
    condition_end   INTEGER,
    statement       TEXT,                -- the local_id of the statement that voices it
    statement_key   INTEGER REFERENCES statements (key) DEFERRABLE INITIALLY DEFERRED,
    rule            TEXT NOT NULL
);
CREATE INDEX pledges_moment ON pledges (moment);
CREATE INDEX pledges_due ON pledges (due) WHERE due IS NOT NULL;

-- What one party says and another says is not so.
CREATE TABLE disputes (
    key          INTEGER PRIMARY KEY REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    position     INTEGER NOT NULL,
    moment       INTEGER NOT NULL,
    claim        TEXT NOT NULL,
    claim_start  INTEGER NOT NULL,
    claim_end    INTEGER NOT NULL,
    claimed_by   TEXT NOT NULL,          -- names
    denial       TEXT NOT NULL,
    denial_start INTEGER NOT NULL,
    denial_end   INTEGER NOT NULL,
    denied_by    TEXT NOT NULL,          -- names
    rule         TEXT NOT NULL
);
CREATE INDEX disputes_moment ON disputes (moment);

-- Who is who across articles ---------------------------------------------------------------------------------------

-- One row a party: all actors of the same folded name, institutions and groups also of the same country. Unnamed sources
-- are nobody: two articles' `مصدر دبلوماسي` are never taken for one.
CREATE TABLE parties (
    key      INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,       -- the folded name; a bar and the country where that tells apart
    name     TEXT NOT NULL,              -- as first written
    kind     TEXT,                       -- as first read
    skeleton TEXT NOT NULL               -- consonants of the name: transliterations of one name mostly share them
);
CREATE INDEX parties_skeleton ON parties (skeleton);

-- The spellings under which a party was met.
CREATE TABLE aliases (
    party  INTEGER NOT NULL REFERENCES parties (key) DEFERRABLE INITIALLY DEFERRED,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL,                -- between blanks, for LIKE '% word %'
    PRIMARY KEY (party, name)
) WITHOUT ROWID;

-- Who has which part in a record.
CREATE TABLE record_parties (
    party  INTEGER NOT NULL REFERENCES parties (key) DEFERRABLE INITIALLY DEFERRED,
    part   TEXT NOT NULL,                -- self (an actor); speaker; by, to; claimed_by, denied_by; actor, recipient
    record INTEGER NOT NULL REFERENCES records (key) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (party, part, record)
) WITHOUT ROWID;
CREATE INDEX record_parties_record ON record_parties (record);

-- Two parties that may be one (a transliteration, a short name). A candidate until a person judges it.
CREATE TABLE party_links (
    key      INTEGER PRIMARY KEY,
    "left"   INTEGER NOT NULL REFERENCES parties (key),
    "right"  INTEGER NOT NULL REFERENCES parties (key),
    score    REAL NOT NULL,              -- 0 to 1
    evidence TEXT NOT NULL,              -- JSON: what speaks for it
    state    TEXT NOT NULL DEFAULT 'candidate' CHECK (state IN ('candidate', 'confirmed', 'rejected')),
    UNIQUE ("left", "right")
);

-- Across articles --------------------------------------------------------------------------------------------------

-- Two records that belong together: one utterance in two wordings, a pledge and what closes it, a claim and its denial,
-- one number in two articles. A candidate until a person judges it.
CREATE TABLE links (
    key      INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    "left"   INTEGER NOT NULL REFERENCES records (key),
    "right"  INTEGER NOT NULL REFERENCES records (key),
    score    REAL NOT NULL,              -- 0 to 1
    evidence TEXT NOT NULL,              -- JSON: what speaks for it
    rule     TEXT NOT NULL,              -- what made it
    state    TEXT NOT NULL DEFAULT 'candidate' CHECK (state IN ('candidate', 'confirmed', 'rejected')),
    UNIQUE (kind, "left", "right")
);
CREATE INDEX links_left ON links ("left");
CREATE INDEX links_right ON links ("right");

-- Articles that are one: copies of a wire, tellings of a story.
CREATE TABLE clusters (
    key      INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,              -- copies, story
    earliest INTEGER NOT NULL REFERENCES documents (key),
    agency   TEXT,                       -- the agency that the copies credit
    UNIQUE (kind, earliest)
);

CREATE TABLE cluster_members (
    cluster  INTEGER NOT NULL REFERENCES clusters (key),
    document INTEGER NOT NULL REFERENCES documents (key),
    score    REAL NOT NULL,              -- how like the earliest it is, 0 to 1
    PRIMARY KEY (cluster, document)
) WITHOUT ROWID;
CREATE INDEX cluster_members_document ON cluster_members (document);

-- What people decided ----------------------------------------------------------------------------------------------

-- A person's decision about a record or a link: rows are added and never changed; the last one counts.
CREATE TABLE judgements (
    key        INTEGER PRIMARY KEY,
    record     INTEGER REFERENCES records (key),
    link       INTEGER REFERENCES links (key),
    party_link INTEGER REFERENCES party_links (key),
    verdict    TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'corrected')),
    "by"       TEXT,                     -- who decided
    note       TEXT,
    speaker    TEXT,                     -- the right speaker, where the verdict is `corrected`
    made       TEXT NOT NULL,
    reader     TEXT,                     -- the reader version whose record was judged
    judged     TEXT,                     -- that record as JSON, as it was when it was judged
    CHECK ((record IS NOT NULL) + (link IS NOT NULL) + (party_link IS NOT NULL) = 1)
);
CREATE INDEX judgements_record ON judgements (record);
CREATE INDEX judgements_link ON judgements (link) WHERE link IS NOT NULL;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are never changed: add another'); END;
CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are never deleted: add another'); END;

-- Search -----------------------------------------------------------------------------------------------------------

-- Folded words (no harakat, hamza carriers and ta marbuta merged, digits in ASCII, parted by blanks); the rowid is the
-- `moment` of the document or record, the key of an actor. Fold what you look for: MATCH 'وزاره' finds وزارة. `qawl search` also finds words
-- with clitics.
CREATE VIRTUAL TABLE document_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE statement_words USING fts5 (
    words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE actor_words USING fts5 (
    words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE pledge_words USING fts5 (
    words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE dispute_words USING fts5 (
    words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
-- Every word of the articles and in how many it stands.
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (document_words, row);

-- Views for people -------------------------------------------------------------------------------------------------
-- All of them show current editions and what the reader that read them last still finds.

CREATE VIEW v_documents AS
SELECT d.hash AS id, d.published, d.source AS outlet, r.dateline_place AS place, r.dateline_agencies AS agencies,
       d.title, d.byline, d.words, d.url, d.id AS article, d.edition, d.first_seen, d.last_seen,
       r.reader_version AS reader, d.key, d.moment
FROM documents d JOIN readings r ON r.document = d.key
WHERE d.current = 1;

CREATE VIEW v_judgements AS
SELECT j.key, d.hash || '.' || r.anchor AS record, j.link, j.party_link, j.verdict, j."by", j.note, j.speaker, j.made,
       j.reader, j.judged
FROM judgements j LEFT JOIN records r ON r.key = j.record LEFT JOIN documents d ON d.key = r.document;

CREATE VIEW v_statements AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, g.dateline_agencies AS agencies,
       coalesce(j.speaker, s.who) AS speaker, a.kind, a.role, a.country, a.sector, s.force, s.mode, s.headline,
       s.cue, s.content, s.addressee, s.occasion, s.time, s.via, s.cue_start, s.cue_end, s.content_spans,
       s.who AS read_as, s.rule, j.verdict, j."by" AS judged_by, j.note, d.title, d.url, d.hash AS document, s.key, s.moment
FROM statements s JOIN records r ON r.key = s.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
JOIN readings g ON g.document = d.key
LEFT JOIN actors a ON a.key = s.actor_key
LEFT JOIN judgements j ON j.key = (SELECT max(key) FROM judgements WHERE record = s.key);

CREATE VIEW v_pledges AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, g.dateline_agencies AS agencies,
       p.kind, p."by" AS owed_by, p."to" AS owed_to, p.due, p.act, p.condition, s.who AS speaker,
       CASE WHEN p.statement_key IS NOT NULL THEN d.hash || '.' || q.anchor END AS statement,
       p.act_start, p.act_end, p.rule, j.verdict, j."by" AS judged_by, j.note,
       d.title, d.url, d.hash AS document, p.key, p.moment
FROM pledges p JOIN records r ON r.key = p.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
JOIN readings g ON g.document = d.key
LEFT JOIN statements s ON s.key = p.statement_key
LEFT JOIN records q ON q.key = p.statement_key
LEFT JOIN judgements j ON j.key = (SELECT max(key) FROM judgements WHERE record = p.key);

CREATE VIEW v_disputes AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, g.dateline_agencies AS agencies,
       p.claimed_by, p.claim, p.denied_by, p.denial, p.claim_start, p.claim_end, p.denial_start, p.denial_end,
       p.rule, j.verdict, j."by" AS judged_by, j.note, d.title, d.url, d.hash AS document, p.key, p.moment
FROM disputes p JOIN records r ON r.key = p.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
JOIN readings g ON g.document = d.key
LEFT JOIN judgements j ON j.key = (SELECT max(key) FROM judgements WHERE record = p.key);

CREATE VIEW v_events AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, e.type, e.mode, e.status, e.span AS words,
       s.who AS holder, e.span_start, e.span_end, d.title, d.hash AS document, e.key, e.moment
FROM events e JOIN records r ON r.key = e.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
LEFT JOIN statements s ON s.key = e.holder_key;

CREATE VIEW v_times AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, t.value, t.span AS words,
       t.span_start, t.span_end, d.title, d.hash AS document, t.key
FROM times t JOIN records r ON r.key = t.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1;

CREATE VIEW v_quantities AS
SELECT d.hash || '.' || r.anchor AS id, d.published, d.source AS outlet, q.value, q.unit, q.unit_code, q.span AS words,
       q.span_start, q.span_end, d.title, d.hash AS document, q.key
FROM quantities q JOIN records r ON r.key = q.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1;

-- The roles in which a party was met, and when.
CREATE VIEW v_roles AS
SELECT p.key AS party, p.name, a.role, a.country, min(d.published) AS first, max(d.published) AS last,
       count(DISTINCT d.key) AS articles
FROM actors a JOIN records r ON r.key = a.key AND r.gone IS NULL
JOIN documents d ON d.key = r.document AND d.current = 1
JOIN parties p ON p.key = a.party
GROUP BY p.key, a.role, a.country;

-- Parties with the same consonants: mostly one name written in two ways, sometimes two names (سالم, سليم). Candidates.
CREATE VIEW v_variants AS
SELECT a.name, b.name AS variant, a.key AS party, b.key AS other
FROM parties a JOIN parties b ON b.skeleton = a.skeleton AND b.key > a.key
WHERE a.skeleton LIKE '% %';

CREATE VIEW v_links AS
SELECT l.key, l.kind, l.score, l.state, a.hash || '.' || x.anchor AS "left", b.hash || '.' || y.anchor AS "right",
       l.evidence, l.rule
FROM links l JOIN records x ON x.key = l."left" JOIN documents a ON a.key = x.document
JOIN records y ON y.key = l."right" JOIN documents b ON b.key = y.document;
