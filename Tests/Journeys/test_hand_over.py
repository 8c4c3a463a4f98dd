"""Somebody leaves. What they had to do stays in sight as nobody's until it is given to somebody else."""

from playwright.sync_api import Page, expect

from harness.days import MONDAY
from harness.page_check import check_page
from harness.pictures import picture

TUESDAY = "2026-11-17"
PLAN = "Oakfield improvement plan"
ACTION = "Pairs of teachers visit each other for the second question"


def test_what_nobody_owns_any_more_says_so_and_goes_to_somebody_else(on_a_day):
    leaves_without_a_successor(on_a_day(MONDAY)("Sam Okafor"), "Owen Price")
    head = on_a_day(TUESDAY)("Helen Marsh")
    open_plan(head)
    expect(duty(head, "Owner")).to_have_text("nobody: hand over")
    expect(action(head)).to_contain_text("Nobody looks: hand over")
    check_page(head)
    picture(head, "a plan whose owner left", whole=True)

    action(head).get_by_role("link", name="nobody: hand over").click()
    expect(head.get_by_role("radio", name="nobody: hand over, senior leader")).to_be_checked()
    head.get_by_role("button", name="Hand over").click()
    expect(head.get_by_role("alert")).to_be_visible()
    check_page(head)
    head.get_by_label("Who takes them up").select_option(label="Jo Tindall, middle leader")
    head.get_by_role("button", name="Hand over").click()
    expect(duty(head, "Owner")).to_contain_text("Jo Tindall")
    expect(action(head)).to_contain_text("by Jo Tindall")
    expect(head.get_by_text("nobody: hand over")).to_have_count(0)


def leaves_without_a_successor(page: Page, name: str) -> None:
    page.goto("/people")
    page.get_by_role("link", name=name).click()
    page.get_by_role("link", name="See out and hand over").click()
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="See out and hand over").click()
    expect(page.get_by_text(f"{name} leaves the trust: the last day is 16 November 2026.")).to_be_visible()
    check_page(page)


def open_plan(page: Page) -> None:
    page.goto("/plans")
    page.get_by_role("link", name=PLAN).click()
    expect(page.get_by_text("A post with duties in this plan has ended (senior leader)")).to_be_visible()


def action(page: Page):
    return page.get_by_role("article").filter(has=page.get_by_role("heading", name=ACTION))


def duty(page: Page, name: str):
    """What stands beside a term, which the tree of roles tells by order alone."""
    return action(page).locator(f"dt:text-is('{name}') + dd")
