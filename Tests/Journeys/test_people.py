"""How somebody new comes in."""

import pytest
from playwright.sync_api import Page, expect

from harness.page_check import check_page

EMAIL = "nora.castle@willowbrook.example"
PASSWORD = "lantern gravel orchestra"


@pytest.fixture(scope="module")
def link():
    """The invitation's link, from the test that sends it to those that follow it."""
    return []


def test_an_administrator_adds_somebody_and_is_shown_the_link_once(open_page, link):
    page = open_page(person="Sam Okafor")
    page.goto("/people/new")
    page.get_by_label("Name").fill("Nora Castle")
    page.get_by_label("Email address").fill("nora.castle")
    page.get_by_label("Role").select_option(label="Senior leader")
    page.get_by_label("Place").select_option(label="Northgate Free School")
    page.get_by_role("button", name="Add and invite").click()
    expect(page.get_by_label("Email address")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Name")).to_have_value("Nora Castle")
    check_page(page)

    page.get_by_label("Email address").fill(EMAIL)
    page.get_by_role("button", name="Add and invite").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nora Castle is invited")
    link.append(page.get_by_text("/invitations/").inner_text().strip())
    check_page(page)


def test_the_invited_choose_a_password_come_in_and_can_sign_in_again(open_page, link):
    page = open_page()
    page.goto(link[0])
    choose_password(page, "short", "short")
    expect(page.get_by_role("alert")).to_contain_text("at least 12 characters")
    check_page(page)
    choose_password(page, PASSWORD, PASSWORD)
    expect(page.get_by_text("Signed in as Nora Castle")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()

    page.goto("/sign-in")
    page.get_by_label("Email address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("Signed in as Nora Castle")).to_be_visible()


def test_a_link_that_was_used_says_so_and_lets_nobody_in(open_page, link):
    page = open_page()
    answer = page.goto(link[0])
    assert answer.status == 409
    expect(page.get_by_text("This invitation was used")).to_be_visible()
    check_page(page)


def choose_password(page: Page, password: str, again: str) -> None:
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("The same once more").fill(again)
    page.get_by_role("button", name="Come in").click()
