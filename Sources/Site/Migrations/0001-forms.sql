-- What a form made, so that the same form sent again leads there and makes nothing. `form` stands for the id drawn with
-- the page and the address, `said` for all that was filled in; `made` is what the verb answered, empty where that is
-- nothing or cannot be written down.
CREATE TABLE made_once (
    person_id TEXT NOT NULL,
    form TEXT NOT NULL CHECK (length(form) = 64),
    said TEXT NOT NULL CHECK (length(said) = 64),
    made TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (person_id, form)
);

CREATE INDEX made_once_by_time ON made_once (made_at);

-- The secret of what travels through browsers and comes back: whose a form is, and words that wait for a sign-in.
CREATE TABLE form_secret (
    only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
    secret TEXT NOT NULL CHECK (length(secret) = 64)
);
