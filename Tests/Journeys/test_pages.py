"""Every kind of page, as the demo shows it, is sound: light and dark, at 320 px, at 200 % zoom, within its weight."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness.evaluating import open_sheet, statement
from harness.page_check import check_page
from harness.pictures import picture

ACADEMY = "Willowbrook Academy"
MARSH_LANE = "Marsh Lane Infant and Nursery School"


def english(page: Page) -> None:
    open_sheet(page, "Curriculum intent", f"English, {ACADEMY}")


def card(page: Page) -> None:
    english(page)
    page.goto(statement(page, "1.1").get_by_role("heading").get_by_role("link").get_attribute("href"))
    expect(page.get_by_role("heading", name="How to think about it")).to_be_visible()


def waiting_room(page: Page) -> None:
    open_sheet(page, "Teaching and learning", "Hartley High School")
    page.get_by_role("link", name="Joint room").click()
    expect(page.get_by_role("button", name="Reveal both")).to_be_visible()


def room(page: Page) -> None:
    open_sheet(page, "Behaviour and attitudes", MARSH_LANE)
    page.get_by_role("link", name="Go to the joint room").click()
    expect(page.get_by_role("heading", name="To talk through")).to_be_visible()


def agreed(page: Page) -> None:
    page.goto("/evaluations")
    page.get_by_role("table", name="Agreed").get_by_role("link").first.click()
    page.get_by_role("link", name="What was agreed, and how").click()


def history(page: Page) -> None:
    agreed(page)
    page.get_by_role("link", name="Everything that happened, step by step").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def school(page: Page, name: str = ACADEMY) -> None:
    page.goto("/schools")
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def area(page: Page) -> None:
    school(page)
    page.get_by_role("table", name="Areas").get_by_role("link", name="Curriculum").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Curriculum")


def tool(page: Page) -> None:
    page.goto("/tools")
    page.get_by_role("link", name="Curriculum intent").first.click()
    expect(page.get_by_role("heading", level=1, name="Curriculum intent")).to_be_visible()


def person(page: Page) -> None:
    page.goto("/people")
    page.get_by_role("link", name="Kate Brennan").click()
    expect(page.get_by_role("heading", level=1, name="Kate Brennan")).to_be_visible()


def leaving(page: Page) -> None:
    person(page)
    page.get_by_role("link", name="See out and hand over").click()


def half_terms(page: Page) -> None:
    page.goto("/calendar")
    page.get_by_role("link", name="Change the half terms").click()


def of_the_school(part: str):
    def go(page: Page) -> None:
        school(page)
        page.goto(f"{page.url}/{part}")

    return go


def at(address: str):
    return lambda page: page.goto(address)


# Who goes where.
PAGES = {
    "today": ("James Oyelaran", at("/")),
    "letters and calendar": ("James Oyelaran", at("/me/notices")),
    "the list of evaluations": ("James Oyelaran", at("/evaluations")),
    "opening an evaluation": ("James Oyelaran", at("/evaluations/new")),
    "the sheet of a judge": ("Amir Hussain", english),
    "the card of a statement": ("Amir Hussain", card),
    "the joint room before the reveal": ("Rachel Stone", waiting_room),
    "the joint room while they agree": ("Carla Mendes", room),
    "an agreed evaluation": ("Helen Marsh", agreed),
    "what happened in an evaluation": ("Helen Marsh", history),
    "the trust's map": ("Daniel Whitcombe", at("/heat-map")),
    "the list of schools": ("Daniel Whitcombe", at("/schools")),
    "a school": ("Daniel Whitcombe", school),
    "an area of a school": ("Daniel Whitcombe", area),
    "a school's category": ("Daniel Whitcombe", of_the_school("category")),
    "a school's departments": ("James Oyelaran", of_the_school("departments")),
    "a school's calendar": ("James Oyelaran", of_the_school("calendar")),
    "the calendar": ("Sam Okafor", at("/calendar")),
    "the half terms": ("Sam Okafor", half_terms),
    "the start of a year": ("Sam Okafor", at("/calendar/years/new")),
    "the library of tools": ("Aisha Karim", at("/tools")),
    "a tool": ("Aisha Karim", tool),
    "the list of pro-formas": ("James Oyelaran", at("/pro-formas")),
    "a pro-forma": ("James Oyelaran", at("/pro-formas/department-plan/2026-1")),
    "making the trust's edition": ("Sam Okafor", at("/pro-formas/department-plan/2026-1/editions/new")),
    "people": ("Sam Okafor", at("/people")),
    "a person": ("Sam Okafor", person),
    "a person who leaves": ("Sam Okafor", leaving),
    "somebody new": ("Sam Okafor", at("/people/new")),
    "jobs": ("Sam Okafor", at("/jobs")),
    "bringing in schools": ("Sam Okafor", at("/administration/imports/new")),
    "one's own page": ("Aisha Karim", at("/me")),
    "every key": ("Aisha Karim", at("/help/keys")),
    "sign-in": (None, at("/sign-in")),
    "forgotten password": (None, at("/forgotten-password")),
    "a page that is not there": ("Aisha Karim", at("/nowhere")),
    "a link that is no invitation": (None, at("/invitations/nothing")),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_sound(open_page, name):
    person, go = PAGES[name]
    page = open_page(person=person)
    go(page)
    check_page(page)
    picture(page, name, whole=True)


def lightness(page: Page) -> float:
    """Of the ground, from 0 to 1."""
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    figures = [float(figure) for figure in re.findall(r"[\d.]+", ground)[:3]]
    return sum(figures) / 3 / 255


@pytest.mark.parametrize("name", ["the sheet of a judge", "the trust's map", "a tool"])
def test_paper_is_white_and_carries_no_navigation(open_page, name):
    person, go = PAGES[name]
    page = open_page("dark", person=person)
    go(page)
    assert lightness(page) < 0.2
    page.emulate_media(media="print")
    assert lightness(page) == 1
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for hidden in [page.get_by_role("navigation", name="Sections", exact=True), page.get_by_role("button")]:
        expect(hidden.locator("visible=true")).to_have_count(0)
    picture(page, f"{name}, on paper", whole=True)
