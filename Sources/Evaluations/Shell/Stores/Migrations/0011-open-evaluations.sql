-- Evaluations that two names have not finished, so that what waits for somebody is found without the history. Kept
-- when an evaluation is opened, finished or reopened.
CREATE TABLE evaluation_open (
    evaluation_id TEXT NOT NULL PRIMARY KEY REFERENCES evaluation (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    department_id TEXT REFERENCES department (id)
);

CREATE INDEX evaluation_open_by_school ON evaluation_open (school_id, department_id);

INSERT INTO evaluation_open (evaluation_id, school_id, department_id)
SELECT e.id, e.school_id, e.department_id FROM evaluation e
WHERE NOT EXISTS (SELECT 1 FROM evaluation_total t WHERE t.evaluation_id = e.id);
