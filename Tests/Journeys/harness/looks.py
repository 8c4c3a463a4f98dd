"""How a visitor comes to a page. Looks combine: `open_page("phone", "dark")`."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from harness.no_script import turn_scripts_off
from harness.watch import watch

FONTS = Path(__file__).with_name("fonts.conf")

# What each look asks of the browser context.
CONTEXTS = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "dark": {"color_scheme": "dark"},
}

# What each look asks of the page itself.
PAGES = {
    "print": lambda page: page.emulate_media(media="print"),
    "no-script": turn_scripts_off,
}

# Motion is off so that a picture or a colour is never taken half-way.
USUAL = {"locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"} | CONTEXTS["wide"]


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium; root may only run it without its sandbox."""
    names = ["chromium", "chromium-browser", "google-chrome"]
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"none of {', '.join(names)} is installed"
    return playwright.chromium.launch(
        executable_path=found,
        args=["--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--font-render-hinting=none"],
        env=os.environ | {"FONTCONFIG_FILE": str(FONTS)},
    )


def new_page(browser: Browser, base_url: str, *looks: str) -> Page:
    """A page of a visitor without cookies, watched from the start."""
    unknown = set(looks) - CONTEXTS.keys() - PAGES.keys()
    assert not unknown, f"no such look: {unknown}"
    options = dict(USUAL)
    for look in looks:
        options |= CONTEXTS.get(look, {})
    context = browser.new_context(base_url=base_url, **options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    watch(page)
    for look in looks:
        PAGES.get(look, lambda page: None)(page)
    return page
