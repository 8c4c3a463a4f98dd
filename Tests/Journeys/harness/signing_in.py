"""Signing in on the demo, where the sign-in page offers its people."""

import re

from playwright.sync_api import Page, expect


def sign_in(page: Page, name: str) -> None:
    """Chooses the person whose button names them, and waits until the sign-in page is left."""
    page.goto("/sign-in")
    page.get_by_role("button", name=name).click()
    expect(page).not_to_have_url(re.compile(r"/sign-in(\?|$)"))
