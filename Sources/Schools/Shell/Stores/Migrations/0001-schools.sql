-- The trust whose database this is: one row at most.
CREATE TABLE trust (
    only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version BIGINT NOT NULL CHECK (version > 0),
    -- Its number in the register of groups; known from the first import on.
    uid TEXT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    register_name TEXT
);

-- Every school that is or was in the trust, with what the national register says about it. Never deleted.
CREATE TABLE school (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version > 0),
    urn TEXT NOT NULL UNIQUE CHECK (length(urn) = 6),
    name TEXT NOT NULL CHECK (length(name) > 0),
    type TEXT NOT NULL,
    provision TEXT NOT NULL CHECK (provision IN ('mainstream', 'special', 'alternative')),
    status TEXT NOT NULL CHECK (status IN ('open', 'closing', 'closed', 'proposed')),
    opened_on TEXT,
    closes_on TEXT,
    phase TEXT CHECK (phase IN ('nursery', 'primary', 'secondary', 'all-through', 'post-16')),
    low_age BIGINT CHECK (low_age >= 0),
    high_age BIGINT CHECK (high_age >= 0),
    -- NULL where the register does not say.
    has_nursery BIGINT CHECK (has_nursery IN (0, 1)),
    has_sixth_form BIGINT CHECK (has_sixth_form IN (0, 1)),
    capacity BIGINT CHECK (capacity >= 0),
    pupils BIGINT CHECK (pupils >= 0),
    pupils_counted_on TEXT,
    authority_code TEXT NOT NULL,
    authority TEXT NOT NULL,
    establishment_number TEXT NOT NULL,
    ukprn TEXT,
    town TEXT,
    joined_on TEXT,
    left_on TEXT
);

-- Whose history goes on in whom, by URN: a predecessor need not be a school of the trust.
CREATE TABLE school_link (
    predecessor_urn TEXT NOT NULL,
    successor_urn TEXT NOT NULL,
    predecessor_name TEXT,
    successor_name TEXT,
    established_on TEXT,
    PRIMARY KEY (predecessor_urn, successor_urn),
    CHECK (predecessor_urn <> successor_urn)
);

CREATE INDEX school_link_by_successor ON school_link (successor_urn);

CREATE TABLE department (
    id TEXT NOT NULL PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    version BIGINT NOT NULL CHECK (version > 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('subject', 'year-group', 'phase', 'team')),
    closed_on TEXT
);

-- An index holds less than the longest name, so it holds names by their beginnings.
CREATE UNIQUE INDEX department_open_once ON department (school_id, (substr(lower(name), 1, 500))) WHERE closed_on IS NULL;

-- The trust's own levels of concern, least first.
CREATE TABLE category (
    code TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    concern BIGINT NOT NULL UNIQUE CHECK (concern > 0)
);

INSERT INTO category (code, name, concern) VALUES
    ('strong', 'Strong', 1),
    ('secure', 'Secure', 2),
    ('attention', 'Attention needed', 3),
    ('concern', 'Cause for concern', 4);

-- One decision each; the newest whose day has come counts.
CREATE TABLE category_placing (
    id TEXT NOT NULL PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    category TEXT NOT NULL REFERENCES category (code),
    from_day TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    decided_by TEXT NOT NULL,
    decider_name TEXT NOT NULL CHECK (length(decider_name) > 0),
    decided_at TEXT NOT NULL
);

CREATE INDEX placing_by_school ON category_placing (school_id, from_day);

-- Files of the register between their upload and the import. They lie in the machine's temporary folder.
CREATE TABLE register_upload (
    id TEXT NOT NULL PRIMARY KEY,
    uploaded_at TEXT NOT NULL,
    uploaded_by TEXT NOT NULL
);

CREATE TABLE register_file (
    upload_id TEXT NOT NULL REFERENCES register_upload (id),
    -- 0 for the file of schools, then what lies beside it.
    place BIGINT NOT NULL CHECK (place >= 0),
    path TEXT NOT NULL,
    file_name TEXT NOT NULL,
    PRIMARY KEY (upload_id, place)
);
