"""Two people write about the same statement, the same part of a plan or the same look: neither loses a word."""

from playwright.sync_api import Page, expect

from harness.evaluating import choose, judge, open_evaluation, open_sheet, statement
from harness.page_check import check_page
from harness.pictures import picture
from harness.watch import take_complaints

TOOL, PLACE = "Behaviour and attitudes", "Willowbrook Academy"
FIRST = "Calm corridors in all eleven visits."
SECOND = "Two staircases are left to themselves at noon."


def test_two_editors_of_one_side_meet_on_a_page_with_both_texts(open_page):
    head, deputy = open_page(person="James Oyelaran"), open_page(person="Kate Brennan")
    open_evaluation(head, TOOL, PLACE)
    open_sheet(deputy, TOOL, PLACE)
    judge(statement(head, "1.1"), "Secure", FIRST)

    card = statement(deputy, "1.1")
    choose(card, "Emerging")
    card.get_by_label("Why").fill(SECOND)
    expect(card.get_by_text("somebody else changed this")).to_be_visible()
    card.get_by_role("button", name="Compare both").or_(card.get_by_role("link", name="Compare both")).click()
    expect(deputy.get_by_role("heading", level=1)).to_have_text("Two people changed this")
    expect(deputy.get_by_role("heading", name="Saved by James Oyelaran")).to_be_visible()
    expect(deputy.get_by_text(FIRST)).to_be_visible()
    expect(deputy.get_by_label("Why")).to_have_value(SECOND)
    # The refused save itself is the one thing that the browser may complain of.
    assert [complaint[-14:] for complaint in take_complaints(deputy)] == ["409 (Conflict)"]
    check_page(deputy)

    deputy.get_by_label("Why").fill(f"{FIRST} {SECOND}")
    deputy.get_by_role("button", name="Save this instead").click()
    expect(statement(deputy, "1.1").get_by_label("Why")).to_have_value(f"{FIRST} {SECOND}")
    open_sheet(head, TOOL, PLACE)
    expect(statement(head, "1.1").get_by_label("Why")).to_have_value(f"{FIRST} {SECOND}")


def test_two_writers_of_a_plan_meet_on_a_page_with_both_texts(visit):
    head, liaison = visit("Anton Reyes"), visit("Aisha Karim")
    change_priority(head)
    change_priority(liaison)
    head.get_by_label("Why this, and why now").fill(FIRST)
    head.get_by_role("button", name="Save").click()
    expect(head.get_by_text(FIRST)).to_be_visible()

    liaison.get_by_label("Why this, and why now").fill(SECOND)
    liaison.get_by_role("button", name="Save").click()
    expect(liaison.get_by_role("heading", level=1)).to_have_text("Two people changed this")
    expect(liaison.get_by_text(FIRST)).to_be_visible()
    expect(liaison.get_by_label("Why this, and why now")).to_have_value(SECOND)
    check_page(liaison)
    picture(liaison, "two writers of a plan", whole=True)
    liaison.get_by_label("Why this, and why now").fill(f"{FIRST} {SECOND}")
    liaison.get_by_role("button", name="Save this instead").click()
    expect(liaison.get_by_text(f"{FIRST} {SECOND}")).to_be_visible()
    head.reload()
    expect(head.get_by_text(f"{FIRST} {SECOND}")).to_be_visible()


def change_priority(page: Page) -> None:
    page.goto("/plans")
    page.get_by_role("link", name="Northgate").click()
    page.get_by_role("link", name="Change priority 1").click()


def test_a_look_recorded_in_two_windows_shows_both_texts_and_takes_either(visit):
    first, second = visit("Kate Brennan"), visit("Kate Brennan", "phone")
    for page in [first, second]:
        page.get_by_role("link", name="With evidence").first.click()
    record(first, FIRST)
    expect(first.get_by_text("recorded today", exact=True)).to_be_visible()
    record(second, SECOND)
    expect(second.get_by_role("heading", level=1)).to_have_text("Two people recorded this")
    expect(second.get_by_text(FIRST)).to_be_visible()
    expect(second.get_by_label("What was found")).to_have_value(SECOND)
    check_page(second)
    second.get_by_role("button", name="Save this instead").click()
    expect(second.get_by_role("paragraph").filter(has_text=SECOND)).to_be_visible()


def record(page: Page, words: str) -> None:
    page.get_by_label("What was found").fill(words)
    page.get_by_role("radio", name="Working", exact=True).check()
    page.get_by_role("button", name="Record check").click()
