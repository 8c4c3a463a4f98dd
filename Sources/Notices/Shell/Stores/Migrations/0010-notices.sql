-- Who wants the weekly letter when. Nobody's row means the standard: on the first working day of the week.
CREATE TABLE notice_choice (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    -- 1 to 5 for Monday to Friday; 0 for no letter.
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 0 AND 5),
    -- Everything that waits for the person, or nothing but the person's own checks, promises and blockages.
    scope TEXT NOT NULL CHECK (scope IN ('everything', 'own')),
    version BIGINT NOT NULL CHECK (version > 0)
);

-- A letter a person and a week: the row is made in the transaction that asks for the letter.
CREATE TABLE digest_sent (
    person_id TEXT NOT NULL REFERENCES person (id),
    -- The Monday of the week.
    week TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    PRIMARY KEY (person_id, week)
);

CREATE INDEX digest_sent_by_week ON digest_sent (week);

-- The secret address of a person's calendar feed; only its hash is here, and a new one takes the place of the old.
CREATE TABLE calendar_feed (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    secret_hash TEXT NOT NULL UNIQUE CHECK (length(secret_hash) = 64),
    made_at TEXT NOT NULL,
    -- Whether those who share the owner's calendar read what its entries say.
    entries TEXT NOT NULL CHECK (entries IN ('private', 'shared'))
);

-- What each entry of a person's feed said when it was last read, so that a change counts up, whatever it was that changed.
CREATE TABLE feed_entry (
    person_id TEXT NOT NULL REFERENCES person (id),
    entry TEXT NOT NULL,
    content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
    sequence BIGINT NOT NULL CHECK (sequence >= 0),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (person_id, entry)
);
