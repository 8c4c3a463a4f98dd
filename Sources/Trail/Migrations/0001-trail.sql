-- Append-only history: one row for each verb that changed something, written in the verb's own transaction.
CREATE TABLE trail (
    id TEXT NOT NULL PRIMARY KEY,
    happened_at TEXT NOT NULL,
    actor_id TEXT,
    actor_name TEXT NOT NULL CHECK (length(actor_name) > 0),
    verb TEXT NOT NULL CHECK (length(verb) > 0),
    subject TEXT NOT NULL CHECK (length(subject) > 0),
    subject_id TEXT NOT NULL,
    before_text TEXT NOT NULL,
    after_text TEXT NOT NULL
);

CREATE INDEX trail_by_subject ON trail (subject_id, id);
