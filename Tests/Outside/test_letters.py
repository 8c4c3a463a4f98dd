"""Letters by SMTP: they arrive as they were written, and what a server refuses is told and tried again."""

import sqlite3
import time
from datetime import date, timedelta
from email.header import decode_header, make_header
from email.utils import parseaddr
from urllib.parse import urlsplit

import pytest
from conftest import run
from driving.visitor import Visitor
from harness.played_day import PLAYED_DAY
from post_office import PASSWORD, USER, Opened, PostOffice

HOSTILE_NAMES = [
    "Zoë Ångström-O’Neill",
    'Bo "Bobby; DROP" <x@evil.example>, Jr.',
    "=?utf-8?q?not_an_encoded_word?=",
    "李" * 40,
]


def invite(database, name: str, email: str) -> None:
    run(
        "person", "add", "--name", name, "--email", email, "--role", "adviser", "--database", str(database),
        "--today", PLAYED_DAY,
    )


def display_name(letter) -> str:
    """As RFC 2047 has it: spaces between encoded words are not part of the name, which email's own parser overlooks."""
    return str(make_header(decode_header(parseaddr(dict(letter.raw_items())["To"])[0])))


def jobs_page(program) -> str:
    visitor = Visitor(urlsplit(program.address).port)
    visitor.sign_in("Sam Okafor")
    return visitor.get("/jobs").body


def reason_on_jobs_page(program, words: str, seconds: float = 40) -> str:
    last_chance = time.monotonic() + seconds
    while words not in (page := jobs_page(program)):
        assert time.monotonic() < last_chance, f"{words!r} never came on the page of jobs:\n{page}"
        time.sleep(0.5)
    return page


def test_an_invitation_arrives_as_it_was_written_whatever_the_name(database, serve, tmp_path):
    with Opened(PostOffice(), tmp_path) as opened:
        serve(MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}", MAIL_SENDER="post@willowbrook.example")
        for number, name in enumerate(HOSTILE_NAMES):
            invite(database, name, f"guest{number}@willowbrook.example")
        for number, name in enumerate(HOSTILE_NAMES):
            letter = opened.office.letter_to(f"guest{number}@willowbrook.example")
            [recipient] = letter["To"].addresses
            assert display_name(letter) == name
            assert recipient.addr_spec == f"guest{number}@willowbrook.example"
            assert letter["From"].addresses[0].addr_spec == "post@willowbrook.example"
            assert letter["Subject"].startswith("Your invitation to Termwise")
            text = letter.get_content().replace("\r\n", "\n")
            assert text.startswith(f"Hello {name},\n")
            assert any("/invitations/" in line and len(line.split("/invitations/")[1]) == 64 for line in text.splitlines())
            assert not letter.defects and letter["Date"].datetime and letter["Message-ID"].endswith("@willowbrook.example>")
        for envelope in opened.office.envelopes:
            assert envelope.mail_from == "post@willowbrook.example" and len(envelope.rcpt_tos) == 1
            assert all(len(line) <= 998 and line.isascii() for line in envelope.original_content.split(b"\r\n"))


@pytest.mark.parametrize(("reply", "words"), ids=["for-good", "for-now"], argvalues=[
    ("550-5.1.1 Nobody of\r\n550 5.1.1 that name", "The mail server refused the letter: 550 5.1.1 Nobody of 5.1.1 that name"),
    ("451 4.3.2 Come back later", "The mail server could not take the letter yet: 451 4.3.2 Come back later"),
])  # fmt: skip
def test_what_a_server_refuses_is_told_to_the_operator_and_tried_again(database, serve, tmp_path, reply, words):
    office = PostOffice(refusing={"guest@willowbrook.example": [reply]})
    with Opened(office, tmp_path) as opened:
        program = serve(MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}")
        invite(database, "Guest Archer", "guest@willowbrook.example")
        assert "people.write-invitation" in reason_on_jobs_page(program, words)
        office.letter_to("guest@willowbrook.example")
        last_chance = time.monotonic() + 20
        while "people.write-invitation" in jobs_page(program):
            assert time.monotonic() < last_chance, "the job stays although its letter went"
            time.sleep(0.5)


def test_a_server_that_is_away_is_told_by_its_name(database, serve, tmp_path):
    with Opened(PostOffice(), tmp_path) as opened:
        port = opened.port
    program = serve(MAIL_SERVER=f"smtp://127.0.0.1:{port}")
    invite(database, "Guest Archer", "guest@willowbrook.example")
    reason_on_jobs_page(program, f"The mail server 127.0.0.1:{port} cannot be reached")


@pytest.mark.parametrize("protection, scheme", [("starttls", "smtp"), ("tls", "smtps")])
def test_a_protected_server_gets_user_and_password(database, serve, tmp_path, protection, scheme):
    office = PostOffice()
    with Opened(office, tmp_path, protection, asks_for_account=True) as opened:
        serve(
            MAIL_SERVER=f"{scheme}://127.0.0.1:{opened.port}", MAIL_TLS="required", MAIL_USER=USER,
            MAIL_PASSWORD=PASSWORD, MAIL_AUTHORITIES=opened.authorities,
        )  # fmt: skip
        invite(database, "Guest Archer", "guest@willowbrook.example")
        office.letter_to("guest@willowbrook.example")
        # On a Monday of term the week's letters go out too.
        assert set(office.signed_in) == {USER}


