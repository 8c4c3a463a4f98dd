"""From weak statements to a plan that is looked at, step by step. The hand that does it is a Pointer or the Keys."""

import re

from playwright.sync_api import Page, expect

from harness.days import MONDAY
from harness.hands import Hand

LOOKED = "Six books of Year 8, the unit on Macbeth"
FINDING = "Two of six books show it."
RESPONSE = "We start with one class and let the others watch."
LEADER = "Kate Brennan, senior leader"


def open_agreed(hand: Hand) -> None:
    """The evaluation of English that was agreed in spring."""
    page = hand.page
    page.goto("/evaluations")
    rows = page.get_by_role("row").filter(has_text="English, Willowbrook Academy").filter(has_text="Spring term 2026")
    hand.press(rows.get_by_role("link").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("English")


def pick_three_weak_statements(hand: Hand) -> None:
    page = hand.page
    open_agreed(hand)
    for box in page.get_by_role("region", name="Weakest statements").get_by_role("checkbox").all()[:3]:
        hand.choose(box)
    hand.press(page.get_by_role("button", name="Make priorities of these"))
    hand.write(page.get_by_label("Name of the plan"), "English plan")
    hand.press(page.get_by_role("button", name="Begin the plan"))
    expect(page.get_by_role("heading", name="English plan", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Add an action")).to_have_count(3)


def write_plan(hand: Hand) -> str:
    """Fills the draft in, submits it, and answers with its address."""
    page = hand.page
    plan = page.url.split("?")[0]
    for number in range(3):
        write_priority(hand, number)
        write_action(hand, number)
    plan_check(hand)
    hand.press(page.get_by_role("button", name="Submit for approval"))
    expect(page.get_by_text("Waits for approval").first).to_be_visible()
    return plan


def write_priority(hand: Hand, number: int) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name=f"Change priority {number + 1}"))
    hand.write(page.get_by_label("Why this one"), "Seen in three of five classes.")
    hand.write(page.get_by_label("What stops so that this can start"), "The quiz on Fridays.")
    hand.press(page.get_by_role("button", name="Save"))


def write_action(hand: Hand, number: int) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name="Add an action").nth(number))
    hand.write(page.get_by_label("Action", exact=True), f"Plan unit {number + 1} together")
    hand.write(page.get_by_label("Essential aspects"), "All five teachers")
    hand.write(page.get_by_label("What we will see when it works"), "One story")
    hand.pick(page.get_by_label("Owner"), "Amir Hussain, middle leader")
    hand.write(page.get_by_label("From", exact=True), MONDAY)
    hand.write(page.get_by_label("To", exact=True), "2027-02-10")
    hand.press(page.get_by_role("button", name="Add the action"))
    expect(page.get_by_role("heading", name=f"Plan unit {number + 1} together")).to_be_visible()


def plan_check(hand: Hand) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name="Plan a check").first)
    hand.write(page.get_by_label("What will be looked at"), LOOKED)
    hand.pick(page.get_by_label("Who looks"), LEADER)
    hand.choose(page.get_by_role("radio", name="Every week"))
    hand.write(page.get_by_label("From", exact=True), MONDAY)
    hand.press(page.get_by_role("button", name="See the days"))
    hand.press(page.get_by_role("button", name="Plan this check"))
    expect(page.get_by_role("heading", name=LOOKED)).to_be_visible()


def approve(hand: Hand) -> None:
    """From the leader's Today."""
    page = hand.page
    page.goto("/")
    hand.press(page.get_by_role("link", name="English plan"))
    hand.press(page.get_by_role("button", name="Approve the plan"))
    expect(page.get_by_text("Approved by Kate Brennan").first).to_be_visible()


def put_live(hand: Hand, plan: str) -> None:
    page = hand.page
    page.goto(plan)
    hand.press(page.get_by_role("button", name="Put the plan live"))
    expect(page.get_by_text("Nothing was looked at yet")).to_be_visible()


def hold_the_meeting(hand: Hand) -> None:
    """The one of MONDAY: the check that is due, a promise from last time, and the end."""
    page = hand.page
    page.goto("/meetings")
    hand.press(page.get_by_role("link", name=re.compile("^Mon 16 Nov")))
    hand.press(page.get_by_role("button", name="Begin the meeting"))
    check = page.get_by_role("article", name=f"Check: {LOOKED}")
    hand.write(check.get_by_label("What was found"), FINDING)
    hand.choose(check.get_by_role("radio", name="Not working yet"))
    hand.choose(check.get_by_role("radio", name="Adapt"))
    hand.write(check.get_by_label("In words"), RESPONSE)
    hand.press(check.get_by_role("button", name="Record check"))
    expect(page.get_by_role("button", name="Record check")).to_have_count(0)
    hand.press(page.get_by_role("button", name="Kept").first)
    hand.press(page.get_by_role("button", name="Finish the meeting"))
    expect(page.get_by_text(FINDING)).to_be_visible()
