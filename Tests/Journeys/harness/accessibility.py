"""WCAG 2.2 at level AA, as far as axe can tell, in light and in dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def accessibility_faults(page: Page) -> list[str]:
    asked_for = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    faults = []
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        faults += [f"{fault} [{scheme}]" for fault in violations(page)]
    page.emulate_media(color_scheme=asked_for)
    return faults


def violations(page: Page) -> list[str]:
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
    found = Axe().run(page, options=options).response["violations"]
    return [sentence(violation, node) for violation in found for node in violation["nodes"]]


def sentence(violation: dict, node: dict) -> str:
    place = " ".join(str(part) for part in node["target"])
    reasons = "; ".join(node["failureSummary"].splitlines()[1:])
    return f"{violation['id']} at {place}: {violation['help']}. {' '.join(reasons.split())}"
