"""Signing in on the demo, where the sign-in page offers its people."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect


def sign_in(page: Page, name: str, press: Callable[[Locator], None] = Locator.click) -> None:
    """Chooses the person whose button names them, and waits until the sign-in page is left."""
    page.goto("/sign-in")
    press(page.get_by_role("button", name=name))
    expect(page).not_to_have_url(re.compile(r"/sign-in(\?|$)"))
