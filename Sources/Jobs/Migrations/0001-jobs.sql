-- Work to do later. A job is enqueued in the transaction of the verb that wants it, claimed with a lease, and gone
-- when done; `failed_at` marks one that ran out of tries and waits for the operator.
CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
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

CREATE INDEX job_by_due ON job (due_at, id) WHERE failed_at IS NULL;

-- When each kind that comes back by itself is next enqueued. A server that slept over several times enqueues once.
CREATE TABLE schedule (
    kind TEXT NOT NULL PRIMARY KEY CHECK (length(kind) > 0),
    due_at TEXT NOT NULL
);
