"""The main story, in two windows: both judge alone, reveal, talk, agree, and the trust's map moves."""

from playwright.sync_api import Page, expect

from harness.evaluating import SAVED, agree, judge, open_sheet, put_name, say_ready, statement
from harness.page_check import check_page

TOOL, PLACE = "Inclusion", "Willowbrook Academy"
HEADS = "Two form tutors could not name what their new pupils find hard."
LIAISONS = "Four raised concerns were each met within a fortnight."
MOVED = "We read the four concerns side by side and saw that two had waited."


def test_a_head_and_a_liaison_judge_alone_then_agree_and_the_map_shows_it(open_page):
    head, liaison = open_page(person="James Oyelaran"), open_page(person="Aisha Karim")
    director = open_page(person="Daniel Whitcombe")
    expect(on_the_map(director)).not_to_contain_text("4 of 26 judged")

    judge_with_the_keyboard(head)
    judge_with_the_mouse(liaison)
    say_ready(head, TOOL, PLACE)
    expect(head.get_by_role("button", name="Reveal both")).to_have_count(0)
    assert_nothing_of_the_other_side(liaison, HEADS)
    say_ready(liaison, TOOL, PLACE)
    assert_nothing_of_the_other_side(head, LIAISONS)

    liaison.get_by_role("button", name="Reveal both").click()
    expect(statement(liaison, "1.1")).to_be_hidden()
    expect(liaison.get_by_text("Both judged the same (1)")).to_be_visible()
    agree(liaison, "1.2", "Secure", "Evidence seen together", MOVED)
    agree(liaison, "1.3", "Emerging", "A different reading of the statement", MOVED)
    leave_in_the_room(liaison, "2.1")

    put_name(head, TOOL, PLACE)
    put_name(liaison, TOOL, PLACE)
    for name in ["James Oyelaran", "Aisha Karim"]:
        expect(liaison.get_by_text("Agreed by")).to_contain_text(name)
    assert_all_three_values_stay(liaison)
    expect(on_the_map(director)).to_contain_text("agreed today")
    expect(on_the_map(director)).to_contain_text("3 of 26 judged")


def judge_with_the_keyboard(page: Page) -> None:
    open_sheet(page, TOOL, PLACE)
    page.get_by_role("link", name="One statement at a time").click()
    for number, digit, reason in [("1.1", "3", "Looked at within three weeks."), ("1.2", "2", HEADS)]:
        card = statement(page, number)
        expect(card).to_be_visible()
        page.keyboard.press(digit)
        expect(card.get_by_role("status")).to_have_text(SAVED)
        card.get_by_label("Why").focus()
        page.keyboard.type(reason)
        page.keyboard.press("Tab")
        expect(page.get_by_text(f"Judged or left {number[-1]} of 26")).to_be_visible()
        page.keyboard.press("n")
    expect(statement(page, "1.3")).to_be_visible()
    page.keyboard.press("l")
    expect(page.get_by_text("1 left until next time")).to_be_visible()
    page.keyboard.press("n")
    judge(statement(page, "2.1"), "Secure", "Planned with the hardest in mind in nine of ten lessons.")


def judge_with_the_mouse(page: Page) -> None:
    open_sheet(page, TOOL, PLACE)
    judge(statement(page, "1.1"), "Secure", "Every joiner was seen, those of March too.")
    judge(statement(page, "1.2"), "Exemplary", LIAISONS)
    judge(statement(page, "1.3"), "Emerging", "Half of the plans name a label and no help.")
    judge(statement(page, "2.1"), "Emerging", "Barriers were met as they came up.")
    expect(page.get_by_text("Judged or left 4 of 26")).to_be_visible()


def assert_nothing_of_the_other_side(page: Page, words: str) -> None:
    """Not on the sheet, the card or in the room, and not in what the server sent either."""
    open_sheet(page, TOOL, PLACE)
    for link in ["Joint room", "One statement at a time"]:
        assert words not in page.content()
        page.get_by_role("link", name=link).click()
        page.wait_for_load_state()
        assert words not in page.content()
        assert words not in page.request.get(page.url).text()
        page.go_back()
    page.get_by_role("link", name="Joint room").click()


def leave_in_the_room(page: Page, number: str) -> None:
    card = statement(page, number)
    card.get_by_role("radio", name="New information").check()
    card.get_by_role("button", name="Leave until next time").click()
    expect(page.get_by_text("Nothing is left to talk through.")).to_be_visible()


def assert_all_three_values_stay(page: Page) -> None:
    settled = page.get_by_role("article").filter(has_text="When an adult or a family raises a concern")
    expect(settled).to_contain_text("Secure")
    expect(settled).to_contain_text(MOVED)
    settled.get_by_text("What each side judged").click()
    for words in ["Emerging", HEADS, "Exemplary", LIAISONS]:
        expect(settled).to_contain_text(words)
    page.get_by_role("link", name="Everything that happened, step by step").click()
    expect(page.get_by_role("main")).to_contain_text("James Oyelaran")
    check_page(page)


def on_the_map(page: Page):
    page.goto("/heat-map")
    school = page.get_by_role("row").filter(has=page.get_by_role("link", name=PLACE, exact=True))
    return school.get_by_role("cell").nth(2)
