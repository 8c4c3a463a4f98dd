-- A plan of a trust, a school or a department. What happened to it is rows with who and when; `state` is kept at each
-- of them, so that lists need not ask for the newest.
CREATE TABLE plan (
    id TEXT NOT NULL PRIMARY KEY,
    pro_forma_id TEXT NOT NULL REFERENCES pro_forma_version (id),
    kind TEXT NOT NULL CHECK (kind IN ('school-improvement', 'department', 'targeted', 'rapid')),
    -- Both NULL for a plan of the whole trust.
    school_id TEXT REFERENCES school (id),
    department_id TEXT REFERENCES department (id),
    title TEXT NOT NULL CHECK (length(title) > 0),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'discarded', 'submitted', 'approved', 'live', 'maintained', 'archived', 'superseded')),
    -- The plan that this one takes the place of when it goes live.
    supersedes_id TEXT REFERENCES plan (id),
    -- Of its name and days.
    version BIGINT NOT NULL CHECK (version > 0),
    -- Of everything: grows with each change of the plan or of any of its parts.
    changes BIGINT NOT NULL DEFAULT 1 CHECK (changes > 0),
    drafted_at TEXT NOT NULL,
    drafted_by TEXT NOT NULL REFERENCES person (id),
    CHECK (department_id IS NULL OR school_id IS NOT NULL)
);

CREATE INDEX plan_by_school ON plan (school_id, state);

CREATE INDEX plan_by_department ON plan (department_id, state);

CREATE INDEX plan_by_state ON plan (state);

CREATE INDEX plan_superseding ON plan (supersedes_id);

CREATE TABLE plan_event (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    what TEXT NOT NULL
        CHECK (what IN ('submitted', 'withdrawn', 'sent-back', 'discarded', 'brought-back', 'approved',
                        'reconsidered', 'live', 'maintained', 'resumed', 'archived', 'superseded')),
    words TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    happened_at TEXT NOT NULL
);

CREATE INDEX plan_event_by_plan ON plan_event (plan_id, happened_at);

-- The parts of a plan. `removed_at` is set by "remove" while nothing was built on a part, and cleared by "undo";
-- `ended_on` is set, with a reason, once something was.
CREATE TABLE plan_priority (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) > 0),
    why TEXT NOT NULL,
    stops TEXT NOT NULL,
    answers_id TEXT REFERENCES plan_priority (id),
    -- The priority of which this one is the copy in a revision; each other part has the same. What answered that one
    -- answers this one from the moment in which the revision goes live.
    copied_from_id TEXT REFERENCES plan_priority (id),
    version BIGINT NOT NULL CHECK (version > 0),
    removed_at TEXT,
    ended_on TEXT,
    ended_reason TEXT NOT NULL,
    CHECK ((ended_on IS NULL) = (ended_reason = ''))
);

CREATE INDEX priority_by_plan ON plan_priority (plan_id, position);

CREATE INDEX priority_answering ON plan_priority (answers_id);

-- The judgements that a priority was drawn from, linked for good.
CREATE TABLE priority_source (
    priority_id TEXT NOT NULL REFERENCES plan_priority (id),
    evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
    item_id TEXT NOT NULL REFERENCES tool_item (id),
    PRIMARY KEY (priority_id, evaluation_id, item_id)
);

CREATE INDEX source_by_item ON priority_source (item_id, priority_id);

CREATE INDEX source_by_evaluation ON priority_source (evaluation_id, item_id);

CREATE TABLE plan_outcome (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    priority_id TEXT NOT NULL REFERENCES plan_priority (id),
    horizon TEXT NOT NULL CHECK (horizon IN ('short', 'medium', 'long')),
    words TEXT NOT NULL CHECK (length(words) > 0),
    by_day TEXT,
    copied_from_id TEXT REFERENCES plan_outcome (id),
    version BIGINT NOT NULL CHECK (version > 0),
    removed_at TEXT
);

CREATE INDEX outcome_by_plan ON plan_outcome (plan_id);

