"""Who sees what."""

import pytest
from playwright.sync_api import Page, expect

from harness.page_check import check_page

ACADEMY = "Willowbrook Academy"


def address_of(page: Page, school: str) -> str:
    page.goto("/schools")
    return page.get_by_role("link", name=school, exact=True).get_attribute("href")


def test_a_stranger_is_told_that_there_is_nothing(open_page):
    address = address_of(open_page(person="James Oyelaran"), ACADEMY)
    page = open_page(person="Helen Marsh")
    answer = page.goto(address)
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    expect(page.get_by_text(ACADEMY)).to_have_count(0)
    check_page(page)


def test_a_stranger_does_not_meet_the_evaluation_of_another_school(open_page):
    head = open_page(person="James Oyelaran")
    head.goto("/evaluations")
    address = head.get_by_role("table", name="Open").get_by_role("link").first.get_attribute("href")
    stranger = open_page(person="Helen Marsh")
    for part in ["", "/room", "/history"]:
        assert stranger.goto(address + part).status == 404


def test_a_governor_reads_the_school_and_judges_nothing(open_page):
    page = open_page(person="David Unwin")
    page.goto(address_of(page, ACADEMY))
    expect(page.get_by_role("heading", name="Areas")).to_be_visible()
    expect(page.get_by_role("link", name="Open an evaluation")).to_have_count(0)
    page.goto("/evaluations")
    page.get_by_role("table", name="Agreed").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(ACADEMY)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    check_page(page)


ADMINISTRATION = ["/people", "/people/new", "/jobs", "/administration/imports/new", "/calendar/years/new"]


@pytest.mark.parametrize("address", ADMINISTRATION)
def test_a_governor_has_no_business_in_administration(open_page, address):
    page = open_page(person="David Unwin")
    assert page.goto(address).status in (403, 404)
    expect(page.get_by_role("link", name="People")).to_have_count(0)


def test_an_administrator_is_offered_people_and_imports(open_page):
    page = open_page(person="Sam Okafor")
    page.get_by_role("link", name="People").first.click()
    expect(page.get_by_role("link", name="Add somebody")).to_be_visible()
    page.goto("/schools")
    page.get_by_role("link", name="Bring in schools from the register").click()
    expect(page.get_by_role("button", name="Read the file")).to_be_visible()


def test_nobody_is_asked_to_sign_in_and_then_led_where_they_wanted(open_page):
    page = open_page()
    page.goto("/calendar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_role("button", name="Ruth Adeyemi").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Calendar")
