"""From an empty database to a trust with its schools: set up, bring in the register's file, see what it did."""

import re

import pytest
from playwright.sync_api import expect

from conftest import BINARY, ROOT
from harness import program as programs
from harness.page_check import check_page

HEADINGS = [
    "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)", "EstablishmentStatus (code)", "EstablishmentStatus (name)", "OpenDate", "CloseDate",
    "PhaseOfEducation (code)", "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge", "NumberOfPupils",
    "TrustSchoolFlag (code)", "TrustSchoolFlag (name)",
    "Trusts (code)", "Trusts (name)", "Town",
]  # fmt: skip


def row(urn: str, number: str, name: str, *surplus: str) -> list[str]:
    return [
        urn, "855", "Leicestershire", number, name, "34", "Academy converter", "1", "Open", "01-09-2015", "",
        "2", "Primary", "4", "11", "212", "3", "Supported by a multi-academy trust",
        "99002", "Fernhill Schools Trust", "Oadby", *surplus,
    ]  # fmt: skip


REGISTER = [
    HEADINGS,
    row("900201", "2401", "Fernhill Primary School"),
    row("900202", "2402", "Café Lane Infant School"),
    row("900203", "2403", "Ragged Row School", "one cell too many"),
]


def csv_text() -> bytes:
    """As the register writes it: quoted, CRLF, Windows-1252."""
    lines = [",".join(f'"{cell}"' for cell in cells) for cells in REGISTER]
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")


@pytest.fixture
def empty(tmp_path):
    """A program that serves a database without a trust."""
    command = [str(BINARY), "serve", "--database", str(tmp_path / "trust.sqlite")]
    running = programs.start(command, ROOT / "var" / "test" / "journeys-first-use.log")
    yield running
    programs.stop(running)


def test_the_first_administrator_sets_up_a_trust_and_brings_in_its_schools(empty, open_anywhere):
    page = open_anywhere(empty.address)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up Termwise")
    set_up(page, "not the code")
    expect(page.get_by_label("One-time code")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Name of the trust")).to_have_value("Fernhill Schools Trust")
    check_page(page)
    set_up(page, re.search(r"with the code (\S+)", empty.log.read_text()).group(1))
    expect(page.get_by_text("Signed in as Iris Falk")).to_be_visible()

    page.get_by_role("link", name="Schools", exact=True).first.click()
    page.get_by_role("link", name="Bring in schools").click()
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the register's file of schools.")
    page.get_by_label("File of schools").set_input_files(
        {"name": "register.csv", "mimeType": "text/csv", "buffer": csv_text()}
    )
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose the trust")
    check_page(page)
    page.get_by_role("radio", name="Fernhill Schools Trust").check()
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("table", name="Added").get_by_role("row")).to_have_count(3)
    expect(page.get_by_role("table", name="Refused").get_by_role("row").last).to_contain_text("4")
    check_page(page)
    page.get_by_role("button", name="Do this").click()
    expect(page.get_by_text("2 schools added, 0 changed, 0 closed or left.")).to_be_visible()
    expect(page.get_by_role("link", name="Café Lane Infant School")).to_be_visible()


def set_up(page, code: str) -> None:
    page.get_by_label("One-time code").fill(code)
    page.get_by_label("Name of the trust").fill("Fernhill Schools Trust")
    page.get_by_label("Your name").fill("Iris Falk")
    page.get_by_label("Your email address").fill("iris.falk@fernhill.example")
    page.get_by_label("Password", exact=True).fill("lantern gravel orchestra")
    page.get_by_label("The same once more").fill("lantern gravel orchestra")
    page.get_by_role("button", name="Set up the trust").click()
