"""The main job in a browser that runs no script."""

from playwright.sync_api import expect

from harness.evaluating import choose, open_sheet, statement
from harness.page_check import check_page


def test_without_script_a_liaison_judges_says_ready_sees_the_room_and_signs_out(open_page):
    page = open_page("no-script", person="Tom Bexley")
    open_sheet(page, "Behaviour and attitudes", "Oakfield Primary School")
    page.get_by_role("link", name="One statement at a time").click()
    card = statement(page, "1.1")
    choose(card, "Secure")
    card.get_by_label("Why").fill("Seen in four visits at the start of term.")
    card.get_by_role("button", name="Save").click()
    expect(statement(page, "1.1").get_by_role("status")).to_contain_text("by Tom Bexley")
    expect(page.get_by_text("Judged or left 1 of 28")).to_be_visible()
    check_page(page)

    page.get_by_role("link", name="Next").click()
    statement(page, "1.2").get_by_role("button", name="Leave until next time").click()
    expect(page.get_by_text("1 left until next time")).to_be_visible()
    page.get_by_role("link", name="The whole tool").click()
    page.get_by_role("button", name="Say that we are ready").click()
    expect(page.get_by_role("main")).to_contain_text("Tom Bexley")
    page.get_by_role("button", name="Not ready after all").click()
    expect(page.get_by_role("button", name="Say that we are ready")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.goto("/evaluations")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
