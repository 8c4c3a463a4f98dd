-- Work to do later. A job is enqueued in the transaction of the verb that wants it, claimed with a lease, and gone
-- when done; `failed_at` marks one that ran out of tries and waits for the operator.
CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    payload TEXT NOT NULL,
    -- Jobs with the same key are one job while they wait; a schedule's key is its name and due moment.
    dedupe_key TEXT NOT NULL UNIQUE,
    due_at TEXT NOT NULL,
    tries BIGINT NOT NULL CHECK (tries >= 0),
    leased_until TEXT NOT NULL,
    last_error TEXT NOT NULL,
    failed_at TEXT
);

CREATE INDEX job_by_due ON job (due_at) WHERE failed_at IS NULL;
