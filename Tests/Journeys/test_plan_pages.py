"""The pages of plans, checks, meetings and movement on an ordinary Monday, wide and on a phone: each as sound as any."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness.page_check import check_page
from harness.pictures import picture

ACADEMY = "Willowbrook Academy"
SCHOOL_PLAN = "Willowbrook Academy improvement plan"


def at(address: str):
    return lambda page: page.goto(address)


def plan(title: str, *links: str | re.Pattern):
    """A plan, and what its first such links lead to."""

    def go(page: Page) -> None:
        page.goto("/plans")
        follow(page, title, *links)

    return go


def follow(page: Page, *links: str | re.Pattern) -> None:
    for link in links:
        href = page.get_by_role("main").get_by_role("link", name=link).first.get_attribute("href")
        page.goto(href)


def of_the_school(*links: str):
    def go(page: Page) -> None:
        page.goto("/schools")
        if page.get_by_role("heading", level=1, name=ACADEMY).count() == 0:
            follow(page, ACADEMY)
        follow(page, *links)

    return go


def meeting(day: str):
    def go(page: Page) -> None:
        page.goto("/meetings")
        follow(page, re.compile(day))

    return go


def meetings_of_the_school(page: Page) -> None:
    page.goto("/meetings")
    follow(page, ACADEMY)


def check(page: Page) -> None:
    follow(page, "With evidence")
    expect(page.get_by_role("button", name="Record check")).to_be_visible()


# Who goes where.
PAGES = {
    "today with checks": ("Kate Brennan", at("/")),
    "the list of plans": ("Aisha Karim", at("/plans")),
    "a live plan": ("Kate Brennan", plan(SCHOOL_PLAN)),
    "a rapid action plan": ("Mark Ellery", plan("Attendance in six weeks")),
    "a plan that waits for approval": ("Mark Ellery", plan("Writing at length in Year 9")),
    "a draft": ("Anton Reyes", plan("Northgate")),
    "the whole plan to print": ("Kate Brennan", plan(SCHOOL_PLAN, "The whole plan")),
    "the plan on a page": ("Kate Brennan", plan(SCHOOL_PLAN, "Plan on a page")),
    "every change of a plan": ("Kate Brennan", plan(SCHOOL_PLAN, "Every change, step by step")),
    "handing duties over": ("Kate Brennan", plan(SCHOOL_PLAN, re.compile("^Hand somebody"))),
    "how a criterion stands": ("Kate Brennan", plan(SCHOOL_PLAN, "Say how it stands")),
    "ending an action": ("Kate Brennan", plan(SCHOOL_PLAN, "End this action")),
    "ending a check": ("Kate Brennan", plan(SCHOOL_PLAN, "End this check")),
    "beginning a plan": ("Kate Brennan", at("/plans/new")),
    "a priority": ("Anton Reyes", plan("Northgate", "Change priority 1")),
    "an action": ("Anton Reyes", plan("Northgate", "Add an action")),
    "an outcome": ("Anton Reyes", plan("Northgate", re.compile("^Add: this year"))),
    "planning a check": ("Anton Reyes", plan("Northgate", "Plan a check")),
    "a check on its day": ("Kate Brennan", check),
    "a check that was done": ("Helen Marsh", plan("Oakfield improvement plan", re.compile("weeks ago$"))),
    "missed checks": ("Aisha Karim", at("/checks/missed")),
    "how a school's plans stand": ("Aisha Karim", of_the_school("How its plans stand")),
    "what moved": ("Aisha Karim", of_the_school(re.compile("^What moved"))),
    "meetings": ("Kate Brennan", at("/meetings")),
    "how lines go in a school": ("Aisha Karim", meetings_of_the_school),
    "a line": ("Kate Brennan", meeting("^Kate Brennan and Amir Hussain$")),
    "setting up a line": ("Kate Brennan", at("/meetings/lines/new")),
    "a meeting to come": ("Kate Brennan", meeting("^Tue 17 Nov")),
    "a missed meeting": ("Rachel Stone", meeting("^Rachel Stone and Mark Ellery, ")),
    "letters and calendar, on the Monday": ("Kate Brennan", at("/me/notices")),
}


@pytest.mark.parametrize("look", ["wide", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_plan_is_sound(visit, name, look):
    person, go = PAGES[name]
    page = visit(person, look)
    go(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    check_page(page)
    picture(page, f"{name}, {look}", whole=True)
