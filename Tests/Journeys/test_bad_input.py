"""What cannot be taken is refused in words, and what was typed stays."""

import re

from playwright.sync_api import Page, expect

from harness.evaluating import choose, open_evaluation, statement
from harness.page_check import check_page

TOO_LONG = ("Too long. " * 1_001).strip()


def open_card(page: Page, tool: str, place: str):
    open_evaluation(page, tool, place)
    page.get_by_role("link", name="One statement at a time").click()
    expect(statement(page, "1.1")).to_be_visible()
    return statement(page, "1.1")


def test_a_reason_that_is_too_long_is_refused_at_its_field_and_stays(open_page):
    page = open_page("no-script", person="Mark Ellery")
    card = open_card(page, "Inclusion", "Hartley High School")
    choose(card, "Secure")
    card.get_by_label("Why").fill(TOO_LONG)
    card.get_by_role("button", name="Save").click()
    expect(page).to_have_title(re.compile("^Error: "))
    problem = page.get_by_role("alert").get_by_role("link")
    expect(problem).to_contain_text("10,000 characters")
    expect(statement(page, "1.1").get_by_label("Why")).to_have_value(TOO_LONG)
    check_page(page)


def test_autosave_says_what_is_wrong_and_keeps_the_text(open_page):
    page = open_page(person="Rachel Stone")
    card = open_card(page, "Behaviour and attitudes", "Hartley High School")
    card.get_by_label("Why").fill(TOO_LONG)
    card.get_by_label("Why").blur()
    expect(card.get_by_role("status")).to_contain_text("Not saved: see what is wrong above.")
    expect(card.get_by_label("Why")).to_have_value(TOO_LONG)
    expect(card.get_by_label("Why")).to_have_attribute("aria-invalid", "true")


def test_a_form_without_its_token_changes_nothing(open_page):
    page = open_page("no-script", person="Leo Matthews")
    page.goto("/evaluations/new")
    form = page.get_by_role("main").locator("form")
    form.locator("input[name=form-token]").evaluate("token => token.remove()")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.get_by_role("button", name="Open the evaluation").click()
    assert answer.value.status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("This form is out of date")
    check_page(page)


def test_a_form_sent_empty_names_every_answer_that_is_missing(open_page):
    page = open_page(person="Leo Matthews")
    page.goto("/evaluations/new")
    page.get_by_label("School or department").select_option(label="Choose")
    page.get_by_role("button", name="Open the evaluation").click()
    for sentence in ["Choose a school or a department.", "Choose a tool."]:
        expect(page.get_by_role("alert").get_by_role("link", name=sentence)).to_be_visible()
    expect(page.get_by_role("alert")).to_be_focused()
    check_page(page)


def test_a_wrong_sign_in_does_not_tell_which_part_was_wrong(open_page):
    page = open_page()
    page.goto("/sign-in")
    for email in ["aisha.karim@willowbrook.example", "nobody@willowbrook.example"]:
        page.get_by_label("Email address").fill(email)
        page.get_by_label("Password").fill("not the right one")
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("address")
        expect(page.get_by_label("Email address")).to_have_value(email)
    check_page(page)
