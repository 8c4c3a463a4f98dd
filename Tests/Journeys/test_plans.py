"""From judgement to change: weak statements become a plan, its checks come due, the line meeting holds them, and the
next round shows what moved. It plays on days of its own, because in a holiday nothing is due."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import BINARY
from harness import program as programs
from harness.page_check import check_page
from harness.pictures import ROOT
from harness.signing_in import sign_in

MONDAY = "2026-11-16"
NEXT_TERM = "2027-01-18"
LOOKED = "Six books of Year 8, the unit on Macbeth"
FINDING = "Two of six books show it."
RESPONSE = "We start with one class and let the others watch."


@pytest.fixture
def on_a_day(tmp_path, open_anywhere):
    """on_a_day("2026-11-16") plays the same demo on that day; it answers with a way to open pages as somebody."""
    running = []

    def on_a_day(day: str):
        for one in running:
            programs.stop(one)
        command = [str(BINARY), "demo", "--data", str(tmp_path / "demo"), "--today", day]
        running[:] = [programs.start(command, ROOT / "var" / "test" / f"journeys-{day}.log")]

        def visit(person: str, *looks: str) -> Page:
            page = open_anywhere(running[0].address, *looks)
            sign_in(page, person)
            return page

        return visit

    yield on_a_day
    for one in running:
        programs.stop(one)


@pytest.mark.parametrize("looks", [(), ("phone", "no-script")], ids=["scripting", "phone, no scripting"])
def test_what_was_judged_becomes_a_plan_that_is_looked_at(on_a_day, looks):
    visit = on_a_day(MONDAY)
    writer = visit("Amir Hussain", *looks)
    pick_three_weak_statements(writer)
    plan = write(writer)
    leader = visit("Kate Brennan", *looks)
    expect(leader.get_by_text("English plan")).to_be_visible()
    leader.goto(plan)
    leader.get_by_role("button", name="Approve the plan").click()
    writer.goto(plan)
    writer.get_by_role("button", name="Put the plan live").click()
    expect(writer.locator(".health")).to_contain_text("Not checked yet")
    check_page(writer)

    leader.goto("/")
    expect(leader.get_by_text(LOOKED)).to_be_visible()
    hold_the_meeting(leader, looks)

    liaison = visit("Aisha Karim", *looks)
    liaison.goto(plan)
    expect(liaison.locator(".health")).to_contain_text("Not working yet")
    expect(liaison.get_by_text(RESPONSE).first).to_be_visible()
    check_page(liaison)

    visit = on_a_day(NEXT_TERM)
    leader = visit("Kate Brennan", *looks)
    expect(leader.get_by_role("heading", name="Missed")).to_be_visible()
    liaison = visit("Aisha Karim", *looks)
    open_agreed(liaison)
    liaison.get_by_role("link", name=re.compile("[Mm]oved|[Mm]ovement")).first.click()
    expect(liaison.get_by_role("link", name="English plan").first).to_be_visible()
    check_page(liaison)


def open_agreed(page: Page) -> None:
    page.goto("/evaluations")
    rows = page.get_by_role("row").filter(has_text="English, Willowbrook Academy").filter(has_text="Spring term 2026")
    rows.get_by_role("link").first.click()


def pick_three_weak_statements(page: Page) -> None:
    open_agreed(page)
    for box in page.locator("input[name=item]").all()[:3]:
        box.check()
    page.get_by_role("button", name="Make priorities of these").click()
    page.get_by_label("Name of the plan").fill("English plan")
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_role("heading", name="English plan", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Add an action")).to_have_count(3)


def write(page: Page) -> str:
    """Fills the draft in, submits it, and answers with its address."""
    plan = page.url.split("?")[0]
    for number in range(3):
        page.goto(plan)
        page.get_by_role("link", name=f"Change priority {number + 1}").click()
        page.locator("[name=why]").fill("Seen in three of five classes.")
        page.locator("[name=stops]").fill("The quiz on Fridays.")
        press(form_of(page, "why"))
        page.get_by_role("link", name="Add an action").nth(number).click()
        action = {"what": f"Plan unit {number + 1} together", "aspects": "All five teachers", "seen": "One story"}
        for name, words in action.items():
            page.locator(f"[name={name}]").fill(words)
        page.locator("select[name=owner]").select_option(index=1)
        page.locator("[name=from]").fill(MONDAY)
        page.locator("[name=to]").fill("2027-02-10")
        page.get_by_role("button", name="Add the action").click()
    page.goto(plan)
    page.get_by_role("link", name="Plan a check").first.click()
    page.locator("[name=looked]").fill(LOOKED)
    seat = page.locator("select[name=seat]")
    seat.select_option(label=seat.locator("option").filter(has_text="Kate Brennan").inner_text())
    page.locator("[name=rhythm][value=weekly]").check()
    page.get_by_role("button", name="See the days").click()
    press(form_of(page, "looked"))
    page.goto(plan)
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_text("Waits for approval").first).to_be_visible()
    return plan


def form_of(page: Page, name: str) -> Locator:
    return page.locator("form").filter(has=page.locator(f"[name={name}]"))


def press(form: Locator) -> None:
    form.locator("button:visible").first.click()


def hold_the_meeting(page: Page, looks: tuple) -> None:
    page.goto("/meetings")
    page.get_by_role("link", name=re.compile("^Mon 16 Nov")).click()
    page.get_by_role("button", name="Begin the meeting").click()
    check = form_of(page, "finding").filter(has=page.get_by_role("button", name="Record check"))
    check.get_by_label("What was found").fill(FINDING)
    check.locator("[name=rating][value=red]").check()
    check.locator("[name=response][value=adapt]").check()
    check.locator("[name=words]").last.fill(RESPONSE)
    check.get_by_role("button", name="Record check").click()
    expect(page.get_by_role("button", name="Record check")).to_have_count(0)
    page.get_by_role("button", name="Kept").first.click()
    page.get_by_role("button", name="Finish the meeting").click()
    expect(page.get_by_text(FINDING)).to_be_visible()
    check_page(page)
