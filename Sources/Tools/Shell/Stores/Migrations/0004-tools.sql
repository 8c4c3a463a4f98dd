-- Published versions of self-evaluation tools. Rows are written once and never changed; `content` is the whole file, and
-- the other tables hold what judgements and totals join with.
CREATE TABLE tool_version (
    id TEXT NOT NULL PRIMARY KEY,
    tool TEXT NOT NULL CHECK (length(tool) > 0),
    version TEXT NOT NULL CHECK (length(version) > 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    area TEXT NOT NULL CHECK (length(area) > 0),
    purpose TEXT NOT NULL,
    judged_for TEXT NOT NULL CHECK (judged_for IN ('department', 'school', 'department school')),
    licence TEXT NOT NULL,
    judged_items BIGINT NOT NULL CHECK (judged_items > 0),
    level_count BIGINT NOT NULL CHECK (level_count BETWEEN 2 AND 7),
    follows_id TEXT REFERENCES tool_version (id),
    content TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    published_at TEXT NOT NULL,
    UNIQUE (tool, version)
);

CREATE TABLE tool_level (
    version_id TEXT NOT NULL REFERENCES tool_version (id),
    number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 7),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    means TEXT NOT NULL,
    PRIMARY KEY (version_id, number),
    UNIQUE (version_id, key)
);

CREATE TABLE tool_aspect (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES tool_version (id),
    number BIGINT NOT NULL CHECK (number > 0),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (version_id, number),
    UNIQUE (version_id, key)
);

-- Statements and their parts. `position` counts both in the order of reading; `judged_order` counts what is judged, and
-- is null for a statement whose parts are judged instead.
CREATE TABLE tool_item (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES tool_version (id),
    aspect_id TEXT NOT NULL REFERENCES tool_aspect (id),
    parent_id TEXT REFERENCES tool_item (id),
    position BIGINT NOT NULL CHECK (position > 0),
    number TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    judged_order BIGINT CHECK (judged_order > 0),
    UNIQUE (version_id, position),
    UNIQUE (version_id, key),
    UNIQUE (version_id, judged_order)
);

CREATE INDEX tool_item_by_aspect ON tool_item (aspect_id);

-- Which items of the version before an item continues; an item without a row is new.
CREATE TABLE tool_item_origin (
    item_id TEXT NOT NULL REFERENCES tool_item (id),
    origin_id TEXT NOT NULL REFERENCES tool_item (id),
    kind TEXT NOT NULL CHECK (kind IN ('same', 'reworded', 'split', 'merged')),
    PRIMARY KEY (item_id, origin_id)
);

CREATE INDEX tool_item_origin_back ON tool_item_origin (origin_id);