@pytest.mark.parametrize("protection, scheme", [("none", "smtp"), ("tls", "smtps")])
def test_a_server_that_does_not_say_goodbye_keeps_no_letter_and_nobody_waiting(database, serve, tmp_path, protection, scheme):
    office = PostOffice(says_goodbye=False)
    with Opened(office, tmp_path, protection) as opened:
        serve(MAIL_SERVER=f"{scheme}://127.0.0.1:{opened.port}", MAIL_AUTHORITIES=opened.authorities)
        for number in range(3):
            invite(database, f"Guest {number}", f"guest{number}@willowbrook.example")
        for number in range(3):
            office.letter_to(f"guest{number}@willowbrook.example")
        # The program, told to end when the last letter was just taken, does not wait for a goodbye.
    to_guests = [envelope for envelope in office.envelopes if envelope.rcpt_tos[0].startswith("guest")]
    assert len(to_guests) == 3


def test_a_server_without_starttls_gets_nothing(database, serve, tmp_path):
    office = PostOffice()
    with Opened(office, tmp_path) as opened:
        program = serve(MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}", MAIL_TLS="required")
        invite(database, "Guest Archer", "guest@willowbrook.example")
        reason_on_jobs_page(program, "offers no STARTTLS, so nothing was sent")
    assert office.envelopes == []


def test_a_server_with_a_certificate_of_nobody_known_gets_nothing(database, serve, tmp_path):
    office = PostOffice()
    with Opened(office, tmp_path, "starttls") as opened:
        program = serve(MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}", MAIL_TLS="required")
        invite(database, "Guest Archer", "guest@willowbrook.example")
        reason_on_jobs_page(program, "is not trusted")
    assert office.envelopes == []


def test_a_wrong_password_is_told_as_such(database, serve, tmp_path):
    office = PostOffice()
    with Opened(office, tmp_path, "starttls", asks_for_account=True) as opened:
        program = serve(
            MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}", MAIL_TLS="required", MAIL_USER=USER, MAIL_PASSWORD="wrong",
            MAIL_AUTHORITIES=opened.authorities,
        )  # fmt: skip
        invite(database, "Guest Archer", "guest@willowbrook.example")
        reason_on_jobs_page(program, "did not accept the user and password")
    assert office.envelopes == []


def test_the_weekly_letter_arrives_as_it_was_written(database, serve, tmp_path):
    name = 'James "Jim" Oyelaran, Ünïcode & Söhne 李'
    today = date.fromisoformat(PLAYED_DAY)
    monday = today - timedelta(days=today.weekday())
    with sqlite3.connect(database) as rows:
        # Without a calendar no day is a holiday, whenever this runs.
        for table in ["marked_day", "own_marked_day", "own_half_term", "own_year", "half_term", "academic_year"]:
            rows.execute(f"DELETE FROM {table}")
        [(person, address)] = rows.execute("SELECT id, email FROM person WHERE name = 'James Oyelaran'")
        rows.execute("UPDATE person SET name = ? WHERE id = ?", [name, person])
        rows.execute(
            "INSERT INTO job (id, kind, turn, asked_at, payload, dedupe_key, revision, due_at, tries, claim, leased_until,"
            " last_error) VALUES (?, 'notices.write-letter', 2, '', ?, 'a letter', 1, '', 0, '', '', '')",
            ["0" * 25, f"{person} {monday}"],
        )
    with Opened(PostOffice(), tmp_path) as opened:
        program = serve(MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}")
        letter = opened.office.letter_to(address)
    assert display_name(letter) == name and letter["Subject"].startswith("Your week: ")
    text = letter.get_content().replace("\r\n", "\n")
    assert text.startswith(f"Hello {name},\n") and f"\n  {program.address}/" in text
    # Outlook joins the lines of a paragraph, but none that ends in three spaces.
    lines = text.rstrip("\n").split("\n")
    assert all(line.endswith("   ") for line, after in zip(lines, lines[1:]) if line and after)
    assert letter["List-Unsubscribe"] == f"<{program.address}/me/notices>"
    assert letter["Message-ID"] == f"<week-{person}-{monday}@localhost>"


def test_a_relay_that_wants_a_full_name_gets_the_public_hosts(database, serve, tmp_path):
    office = PostOffice(talks_to=lambda name: "." in name)
    with Opened(office, tmp_path) as opened:
        serve(MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}", BASE_URL="https://improve.willowbrook.example")
        invite(database, "Guest Archer", "guest@willowbrook.example")
        office.letter_to("guest@willowbrook.example")
    assert set(office.greetings) == {"improve.willowbrook.example"}


def test_without_a_public_host_the_greeting_is_an_address(database, serve, tmp_path):
    office = PostOffice(talks_to=lambda name: "." in name)
    with Opened(office, tmp_path) as opened:
        serve(MAIL_SERVER=f"smtp://127.0.0.1:{opened.port}")
        invite(database, "Guest Archer", "guest@willowbrook.example")
        office.letter_to("guest@willowbrook.example")
    assert set(office.greetings) == {"[127.0.0.1]"}
