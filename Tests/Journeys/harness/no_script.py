"""Pages without scripting. Playwright's own switch cannot be lifted for the check of a page, so this is ours."""

from contextlib import contextmanager
from weakref import WeakKeyDictionary

from playwright.sync_api import CDPSession, Page

_switches: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def turn_scripts_off(page: Page) -> None:
    """For every document that the page opens from now on."""
    _switches[page] = page.context.new_cdp_session(page)
    allow_scripts(page, False)


def allow_scripts(page: Page, allowed: bool) -> None:
    _switches[page].send("Emulation.setScriptExecutionDisabled", {"value": not allowed})


@contextmanager
def scripting_for_the_check(page: Page):
    """The check is itself a script that waits. The document has been read by then, so its own scripts stay off."""
    switched_off = page in _switches
    if switched_off:
        allow_scripts(page, True)
    try:
        yield
    finally:
        if switched_off:
            allow_scripts(page, False)
