"""The session ends while somebody writes, a form is sent twice, a browser keeps nothing: no word is lost, nothing is made twice."""

import json

import pytest
from playwright.sync_api import Page, expect

from harness.page_check import check_page
from harness.signing_in import sign_in

BOTH = pytest.mark.parametrize("looks", [(), ("no-script",)], ids=["scripting", "no scripting"])
PERSON = "Anton Reyes"


def write_plan(page: Page, title: str) -> None:
    page.goto("/plans/new")
    place = page.get_by_label("School or department")
    if place.count():
        place.select_option(index=1)
    page.get_by_label("Name of the plan").fill(title)


def plans_called(page: Page, title: str) -> int:
    page.goto("/plans")
    return page.get_by_role("link", name=title, exact=True).count()


@BOTH
def test_after_signing_in_again_the_form_is_there_with_every_word(open_page, looks):
    title = f"Reading aloud, {len(looks)}"
    page = open_page(*looks, person=PERSON)
    write_plan(page, title)
    page.context.clear_cookies()
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.get_by_text("You were signed out before this was saved.")).to_be_visible()
    check_page(page)
    page.get_by_role("button", name=PERSON).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Begin a plan")
    expect(page.get_by_label("Name of the plan")).to_have_value(title)
    expect(page.get_by_text("nothing is saved yet")).to_be_visible()
    check_page(page)
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@BOTH
def test_somebody_else_who_signs_in_sees_nothing_of_it(open_page, looks):
    page = open_page(*looks, person=PERSON)
    write_plan(page, "Not for others")
    page.context.clear_cookies()
    page.get_by_role("button", name="Begin the plan").click()
    page.get_by_role("button", name="Leo Matthews").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    assert "Not for others" not in page.content()


@BOTH
def test_a_tab_of_an_earlier_sign_in_keeps_its_words(open_page, looks):
    page = open_page(*looks, person=PERSON)
    write_plan(page, f"An old tab, {len(looks)}")
    page.context.clear_cookies()
    other = page.context.new_page()
    sign_in(other, PERSON)
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_label("Name of the plan")).to_have_value(f"An old tab, {len(looks)}")
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"An old tab, {len(looks)}")


@BOTH
def test_pressed_twice_and_sent_again_after_back_it_is_made_once(open_page, looks):
    title = f"Made once, {len(looks)}"
    page = open_page(*looks, person=PERSON)
    write_plan(page, title)
    page.get_by_role("button", name="Begin the plan").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    address = page.url
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Begin a plan")
    if page.get_by_label("Name of the plan").input_value() == title:
        page.get_by_role("button", name="Begin the plan").click()
        expect(page).to_have_url(address)
    assert plans_called(page, title) == 1


def test_an_answer_that_got_lost_is_asked_for_again(open_page):
    page = open_page(person=PERSON)
    write_plan(page, "A lost answer")

    def lose(route):
        route.fetch(max_redirects=0)
        route.abort()

    page.route("**/plans", lose)
    page.get_by_role("button", name="Begin the plan").click(no_wait_after=True)
    page.wait_for_timeout(2_000)
    page.unroute("**/plans")
    page.goto("/plans/new")
    expect(page.get_by_label("Name of the plan")).to_have_value("A lost answer")
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A lost answer")
    assert plans_called(page, "A lost answer") == 1


def drafts(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('termwise:draft:'))")


def test_a_form_that_was_left_is_brought_back_and_forgotten_once_saved(open_page):
    page = open_page(person=PERSON)
    write_plan(page, "Left for lunch")
    page.goto("/plans/new")
    expect(page.get_by_label("Name of the plan")).to_have_value("Left for lunch")
    expect(page.get_by_text("What you typed was brought back from this device.")).to_be_visible()
    assert PERSON not in json.dumps(drafts(page)) and len(drafts(page)) == 1
    check_page(page)
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Left for lunch")
    assert drafts(page) == []


@pytest.mark.parametrize("closed", [False, True], ids=["a draft", "closed notes"])
def test_what_was_typed_before_the_script_came_counts(visit, closed):
    page = visit("Kate Brennan" if closed else PERSON)
    address = "/plans/new"
    if closed:
        page.goto("/meetings")
        page.get_by_role("main").get_by_role("link", name="Nov").first.click()
        if page.get_by_role("button", name="Begin the meeting").count():
            page.get_by_role("button", name="Begin the meeting").click()
        address = page.url
    late = []
    page.route("**/termwise*.js*", lambda route: late.append(route))
    page.goto(address, wait_until="commit")
    page.get_by_role("textbox", name="Notes" if closed else "Name of the plan").fill("Typed at once")
    assert late, "the script came before the words"
    if closed:
        with page.expect_response("**/notes") as saved:
            late.pop().continue_()
        assert saved.value.ok
        expect(page.get_by_text("Saved", exact=False).first).to_be_visible()
    else:
        late.pop().continue_()
        page.wait_for_function("Object.keys(localStorage).some(key => key.startsWith('termwise:draft:'))")
        assert "Typed at once" in json.dumps(page.evaluate("Object.values(localStorage)"))
    page.unroute_all()
    page.goto(address)
    expect(page.get_by_role("textbox", name="Notes" if closed else "Name of the plan")).to_have_value("Typed at once")


def test_another_person_at_the_same_device_is_not_given_the_draft(open_page):
    page = open_page(person=PERSON)
    write_plan(page, "Mine alone")
    page.context.clear_cookies()
    sign_in(page, "Leo Matthews")
    page.goto("/plans/new")
    expect(page.get_by_label("Name of the plan")).not_to_have_value("Mine alone")


def test_a_browser_that_keeps_nothing_says_so(open_page):
    page = open_page(person=PERSON)
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto("/plans/new")
    expect(page.get_by_text("This browser keeps nothing on this device.")).to_be_visible()
    check_page(page)


def test_nothing_of_a_line_meeting_stays_on_the_device(visit):
    page = visit("Kate Brennan")
    page.goto("/meetings")
    page.get_by_role("main").get_by_role("link", name="Nov").first.click()
    if page.get_by_role("button", name="Begin the meeting").count():
        page.get_by_role("button", name="Begin the meeting").click()
    page.route("**/notes", lambda route: route.abort())
    page.get_by_role("textbox", name="Notes").fill("Between the two of us")
    expect(page.get_by_text("What you typed is on this page alone")).to_be_visible()
    assert "Between the two of us" not in json.dumps(page.evaluate("Object.values(localStorage)"))
