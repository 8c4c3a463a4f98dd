-- Two seats that meet in a rhythm. `first_on` is where the rhythm is counted from; it moves when the rhythm changes.
CREATE TABLE line (
    id TEXT NOT NULL PRIMARY KEY,
    leader_seat_id TEXT NOT NULL REFERENCES seat (id),
    member_seat_id TEXT NOT NULL REFERENCES seat (id),
    -- Where the member works: whose checks and statements the agenda looks at. NULL school for the whole trust.
    school_id TEXT REFERENCES school (id),
    department_id TEXT REFERENCES department (id),
    rhythm TEXT NOT NULL CHECK (rhythm IN ('weekly', 'fortnightly', 'three-weekly', 'half-termly')),
    first_on TEXT NOT NULL,
    starts_at TEXT NOT NULL CHECK (length(starts_at) = 5),
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 5 AND 240),
    version BIGINT NOT NULL CHECK (version > 0),
    ended_on TEXT,
    ended_reason TEXT NOT NULL,
    CHECK (leader_seat_id <> member_seat_id),
    CHECK (department_id IS NULL OR school_id IS NOT NULL),
    CHECK ((ended_on IS NULL) = (ended_reason = ''))
);

CREATE UNIQUE INDEX line_once ON line (leader_seat_id, member_seat_id) WHERE ended_on IS NULL;

CREATE INDEX line_by_member ON line (member_seat_id);

CREATE INDEX line_by_leader ON line (leader_seat_id);

CREATE INDEX line_by_school ON line (school_id, department_id);

-- One meeting of a line, made some weeks ahead. Whether it is planned, moved, running, held, missed or called off follows
-- from its rows and the day.
CREATE TABLE line_meeting (
    id TEXT NOT NULL PRIMARY KEY,
    line_id TEXT NOT NULL REFERENCES line (id),
    -- The day the rhythm gave, which stays when it is moved.
    planned_on TEXT NOT NULL,
    meets_on TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    moved_at TEXT,
    moved_by TEXT REFERENCES person (id),
    moved_reason TEXT NOT NULL,
    began_at TEXT,
    began_by TEXT REFERENCES person (id),
    held_at TEXT,
    held_by TEXT REFERENCES person (id),
    called_off_at TEXT,
    called_off_by TEXT REFERENCES person (id),
    called_off_reason TEXT NOT NULL,
    -- Notes save themselves while somebody types, so they have a version of their own.
    notes TEXT NOT NULL,
    notes_version BIGINT NOT NULL CHECK (notes_version >= 0),
    notes_at TEXT,
    notes_by TEXT REFERENCES person (id),
    UNIQUE (line_id, planned_on),
    CHECK ((moved_at IS NULL) = (moved_reason = '')),
    CHECK (held_at IS NULL OR began_at IS NOT NULL),
    CHECK ((called_off_at IS NULL) = (called_off_reason = '')),
    CHECK (called_off_at IS NULL OR held_at IS NULL)
);

CREATE INDEX line_meeting_by_day ON line_meeting (line_id, meets_on);

-- What people put on the agenda, and what was said to it.
CREATE TABLE line_meeting_item (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    words TEXT NOT NULL CHECK (length(words) > 0),
    added_by TEXT NOT NULL REFERENCES person (id),
    added_at TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'talked', 'carried', 'dropped')),
    note TEXT NOT NULL,
    -- The item of an earlier meeting from which it was carried, and how often that has happened to these words.
    carried_from TEXT REFERENCES line_meeting_item (id),
    carried BIGINT NOT NULL CHECK (carried >= 0),
    version BIGINT NOT NULL CHECK (version > 0),
    removed_at TEXT
);

CREATE INDEX item_by_meeting ON line_meeting_item (meeting_id, added_at);

-- What was said to an entry that belongs to another feature, with its words as they were then.
CREATE TABLE line_meeting_word (
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    kind TEXT NOT NULL CHECK (kind IN ('statement', 'celebration')),
    subject_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('next-judgement', 'left', 'celebrated')),
    words TEXT NOT NULL,
    said_at TEXT NOT NULL,
    said_by TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (meeting_id, kind, subject_id)
);

-- The impact checks that waited when the meeting began: those of them that are recorded by its end belong to its summary.
CREATE TABLE line_meeting_check (
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    check_id TEXT NOT NULL REFERENCES impact_check (id),
    PRIMARY KEY (meeting_id, check_id)
);

-- What one person typed into the page of a meeting and has not said yet, by the name of the field. Nobody else reads it.
CREATE TABLE line_meeting_unsaid (
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (meeting_id, person_id, field)
);

-- What both see when it is over, line by line as it was then.
CREATE TABLE line_meeting_summary (
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    position BIGINT NOT NULL,
    section TEXT NOT NULL
        CHECK (section IN ('celebrated', 'talked', 'carried', 'checked', 'kept', 'promised', 'still-promised', 'given-up',
                           'next-judgement', 'not-reached')),
    words TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
);

-- Who does what by when. How often it was carried follows from `promise_carry`.
CREATE TABLE promise (
    id TEXT NOT NULL PRIMARY KEY,
    line_id TEXT NOT NULL REFERENCES line (id),
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    seat_id TEXT NOT NULL REFERENCES seat (id),
    words TEXT NOT NULL CHECK (length(words) > 0),
    by_day TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    -- The promise that was changed into this one.
    changed_from TEXT REFERENCES promise (id),
    version BIGINT NOT NULL CHECK (version > 0),
    ended_as TEXT CHECK (ended_as IN ('kept', 'dropped', 'changed')),
    ended_at TEXT,
    ended_by TEXT REFERENCES person (id),
    ended_words TEXT NOT NULL,
    -- NULL when it was kept between two meetings.
    ended_in TEXT REFERENCES line_meeting (id),
    CHECK ((ended_as IS NULL) = (ended_at IS NULL))
);

CREATE INDEX promise_by_seat ON promise (seat_id, by_day) WHERE ended_as IS NULL;

CREATE INDEX promise_open_by_line ON promise (line_id, by_day) WHERE ended_as IS NULL;

CREATE INDEX promise_by_meeting ON promise (meeting_id);

CREATE INDEX promise_by_end ON promise (line_id, ended_at);

-- A meeting at which a promise was not kept yet and a new day was named.
CREATE TABLE promise_carry (
    promise_id TEXT NOT NULL REFERENCES promise (id),
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    PRIMARY KEY (promise_id, meeting_id)
);

CREATE INDEX carry_by_meeting ON promise_carry (meeting_id);
