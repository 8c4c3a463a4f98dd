"""Pictures of pages: all in var/screenshots, and those of the README where the README looks for them."""

import os
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[3]


def picture(page: Page, name: str, readme: bool = False, whole: bool = False) -> Path:
    """Takes NAME.png. With `readme` it also renews the README's, but only when TERMWISE_SCREENSHOTS is 1,
    so that a run of the tests leaves the tree as it was. `whole` takes the page beyond the window too."""
    path = ROOT / "var" / "screenshots" / f"{name}.png"
    taken = page.screenshot(path=path, full_page=whole)
    if readme and os.environ.get("TERMWISE_SCREENSHOTS") == "1":
        published = ROOT / "Documentation" / "screenshots" / f"{name}.png"
        published.parent.mkdir(parents=True, exist_ok=True)
        published.write_bytes(taken)
    return path
