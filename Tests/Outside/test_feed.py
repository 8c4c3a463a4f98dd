"""The calendar feed, as a reader of calendars that others wrote takes it."""

import re
import sqlite3
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from driving.visitor import Visitor
from icalendar import Calendar

HOSTILE = 'St Zoë’s; "Hill, Dale\\nEND:VEVENT" ' + "学校" * 60


def new_address(program) -> str:
    visitor = Visitor(urlsplit(program.address).port)
    visitor.sign_in("James Oyelaran")
    [form] = [form for form in visitor.get("/me/notices").forms if form.action == "/me/notices/feed"]
    shown = visitor.post(form.action, form.fields)
    assert shown.status == 200
    return urlsplit(re.search(r"http[^<]*/feeds/[0-9a-f]{64}\.ics", shown.body).group()).path


def test_a_reader_of_calendars_takes_every_entry_as_it_was_written(database, serve):
    with sqlite3.connect(database) as rows:
        rows.execute(
            "UPDATE school SET name = ? WHERE id IN (SELECT school_id FROM post JOIN person ON person.id = person_id"
            " WHERE person.name = 'James Oyelaran')", [HOSTILE])  # fmt: skip
    program = serve()
    answer = Visitor(urlsplit(program.address).port).get(new_address(program))
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert all(len(line.encode()) <= 75 for line in answer.body.split("\r\n"))

    calendar = Calendar.from_ical(answer.body)
    assert (calendar["VERSION"], calendar["NAME"]) == ("2.0", "Willowbrook Learning Trust in Termwise")
    events = calendar.walk("VEVENT")
    assert not calendar.errors and not any(event.errors for event in events)
    assert len({event["UID"] for event in events}) == len(events)
    for event in events:
        assert event["STATUS"] == "CONFIRMED" and event["SEQUENCE"] == 0
        assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") and isinstance(event.decoded("DTSTAMP"), datetime)
        assert event.decoded("DTEND") > event.decoded("DTSTART")

    dates = [event for event in events if event["UID"].startswith(("begins-", "holiday-"))]
    assert len(dates) >= 3 and all(type(event.decoded("DTSTART")) is date for event in dates)
    judgements = [event for event in events if event["UID"].startswith("judgement-")]
    assert judgements and all(HOSTILE in str(event["LOCATION"]) for event in judgements)
    assert all(event["URL"].startswith(program.address + "/evaluations/") for event in judgements)
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1) for event in judgements)


def test_an_unchanged_feed_is_not_sent_again_and_a_renewed_address_ends_the_old(database, serve):
    program = serve()
    old = new_address(program)
    reader = Visitor(urlsplit(program.address).port)
    tag = reader.get(old).headers["etag"]
    assert reader.get(old, If_None_Match=tag).status == 304
    new = new_address(program)
    assert (reader.get(old).status, reader.get(new).status) == (404, 200)


def entries(program, address: str) -> dict:
    answer = Visitor(urlsplit(program.address).port).get(address, Accept_Encoding="gzip, br, zstd")
    assert "content-encoding" not in answer.headers and "no-transform" in answer.headers["cache-control"]
    return {str(event["UID"]): event for event in Calendar.from_ical(answer.body).walk("VEVENT")}


def test_an_entry_that_changes_counts_up_and_says_when(database, serve):
    program = serve()
    address = new_address(program)
    first, again = entries(program, address), entries(program, address)
    assert first == again
    [uid] = [uid for uid in first if uid.startswith("judgement-")][:1]
    with sqlite3.connect(database) as rows:
        rows.execute("UPDATE school SET name = name || ' (new)'")
    changed = entries(program, address)
    assert (first[uid]["SEQUENCE"], changed[uid]["SEQUENCE"]) == (0, 1)
    assert changed[uid].decoded("LAST-MODIFIED") >= first[uid].decoded("LAST-MODIFIED")
    dates = [uid for uid in first if uid.startswith("holiday-")]
    assert dates and all(changed[uid] == first[uid] for uid in dates)
