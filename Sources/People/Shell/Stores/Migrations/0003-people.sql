-- People are never deleted: what they wrote keeps their name.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version > 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    -- Folded to small letters before it comes here.
    email TEXT NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    added_at TEXT NOT NULL
);

-- Somebody leaves, or has left; taking it back removes the row, and the trail keeps both.
CREATE TABLE departure (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    last_day TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES person (id)
);

-- A role held at a place from one day to another, both included; `9999-12-31` stands for no known end.
CREATE TABLE post (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    school_id TEXT REFERENCES school (id),
    department_id TEXT REFERENCES department (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    CHECK (
        (role IN ('trustee', 'chief-executive', 'director-of-education', 'adviser', 'central-services', 'administrator')
            AND school_id IS NULL AND department_id IS NULL)
        OR (role IN ('liaison', 'headteacher', 'executive-head', 'senior-leader', 'chair', 'governor',
                     'external-reviewer', 'guest')
            AND school_id IS NOT NULL AND department_id IS NULL)
        OR (role IN ('middle-leader', 'staff') AND school_id IS NOT NULL)),
    CHECK (role NOT IN ('external-reviewer', 'guest') OR ends_on < '9999-12-31')
);

-- Everybody's lists ask which schools a person has posts at today; the index answers without the table.
CREATE INDEX post_by_person ON post (person_id, ends_on, starts_on, school_id, department_id, role);

CREATE INDEX post_by_school ON post (school_id, ends_on, person_id);

CREATE INDEX post_by_department ON post (department_id) WHERE department_id IS NOT NULL;

-- `secret` names the method and its cost beside salt and hash, so that the cost may rise.
CREATE TABLE credential (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    secret TEXT NOT NULL CHECK (length(secret) > 0),
    -- Counts the passwords that were chosen; a hash that is renewed is the same password.
    version BIGINT NOT NULL CHECK (version > 0),
    chosen_at TEXT NOT NULL
);

-- Only the hash of the cookie's token is here: whoever reads the database can be nobody with it.
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
    person_id TEXT NOT NULL REFERENCES person (id),
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    browser TEXT NOT NULL,
    address TEXT NOT NULL
);

CREATE INDEX session_by_person ON session (person_id);

-- Leave to choose a password behind a secret link: sent by whoever keeps people, or by letter to whoever forgot theirs.
CREATE TABLE invitation (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('invited', 'forgotten')),
    sent_at TEXT NOT NULL,
    expires_at TEXT NOT NULL CHECK (expires_at > sent_at),
    sent_by TEXT REFERENCES person (id),
    ended_at TEXT,
    how TEXT CHECK (how IN ('accepted', 'withdrawn')),
    CHECK ((ended_at IS NULL) = (how IS NULL))
);

CREATE INDEX invitation_by_person ON invitation (person_id, sent_at);

-- One invitation may have several links: the one shown to whoever invites, and one made when the letter is written, so
-- that no secret ever waits in a job.
CREATE TABLE invitation_link (
    secret_hash TEXT NOT NULL PRIMARY KEY CHECK (length(secret_hash) = 64),
    invitation_id TEXT NOT NULL REFERENCES invitation (id)
);

CREATE INDEX invitation_link_by_invitation ON invitation_link (invitation_id);

-- A try to sign in counts against its account and place until its password turned out right, so that many at once gain
-- nothing; against its network only once it turned out wrong. The account is the hash of what was typed: it may be a
-- password in the wrong field, and need not be anybody's address. The place is a network, or a browser that is known.
CREATE TABLE sign_in_try (
    id TEXT NOT NULL PRIMARY KEY,
    account_hash TEXT NOT NULL CHECK (length(account_hash) = 64),
    place TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'wrong'))
);

CREATE INDEX sign_in_try_by_account ON sign_in_try (account_hash, happened_at);

CREATE INDEX sign_in_try_by_place ON sign_in_try (place, happened_at);

CREATE INDEX sign_in_try_by_time ON sign_in_try (happened_at);

-- Those who try one account at the same time stand in line, so that each sees the tries before it: every try changes the
-- row that its account's hash chooses.
CREATE TABLE sign_in_line (
    number BIGINT NOT NULL PRIMARY KEY,
    tries BIGINT NOT NULL
);

INSERT INTO sign_in_line (number, tries)
WITH RECURSIVE line (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM line WHERE number < 63)
SELECT number, 0 FROM line;

-- The mark that the demo's making leaves: everybody in this database is invented, and only then may whoever asks come in
-- as anybody.
CREATE TABLE invented_trust (
    only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
    made_at TEXT NOT NULL
);

-- Browsers in which a person came in: what strangers try elsewhere never makes these wait.
CREATE TABLE known_browser (
    browser_hash TEXT NOT NULL CHECK (length(browser_hash) = 64),
    person_id TEXT NOT NULL REFERENCES person (id),
    seen_at TEXT NOT NULL,
    PRIMARY KEY (person_id, browser_hash)
);

CREATE INDEX known_browser_by_time ON known_browser (seen_at);
