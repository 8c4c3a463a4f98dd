"""Nothing needs a pointer, and whoever uses the keys sees where they are."""

import pytest
from playwright.sync_api import Page, expect

from harness.evaluating import SAVED, open_evaluation, open_sheet, statement
from harness.focus import move_focus

TOOL, PLACE = "Behaviour and attitudes", "The Beacon School"


@pytest.fixture(scope="module")
def opened():
    """Whether this file's evaluation is open already."""
    return []


@pytest.fixture
def sheet(open_page, opened):
    page = open_page(person="Fiona Grant")
    if opened:
        open_sheet(page, TOOL, PLACE)
    else:
        open_evaluation(page, TOOL, PLACE)
        opened.append(True)
    return page


def tab_to(page: Page, words: str, presses: int = 60) -> None:
    """Presses Tab until the focus is on something with these words, and sees the focus on the way."""
    for _ in range(presses):
        if words in move_focus(page, "Tab")["name"]:
            return
    raise AssertionError(f"Tab does not reach “{words}”")


def test_tab_reaches_the_skip_link_the_rail_and_the_cards_in_this_order(sheet):
    for words in ["Skip to the page", "Schools", "Evaluate", "One statement at a time", "Not yet", "Why", "Save"]:
        tab_to(sheet, words)


def test_the_skip_link_leads_past_the_rail(sheet):
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("main")).to_be_focused()


def test_n_and_p_walk_through_the_cards_and_digits_and_l_judge_them(sheet):
    first, second = statement(sheet, "1.1"), statement(sheet, "1.2")
    tab_to(sheet, "Not yet")
    sheet.keyboard.press("n")
    expect(second).to_be_focused()
    sheet.keyboard.press("4")
    expect(second.get_by_role("radio", name="Exemplary")).to_be_checked()
    expect(second.get_by_role("status")).to_have_text(SAVED)
    sheet.keyboard.press("p")
    expect(first).to_be_focused()
    sheet.keyboard.press("l")
    expect(first).to_contain_text("Left until next time")
    expect(sheet.get_by_text("1 left until next time")).to_be_visible()


def test_digits_typed_into_a_reason_are_words_and_no_judgement(sheet):
    card = statement(sheet, "2.1")
    card.get_by_label("Why").focus()
    sheet.keyboard.type("4 visits, n and l included")
    expect(card.get_by_label("Why")).to_have_value("4 visits, n and l included")
    expect(card.get_by_role("radio", name="Exemplary")).not_to_be_checked()


def test_the_question_mark_tells_every_key_and_escape_goes_back(sheet):
    sheet.keyboard.press("?")
    dialog = sheet.get_by_role("dialog")
    expect(dialog.get_by_text("Leave it until next time")).to_be_visible()
    sheet.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_statement_opens_beside_the_sheet_and_escape_closes_it(sheet):
    address = sheet.url
    link = statement(sheet, "1.3").get_by_role("heading").get_by_role("link")
    link.focus()
    sheet.keyboard.press("Enter")
    panel = sheet.get_by_role("complementary", name="Statement 1.3")
    expect(panel.get_by_role("heading", name="How to think about it")).to_be_visible()
    sheet.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(link).to_be_focused()
    assert sheet.url == address


def test_g_and_a_letter_go_to_a_section(sheet):
    sheet.keyboard.press("g")
    sheet.keyboard.press("s")
    expect(sheet.get_by_role("heading", level=1)).to_have_text("Schools")