CREATE TABLE plan_criterion (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    outcome_id TEXT NOT NULL REFERENCES plan_outcome (id),
    position BIGINT NOT NULL,
    words TEXT NOT NULL CHECK (length(words) > 0),
    status TEXT NOT NULL CHECK (status IN ('not-yet', 'partly', 'met', 'cannot-be-judged')),
    why TEXT NOT NULL,
    judged_on TEXT,
    judged_by TEXT REFERENCES person (id),
    copied_from_id TEXT REFERENCES plan_criterion (id),
    version BIGINT NOT NULL CHECK (version > 0),
    removed_at TEXT,
    CHECK (status <> 'cannot-be-judged' OR why <> ''),
    CHECK ((judged_on IS NULL) = (judged_by IS NULL))
);

CREATE INDEX criterion_by_plan ON plan_criterion (plan_id);

CREATE TABLE plan_action (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    priority_id TEXT NOT NULL REFERENCES plan_priority (id),
    position BIGINT NOT NULL,
    what TEXT NOT NULL CHECK (length(what) > 0),
    aspects TEXT NOT NULL,
    seen TEXT NOT NULL,
    how TEXT NOT NULL,
    support TEXT NOT NULL,
    owner_seat_id TEXT NOT NULL REFERENCES seat (id),
    supporter_seat_id TEXT REFERENCES seat (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    half_days BIGINT NOT NULL CHECK (half_days >= 0),
    pence BIGINT NOT NULL CHECK (pence >= 0),
    copied_from_id TEXT REFERENCES plan_action (id),
    version BIGINT NOT NULL CHECK (version > 0),
    removed_at TEXT,
    ended_on TEXT,
    ended_reason TEXT NOT NULL,
    CHECK ((ended_on IS NULL) = (ended_reason = ''))
);

CREATE INDEX action_by_plan ON plan_action (plan_id, priority_id, position);

CREATE INDEX action_by_owner ON plan_action (owner_seat_id);

CREATE TABLE plan_blockage (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    words TEXT NOT NULL CHECK (length(words) > 0),
    remover_seat_id TEXT NOT NULL REFERENCES seat (id),
    by_day TEXT NOT NULL,
    cleared_on TEXT,
    cleared_words TEXT NOT NULL,
    copied_from_id TEXT REFERENCES plan_blockage (id),
    version BIGINT NOT NULL CHECK (version > 0),
    removed_at TEXT
);

CREATE INDEX blockage_by_plan ON plan_blockage (plan_id);

CREATE INDEX blockage_by_remover ON plan_blockage (remover_seat_id) WHERE cleared_on IS NULL AND removed_at IS NULL;

-- What will be looked at, how, by whom, how often: the words that are sealed when the plan goes live.
CREATE TABLE check_plan (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    action_id TEXT REFERENCES plan_action (id),
    outcome_id TEXT REFERENCES plan_outcome (id),
    looked TEXT NOT NULL CHECK (length(looked) > 0),
    how TEXT NOT NULL,
    seat_id TEXT NOT NULL REFERENCES seat (id),
    rhythm TEXT NOT NULL CHECK (rhythm IN ('weekly', 'fortnightly', 'half-termly', 'termly', 'dates')),
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL CHECK (last_on >= first_on),
    copied_from_id TEXT REFERENCES check_plan (id),
    version BIGINT NOT NULL CHECK (version > 0),
    sealed_at TEXT,
    removed_at TEXT,
    ended_on TEXT,
    ended_reason TEXT NOT NULL,
    CHECK ((action_id IS NULL) <> (outcome_id IS NULL)),
    CHECK ((ended_on IS NULL) = (ended_reason = ''))
);

CREATE INDEX check_plan_by_plan ON check_plan (plan_id);

CREATE TABLE check_plan_day (
    check_plan_id TEXT NOT NULL REFERENCES check_plan (id),
    day TEXT NOT NULL,
    PRIMARY KEY (check_plan_id, day)
);

-- One dated look. Place and seat are those of its plan, so that lists of what is due need one table; `called_off_on`
-- takes it out when its series ends or the calendar moves it.
CREATE TABLE impact_check (
    id TEXT NOT NULL PRIMARY KEY,
    check_plan_id TEXT NOT NULL REFERENCES check_plan (id),
    plan_id TEXT NOT NULL REFERENCES plan (id),
    school_id TEXT REFERENCES school (id),
    department_id TEXT REFERENCES department (id),
    seat_id TEXT NOT NULL REFERENCES seat (id),
    due_on TEXT NOT NULL,
    -- The last day on which it counts as done on time.
    until_on TEXT NOT NULL CHECK (until_on >= due_on),
    called_off_on TEXT,
    -- The look whose "too early" asked for this one, and the look whose "stop" made it needless.
    asked_by_id TEXT REFERENCES impact_check (id),
    stopped_by_id TEXT REFERENCES impact_check (id),
    version BIGINT NOT NULL CHECK (version > 0)
);

CREATE UNIQUE INDEX check_once ON impact_check (check_plan_id, due_on) WHERE called_off_on IS NULL;

CREATE INDEX check_by_plan ON impact_check (plan_id, due_on);

-- What was found. A look is open while it has no row here.
CREATE TABLE check_result (
    check_id TEXT NOT NULL PRIMARY KEY REFERENCES impact_check (id),
    done_on TEXT NOT NULL,
    done_by TEXT NOT NULL REFERENCES person (id),
    done_at TEXT NOT NULL,
    finding TEXT NOT NULL CHECK (length(finding) > 0),
    rating TEXT NOT NULL CHECK (rating IN ('red', 'amber', 'green')),
    response TEXT CHECK (response IN ('keep', 'adapt', 'stop', 'too-early')),
    response_words TEXT NOT NULL,
    next_look_on TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK (rating = 'green' OR response IS NOT NULL),
    CHECK ((response = 'too-early') = (next_look_on IS NOT NULL) OR (response IS NULL AND next_look_on IS NULL))
);

-- The looks that wait: a row is here from the moment a plan is live until the look is done or called off, so that
-- "what is due for me" and "what was missed anywhere" read nothing else.
CREATE TABLE open_check (
    check_id TEXT NOT NULL PRIMARY KEY REFERENCES impact_check (id),
    seat_id TEXT NOT NULL REFERENCES seat (id),
    school_id TEXT REFERENCES school (id),
    department_id TEXT REFERENCES department (id),
    plan_id TEXT NOT NULL REFERENCES plan (id),
    due_on TEXT NOT NULL,
    until_on TEXT NOT NULL
);

CREATE INDEX open_check_by_seat ON open_check (seat_id, due_on);

CREATE INDEX open_check_by_school ON open_check (school_id, until_on);

CREATE INDEX open_check_by_end ON open_check (until_on, school_id);

CREATE INDEX open_check_by_plan ON open_check (plan_id, until_on);

-- Files lie in the database, so that one backup holds everything; in pieces of text, because both engines carry text alike.
CREATE TABLE stored_file (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) > 0),
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL REFERENCES person (id)
);

CREATE TABLE stored_file_piece (
    file_id TEXT NOT NULL REFERENCES stored_file (id),
    position BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (file_id, position)
);

CREATE TABLE check_evidence (
    id TEXT NOT NULL PRIMARY KEY,
    check_id TEXT NOT NULL REFERENCES impact_check (id),
    kind TEXT NOT NULL CHECK (kind IN ('lesson-visit', 'book-look', 'student-voice', 'staff-voice', 'parent-voice',
                                       'data', 'planning-document', 'improvement-plan', 'meeting', 'policy')),
    seen_on TEXT NOT NULL,
    note TEXT NOT NULL,
    link TEXT NOT NULL,
    file_id TEXT REFERENCES stored_file (id),
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL REFERENCES person (id)
);

CREATE INDEX evidence_by_check ON check_evidence (check_id);
