"""A second round of a tool starts from the last: what still holds is said in one press, what changed is judged anew, and
the movement page shows what moved beside the plan that took it up."""

from playwright.sync_api import Locator, Page, expect

from harness.evaluating import (
    SAVED, agree, judge, open_evaluation, open_sheet, put_name, say_ready, statement,
)  # fmt: skip
from harness.page_check import check_page
from harness.pictures import picture

TOOL, PLACE = "Teaching and learning", "Oakfield Primary School"
MOVED = {"1.1": "Down 1", "1.2": "Up 1", "1.3": "Same", "1.4": "Not judged"}
SPLIT = "Cannot be compared: the statement was split or merged"
ACROSS = {"1.4": "New", "2.4": SPLIT, "2.5": SPLIT}
HIGHER = "Near misses stand beside the examples in every year group."
LOWER = "In two of six lessons the new idea got lost among the old ones."


def test_the_next_round_starts_from_the_last_and_shows_what_moved(visit):
    head, liaison = visit("Helen Marsh"), visit("Tom Bexley")
    open_evaluation(head, TOOL, PLACE)
    still_true_by_key(head, "1.3")
    judge(statement(head, "1.1"), "Secure", LOWER)
    judge(statement(head, "1.2"), "Exemplary", HIGHER)
    check_page(head)
    open_sheet(liaison, TOOL, PLACE)
    still_true_by_pointer(liaison, "1.3")
    judge(statement(liaison, "1.1"), "Exemplary", "Each lesson that we saw went in small steps.")
    judge(statement(liaison, "1.2"), "Exemplary", HIGHER)

    say_ready(head, TOOL, PLACE)
    say_ready(liaison, TOOL, PLACE)
    liaison.get_by_role("button", name="Reveal both").click()
    agree(liaison, "1.1", "Secure", "Evidence seen together", LOWER)
    put_name(head, TOOL, PLACE)
    put_name(liaison, TOOL, PLACE)
    liaison.get_by_role("link", name="What moved since last time").click()
    look_at_the_movement(liaison)
    phone = visit("Helen Marsh", "phone")
    phone.goto(liaison.url)
    look_at_the_movement(phone)
    only_what_went_up(phone)


def test_movement_across_two_versions_of_a_tool_claims_only_what_can_be_compared(visit):
    for looks in ((), ("phone", "no-script")):
        page = visit("Aisha Karim", *looks)
        page.goto("/schools")
        page.get_by_role("link", name="Willowbrook Academy").first.click()
        page.get_by_role("main").get_by_role("link", name="Behaviour and attitudes").first.click()
        page.get_by_role("link", name="Movement").first.click()
        expect(row(page, "5.1")).to_contain_text("reworded since")
        for number, words in ACROSS.items():
            expect(row(page, number)).to_contain_text(words)
        check_page(page)


def still_true_by_key(page: Page, number: str) -> None:
    """Pressed on the card itself, and taken back by nobody: the last level with a reason that says since when."""
    card = statement(page, number)
    expect(card).to_contain_text("Last time, Summer term 2026: 3 Secure")
    expect(card.get_by_role("radio", name="Secure")).not_to_be_checked()
    card.focus()
    page.keyboard.press("s")
    expect(card.get_by_role("status")).to_contain_text(SAVED)
    expect(card).to_be_focused()
    holds_still(card)


def still_true_by_pointer(page: Page, number: str) -> None:
    card = statement(page, number)
    card.get_by_role("button", name="Still true: 3 Secure").click()
    expect(card.get_by_role("status")).to_contain_text(SAVED)
    holds_still(card)


def holds_still(card: Locator) -> None:
    expect(card.get_by_role("radio", name="Secure")).to_be_checked()
    expect(card.get_by_label("Why")).to_have_value("Still true as of 16 November 2026, as agreed in Summer term 2026.")
    expect(card.get_by_role("button", name="Still true")).to_have_count(0)


def look_at_the_movement(page: Page) -> None:
    for number, words in MOVED.items():
        expect(row(page, number)).to_contain_text(words)
    expect(row(page, "1.2").get_by_role("link", name="Oakfield improvement plan")).to_be_visible()
    expect(row(page, "1.2")).to_contain_text("Working")
    check_page(page)
    picture(page, f"movement at {page.viewport_size['width']}", whole=True)


def only_what_went_up(page: Page) -> None:
    page.get_by_role("link", name="1 went up").click()
    expect(row(page, "1.2")).to_be_visible()
    expect(row(page, "1.1")).to_have_count(0)


def row(page: Page, number: str) -> Locator:
    link = page.get_by_role("link", name=f"Statement {number}", exact=True)
    return page.get_by_role("table", name="Statements").get_by_role("row").filter(has=link)
