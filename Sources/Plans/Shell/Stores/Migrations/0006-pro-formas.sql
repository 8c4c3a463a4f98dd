-- The published pro-formas: ours from the catalogue, and the trust's own editions. A published version never changes.
CREATE TABLE pro_forma_version (
    id TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL CHECK (length(key) > 0),
    version TEXT NOT NULL CHECK (length(version) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('school-improvement', 'department', 'targeted', 'rapid')),
    name TEXT NOT NULL CHECK (length(name) > 0),
    -- The trust's name on an edition of its own; empty on ours.
    edition TEXT NOT NULL,
    -- The YAML as it was published.
    source TEXT NOT NULL CHECK (length(source) > 0),
    published_at TEXT NOT NULL,
    published_by TEXT REFERENCES person (id),
    UNIQUE (key, version)
);
