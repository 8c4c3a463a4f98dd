"""Every kind of page, as the demo shows it, is sound: in light and dark, at 320 px, at 200 % zoom, and within its weight."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness.evaluating import open_sheet, statement
from harness.page_check import check_page
from harness.pictures import picture

ACADEMY = "Willowbrook Academy"
MARSH_LANE = "Marsh Lane Infant and Nursery School"


def sheet(page: Page) -> None:
    open_sheet(page, "Curriculum intent", f"English, {ACADEMY}")


def card(page: Page) -> None:
    sheet(page)
    statement(page, "1.1").get_by_role("link").click(modifiers=["ControlOrMeta"])
    page.goto(statement(page, "1.1").get_by_role("link").get_attribute("href"))


def room(page: Page) -> None:
    open_sheet(page, "Behaviour and attitudes", MARSH_LANE)
    page.get_by_role("link", name="Go to the joint room").click()
    expect(page.get_by_role("heading", name="To talk through")).to_be_visible()
