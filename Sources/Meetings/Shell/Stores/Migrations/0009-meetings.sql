-- Two posts that meet in a rhythm.
CREATE TABLE line (
    id TEXT NOT NULL PRIMARY KEY,
    leader_seat_id TEXT NOT NULL REFERENCES seat (id),
    member_seat_id TEXT NOT NULL REFERENCES seat (id),
    -- Where the member works: whose plans and statements the agenda looks at. NULL school for the whole trust.
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

CREATE INDEX line_by_leader ON line (leader_seat_id);

CREATE INDEX line_by_member ON line (member_seat_id);

CREATE INDEX line_by_school ON line (school_id, department_id);

-- One meeting of a line: planned, perhaps moved, held or missed. What is planned for is made some weeks ahead.
CREATE TABLE line_meeting (
    id TEXT NOT NULL PRIMARY KEY,
    line_id TEXT NOT NULL REFERENCES line (id),
    -- The day the rhythm gave, which stays when it is moved.
    planned_on TEXT NOT NULL,
    meets_on TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    moved_reason TEXT NOT NULL,
    moved_by TEXT REFERENCES person (id),
    began_at TEXT,
    began_by TEXT REFERENCES person (id),
    held_at TEXT,
    held_by TEXT REFERENCES person (id),
    -- "Did not take place": said by somebody; a past day without any row of that is missed as well.
    called_off_at TEXT,
    called_off_by TEXT REFERENCES person (id),
    called_off_reason TEXT NOT NULL,
    notes TEXT NOT NULL,
    summary TEXT NOT NULL,
    UNIQUE (line_id, planned_on)
);

CREATE INDEX line_meeting_by_day ON line_meeting (meets_on, line_id);

-- What people put on the agenda beforehand, and what was said to it.
CREATE TABLE line_meeting_item (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    added_by TEXT NOT NULL REFERENCES person (id),
    added_at TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'talked', 'carried')),
    note TEXT NOT NULL,
    -- The item of the meeting before from which it was carried.
    carried_from TEXT REFERENCES line_meeting_item (id),
    version BIGINT NOT NULL CHECK (version > 0),
    removed_at TEXT
);

CREATE INDEX item_by_meeting ON line_meeting_item (meeting_id, added_at);

-- Who does what by when. How often it was carried follows from `promise_carry`.
CREATE TABLE promise (
    id TEXT NOT NULL PRIMARY KEY,
    line_id TEXT NOT NULL REFERENCES line (id),
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    seat_id TEXT NOT NULL REFERENCES seat (id),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    by_day TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    version BIGINT NOT NULL CHECK (version > 0),
    kept_at TEXT,
    kept_by TEXT REFERENCES person (id),
    kept_words TEXT NOT NULL,
    -- Given up, with a reason.
    dropped_at TEXT,
    dropped_by TEXT REFERENCES person (id),
    dropped_reason TEXT NOT NULL
);

CREATE INDEX promise_by_seat ON promise (seat_id, by_day) WHERE kept_at IS NULL AND dropped_at IS NULL;

CREATE INDEX promise_by_line ON promise (line_id, by_day);

-- A meeting at which a promise was not kept yet and a new day was named.
CREATE TABLE promise_carry (
    promise_id TEXT NOT NULL REFERENCES promise (id),
    meeting_id TEXT NOT NULL REFERENCES line_meeting (id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    PRIMARY KEY (promise_id, meeting_id)
);
