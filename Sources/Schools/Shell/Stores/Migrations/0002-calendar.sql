-- The trust's academic years. A day that is neither in a half term nor marked is holiday or weekend; nothing is stored
-- for it. Days are ISO text, so they compare as days do.
CREATE TABLE academic_year (
    id TEXT NOT NULL PRIMARY KEY,
    starts_in BIGINT NOT NULL UNIQUE CHECK (starts_in BETWEEN 1990 AND 2190),
    version BIGINT NOT NULL CHECK (version > 0)
);

CREATE TABLE half_term (
    academic_year_id TEXT NOT NULL REFERENCES academic_year (id),
    number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 12),
    season TEXT NOT NULL CHECK (season IN ('autumn', 'spring', 'summer')),
    name TEXT NOT NULL CHECK (length(name) > 0),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (academic_year_id, number),
    CHECK (first_day <= last_day)
);

CREATE TABLE marked_day (
    academic_year_id TEXT NOT NULL REFERENCES academic_year (id),
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('inset', 'closed', 'bank-holiday')),
    name TEXT NOT NULL,
    PRIMARY KEY (academic_year_id, day)
);

-- What one school keeps differently. A row here that equals the trust's is never written; a school without rows
-- follows the trust. Names of half terms are always the trust's.
CREATE TABLE own_year (
    school_id TEXT NOT NULL REFERENCES school (id),
    academic_year_id TEXT NOT NULL REFERENCES academic_year (id),
    version BIGINT NOT NULL CHECK (version > 0),
    PRIMARY KEY (school_id, academic_year_id)
);

CREATE TABLE own_half_term (
    school_id TEXT NOT NULL,
    academic_year_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (school_id, academic_year_id, number),
    FOREIGN KEY (school_id, academic_year_id) REFERENCES own_year (school_id, academic_year_id),
    FOREIGN KEY (academic_year_id, number) REFERENCES half_term (academic_year_id, number),
    CHECK (first_day <= last_day)
);

CREATE TABLE own_marked_day (
    school_id TEXT NOT NULL,
    academic_year_id TEXT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('inset', 'closed', 'open')),
    name TEXT NOT NULL,
    PRIMARY KEY (school_id, academic_year_id, day),
    FOREIGN KEY (school_id, academic_year_id) REFERENCES own_year (school_id, academic_year_id)
);
