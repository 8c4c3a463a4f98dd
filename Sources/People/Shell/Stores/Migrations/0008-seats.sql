-- A post regardless of who holds it. Duties name the seat, so that whoever takes it up inherits them; a seat whose posts
-- have all ended is "nobody: hand over".
CREATE TABLE seat (
    id TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    school_id TEXT REFERENCES school (id),
    department_id TEXT REFERENCES department (id)
);

INSERT INTO seat (id, role, school_id, department_id) SELECT id, role, school_id, department_id FROM post;

CREATE INDEX seat_by_school ON seat (school_id, department_id);

ALTER TABLE post ADD COLUMN seat_id TEXT NOT NULL DEFAULT '';

UPDATE post SET seat_id = id;

CREATE INDEX post_by_seat ON post (seat_id, ends_on, starts_on, person_id);

-- Today asks for the seats of one person.
CREATE INDEX post_seats_of_person ON post (person_id, ends_on, starts_on, seat_id);

-- Posts as they were when their school closed or left, which ended them: what may go on at another school, or comes back
-- with this one.
CREATE TABLE post_of_ended_school (
    post_id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    school_id TEXT NOT NULL REFERENCES school (id),
    department_id TEXT REFERENCES department (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    seat_id TEXT NOT NULL REFERENCES seat (id)
);

CREATE INDEX post_of_ended_school_by_school ON post_of_ended_school (school_id);
