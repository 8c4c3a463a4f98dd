"""An administrator keeps the year."""

from playwright.sync_api import Page, expect

from harness.page_check import check_page
from harness.pictures import picture

LOOKED = "Days attended by the forty last week"


def test_a_day_with_the_wrong_weekday_is_refused_and_then_taken(visit):
    # A day on which nobody meets and nobody looks, so that marking it moves nothing.
    page = visit("Sam Okafor")
    name_an_inset_day(page, "Mon 25 Nov 2026", "Reading across subjects")
    expect(page.get_by_role("alert")).to_contain_text("Wednesday")
    expect(page.get_by_label("Day", exact=True)).to_have_value("Mon 25 Nov 2026")
    expect(page.get_by_role("radio", name="INSET")).to_be_checked()
    check_page(page)

    page.get_by_label("Day", exact=True).fill("Wed 25 Nov 2026")
    page.get_by_role("button", name="Mark the day").click()
    expect(marked(page, "Reading across subjects")).to_contain_text("Wed 25 Nov 2026")
    marked(page, "Reading across subjects").get_by_role("button", name="Unmark").click()
    expect(marked(page, "Reading across subjects")).to_have_count(0)


def test_a_day_that_moves_checks_and_meetings_shows_them_before_they_move(visit):
    page = visit("Sam Okafor")
    name_an_inset_day(page, "Mon 23 Nov 2026", "A day for reading")
    expect(page.get_by_role("heading", level=1)).to_have_text("Check what this moves")
    moved = page.get_by_role("table", name="Impact checks").get_by_role("row").filter(has_text=LOOKED)
    expect(moved).to_contain_text("Mon 23 Nov 2026")
    expect(moved).to_contain_text("Tue 24 Nov 2026")
    expect(meeting_that_moves(page)).to_contain_text("Mon 23 Nov 2026 to Tue 24 Nov 2026")
    check_page(page)
    picture(page, "what a calendar moves", whole=True)
    page.get_by_role("link", name="Leave the calendar as it is").click()
    expect(marked(page, "A day for reading")).to_have_count(0)
    leader = visit("Mark Ellery")
    expect(looks(leader)).to_contain_text("Mon 23 Nov 2026")

    name_an_inset_day(page, "Mon 23 Nov 2026", "A day for reading")
    page.get_by_role("button", name="Save, and move them").click()
    expect(marked(page, "A day for reading")).to_contain_text("Mon 23 Nov 2026")
    expect(looks(leader)).to_contain_text("Tue 24 Nov 2026")
    expect(looks(leader)).not_to_contain_text("Mon 23 Nov 2026")
    head = visit("Owen Price")
    head.goto("/meetings")
    head.get_by_role("link", name="Helen Marsh and Owen Price").click()
    expect(head.get_by_role("link", name="Tue 24 Nov 2026")).to_be_visible()


def meeting_that_moves(page: Page):
    return page.get_by_role("table", name="Line meetings").get_by_role("row").filter(has_text="Helen Marsh and Owen Price")


def name_an_inset_day(page: Page, day: str, name: str) -> None:
    page.goto("/calendar/2026")
    page.get_by_label("Day", exact=True).fill(day)
    page.get_by_role("radio", name="INSET").check()
    page.get_by_label("What it is called").fill(name)
    page.get_by_role("button", name="Mark the day").click()


def marked(page: Page, name: str):
    return page.get_by_role("row").filter(has_text=name).filter(has=page.get_by_role("button", name="Unmark"))


def looks(page: Page):
    """The days of the check, in its plan."""
    page.goto("/plans")
    page.get_by_role("link", name="Attendance in six weeks").click()
    return page.get_by_role("article").filter(has=page.get_by_role("heading", name=LOOKED))


def test_half_terms_that_overlap_are_refused_and_moved_ones_are_kept(visit):
    page = visit("Sam Okafor")
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
