-- One tool, one school or department, one window. What happened to it is rows with who and when; how far it has come
-- follows from them.
CREATE TABLE evaluation (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES tool_version (id),
    tool TEXT NOT NULL,
    area TEXT NOT NULL CHECK (length(area) > 0),
    school_id TEXT NOT NULL REFERENCES school (id),
    department_id TEXT REFERENCES department (id),
    -- What the tool's applicability is decided by, as the place was when the evaluation was opened.
    phase TEXT NOT NULL,
    has_nursery BIGINT NOT NULL CHECK (has_nursery IN (0, 1)),
    has_sixth_form BIGINT NOT NULL CHECK (has_sixth_form IN (0, 1)),
    statements BIGINT NOT NULL CHECK (statements > 0),
    window_name TEXT NOT NULL CHECK (length(window_name) > 0),
    window_first TEXT NOT NULL,
    window_last TEXT NOT NULL CHECK (window_last >= window_first),
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL REFERENCES person (id)
);

CREATE UNIQUE INDEX evaluation_once ON evaluation (tool, school_id, (COALESCE(department_id, '')), window_first);

CREATE INDEX evaluation_by_school ON evaluation (school_id, area, window_first);

CREATE INDEX evaluation_by_department ON evaluation (department_id);

CREATE TABLE judgement (
    evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
    item_id TEXT NOT NULL REFERENCES tool_item (id),
    side TEXT NOT NULL CHECK (side IN ('school', 'liaison')),
    verdict TEXT NOT NULL CHECK (verdict IN ('none', 'left', 'level')),
    level BIGINT CHECK (level BETWEEN 1 AND 7),
    reason TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    judged_by TEXT NOT NULL REFERENCES person (id),
    judged_at TEXT NOT NULL,
    PRIMARY KEY (evaluation_id, item_id, side),
    CHECK ((verdict = 'level') = (level IS NOT NULL))
);

CREATE TABLE agreement (
    evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
    item_id TEXT NOT NULL REFERENCES tool_item (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('left', 'level')),
    level BIGINT CHECK (level BETWEEN 1 AND 7),
    basis TEXT NOT NULL CHECK (basis IN ('equal', 'new-information', 'different-reading', 'evidence-seen')),
    words TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    agreed_by TEXT NOT NULL REFERENCES person (id),
    agreed_at TEXT NOT NULL,
    PRIMARY KEY (evaluation_id, item_id),
    CHECK ((verdict = 'level') = (level IS NOT NULL))
);

-- A side has judged what it can.
CREATE TABLE evaluation_ready (
    evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
    side TEXT NOT NULL CHECK (side IN ('school', 'liaison')),
    person_id TEXT NOT NULL REFERENCES person (id),
    happened_at TEXT NOT NULL,
    PRIMARY KEY (evaluation_id, side)
);

-- Both sides see both judgements from here on. `judged_version` is the sum of their versions: they stay as they were.
CREATE TABLE evaluation_reveal (
    evaluation_id TEXT NOT NULL PRIMARY KEY REFERENCES evaluation (id),
    judged_version BIGINT NOT NULL CHECK (judged_version >= 0),
    person_id TEXT NOT NULL REFERENCES person (id),
    happened_at TEXT NOT NULL
);

-- A side's name under what was agreed; two make it final. `agreed_version` is the sum of the versions of the agreements under
-- which it was put: as long as it stands, they stay as they were.
CREATE TABLE evaluation_signature (
    evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
    side TEXT NOT NULL CHECK (side IN ('school', 'liaison')),
    agreed_version BIGINT NOT NULL CHECK (agreed_version >= 0),
    person_id TEXT NOT NULL REFERENCES person (id),
    happened_at TEXT NOT NULL,
    PRIMARY KEY (evaluation_id, side)
);

CREATE TABLE evaluation_reopening (
    id TEXT NOT NULL PRIMARY KEY,
    evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    happened_at TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) > 0)
);

CREATE INDEX reopening_by_evaluation ON evaluation_reopening (evaluation_id);

-- Kept at each save, so that lists never count judgements. `saves` makes the page's tag.
CREATE TABLE evaluation_progress (
    evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
    side TEXT NOT NULL CHECK (side IN ('school', 'liaison')),
    judged BIGINT NOT NULL CHECK (judged >= 0),
    left_count BIGINT NOT NULL CHECK (left_count >= 0),
    without_reason BIGINT NOT NULL CHECK (without_reason >= 0),
    saves BIGINT NOT NULL CHECK (saves >= 0),
    PRIMARY KEY (evaluation_id, side)
);

-- What a finished evaluation comes to.
CREATE TABLE evaluation_total (
    evaluation_id TEXT NOT NULL PRIMARY KEY REFERENCES evaluation (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    area TEXT NOT NULL,
    levels BIGINT NOT NULL CHECK (levels BETWEEN 2 AND 7),
    level_1 BIGINT NOT NULL,
    level_2 BIGINT NOT NULL,
    level_3 BIGINT NOT NULL,
    level_4 BIGINT NOT NULL,
    level_5 BIGINT NOT NULL,
    level_6 BIGINT NOT NULL,
    level_7 BIGINT NOT NULL,
    left_count BIGINT NOT NULL,
    not_judged BIGINT NOT NULL,
    agreed_on TEXT NOT NULL
);

CREATE INDEX total_by_area ON evaluation_total (school_id, area);

-- One cell of the trust's heat map: the newest finished evaluation of each tool and place of that area, added up, and
-- how many are open. Kept when an evaluation is opened, finished or reopened.
CREATE TABLE school_area (
    school_id TEXT NOT NULL REFERENCES school (id),
    area TEXT NOT NULL,
    levels BIGINT NOT NULL CHECK (levels BETWEEN 2 AND 7),
    level_1 BIGINT NOT NULL,
    level_2 BIGINT NOT NULL,
    level_3 BIGINT NOT NULL,
    level_4 BIGINT NOT NULL,
    level_5 BIGINT NOT NULL,
    level_6 BIGINT NOT NULL,
    level_7 BIGINT NOT NULL,
    left_count BIGINT NOT NULL,
    not_judged BIGINT NOT NULL,
    -- The oldest and the newest of the evaluations that are added up; NULL while none is finished.
    oldest_on TEXT,
    newest_on TEXT,
    finished BIGINT NOT NULL CHECK (finished >= 0),
    open BIGINT NOT NULL CHECK (open >= 0),
    PRIMARY KEY (school_id, area)
);
