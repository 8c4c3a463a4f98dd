"""An administrator keeps the year."""

from playwright.sync_api import expect

from harness.page_check import check_page


def test_a_day_with_the_wrong_weekday_is_refused_and_then_taken(open_page):
    page = open_page(person="Sam Okafor")
    page.goto("/calendar/2026")
    page.get_by_label("Day", exact=True).fill("Mon 27 Nov 2026")
    page.get_by_role("radio", name="INSET").check()
    page.get_by_label("What it is called").fill("Reading across subjects")
    page.get_by_role("button", name="Mark the day").click()
    expect(page.get_by_role("alert")).to_contain_text("Friday")
    expect(page.get_by_label("Day", exact=True)).to_have_value("Mon 27 Nov 2026")
    expect(page.get_by_role("radio", name="INSET")).to_be_checked()
    check_page(page)

    page.get_by_label("Day", exact=True).fill("Fri 27 Nov 2026")
    page.get_by_role("button", name="Mark the day").click()
    let_checks_move(page)
    rows = page.get_by_role("row").filter(has_text="Reading across subjects")
    marked = rows.filter(has=page.get_by_role("button", name="Unmark"))
    expect(marked).to_contain_text("Fri 27 Nov 2026")
    marked.get_by_role("button", name="Unmark").click()
    let_checks_move(page)
    expect(marked).to_have_count(0)


def let_checks_move(page):
    """Where looks of plans fall on the day, the page shows how they move before it saves."""
    page.wait_for_load_state("load")
    move = page.get_by_role("button", name="Save, and move them")
    if move.count():
        move.click()


def test_half_terms_that_overlap_are_refused_and_moved_ones_are_kept(open_page):
    page = open_page(person="Sam Okafor")
    page.goto("/calendar/2027/half-terms")
    last = page.get_by_role("row").filter(has=page.locator("input")).first.get_by_role("textbox").last
    before = last.input_value()
    last.fill("31 December 2027")
    page.get_by_role("button", name="Save the half terms").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check_page(page)
    last.fill(before)
    page.get_by_role("button", name="Save the half terms").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Calendar")
