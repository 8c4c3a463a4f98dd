"""Two people of one side write about the same statement: neither loses a word."""

from playwright.sync_api import expect

from harness.evaluating import choose, judge, open_evaluation, open_sheet, statement
from harness.page_check import check_page
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
