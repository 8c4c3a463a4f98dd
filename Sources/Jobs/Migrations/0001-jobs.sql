-- Work to do later. A job is enqueued in the transaction of the verb that wants it, claimed with a lease, and gone
-- when done; `failed_at` marks one that ran out of tries and waits for the operator.
CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    -- Whose turn is first: 0 a letter that somebody waits for, 1 work that is no letter, 2 a letter to many.
    turn BIGINT NOT NULL CHECK (turn BETWEEN 0 AND 2),
    -- When it was last asked for.
    asked_at TEXT NOT NULL,
    payload TEXT NOT NULL,
    -- Jobs with the same key are one job while they wait.
    dedupe_key TEXT NOT NULL UNIQUE,
    -- Counts how often it was enqueued, so that once more while it runs makes it run again.
    revision BIGINT NOT NULL CHECK (revision >= 1),
    due_at TEXT NOT NULL,
    tries BIGINT NOT NULL CHECK (tries >= 0),
    -- Whose it is, until when: a worker whose claim was taken over can no longer change the job.
    claim TEXT NOT NULL,
    leased_until TEXT NOT NULL,
    last_error TEXT NOT NULL,
    failed_at TEXT
);

CREATE INDEX job_by_due ON job (turn, due_at, id) WHERE failed_at IS NULL;

-- When this database was made from a backup. Until somebody says go, no letter leaves it: whatever it was copied from may
-- have sent them already, or still does.
CREATE TABLE restoration (
    restored_at TEXT NOT NULL PRIMARY KEY,
    resumed_at TEXT CHECK (resumed_at >= restored_at)
);

-- The mail server said that it is too much: letters to many rest. At most one row, and none once one of them went.
CREATE TABLE mail_pause (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    until_at TEXT NOT NULL,
    -- How often it said so since.
    times BIGINT NOT NULL CHECK (times > 0),
    reason TEXT NOT NULL
);

-- When each kind that comes back by itself is next enqueued. A server that slept over several times enqueues once.
CREATE TABLE schedule (
    kind TEXT NOT NULL PRIMARY KEY CHECK (length(kind) > 0),
    due_at TEXT NOT NULL
);
