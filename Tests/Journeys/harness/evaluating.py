"""Evaluations as their judges see them, found by role and name."""

import re

from playwright.sync_api import Locator, Page, expect

SAVED = re.compile(r"Saved \d\d:\d\d")


def open_sheet(page: Page, tool: str, place: str) -> None:
    """Follows the list of evaluations to the one of this tool and place that is not agreed yet."""
    page.goto("/evaluations")
    rows = page.get_by_role("table", name="Open").get_by_role("row").filter(has_text=place)
    rows.get_by_role("link", name=tool, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(tool)


def open_evaluation(page: Page, tool: str, place: str) -> None:
    """Opens a new evaluation in the first window offered, and stays on its sheet."""
    page.goto("/evaluations/new")
    page.get_by_label("School or department").select_option(label=place)
    page.get_by_role("radio", name=tool, exact=True).check()
    page.get_by_role("button", name="Open the evaluation").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(tool)


def statement(page: Page, number: str) -> Locator:
    """The card of a statement, wherever it stands."""
    return page.get_by_role("article", name=f"Statement {number}", exact=True)


def choose(card: Locator, level: str) -> None:
    """Presses a level as a pointer does: on its words, the button itself being out of sight."""
    card.locator("label").filter(has_text=level).click()


def judge(card: Locator, level: str, reason: str) -> None:
    """Judges with the pointer, and waits until it is kept."""
    choose(card, level)
    card.get_by_label("Why").fill(reason)
    card.get_by_label("Why").blur()
    expect(card.get_by_role("status")).to_have_text(SAVED)


def say_ready(page: Page, tool: str, place: str) -> None:
    open_sheet(page, tool, place)
    page.get_by_role("button", name="Say that we are ready").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Joint room")


def agree(page: Page, number: str, level: str, moved: str, words: str) -> None:
    """In the joint room, on a statement that each side judged otherwise."""
    card = statement(page, number)
    for side in ["The school", "The trust"]:
        expect(card.get_by_role("heading", name=side)).to_be_visible()
    choose(card, level)
    card.get_by_role("radio", name=moved).check()
    card.get_by_label("In a sentence").fill(words)
    card.get_by_role("button", name="Agree").click()
    page.get_by_text("Agreed after talking").click()
    expect(statement(page, number).get_by_role("button", name="Change what is agreed")).to_be_visible()


def put_name(page: Page, tool: str, place: str) -> None:
    open_sheet(page, tool, place)
    page.get_by_role("link", name="Go to the joint room").click()
    page.get_by_role("button", name="Put my name to it").click()
    expect(page.get_by_role("button", name="Put my name to it")).to_have_count(0)
