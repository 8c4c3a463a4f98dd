"""The gallery shows every part of a page at its best and at its worst. It is far too long for one look or one picture,
so each of its groups is walked alone."""

from playwright.sync_api import Page

from harness.accessibility import accessibility_faults
from harness.page_check import width_faults
from harness.pictures import picture
from harness.watch import take_complaints

GROUPS = "() => [...document.querySelectorAll('main > section > h2')].map(heading => heading.textContent)"

# The others leave the document: axe takes minutes over fourteen thousand elements, hidden or not.
SHOW_ALONE = """name => {
    document.groups ??= [...document.querySelectorAll('main > section')];
    for (const group of document.groups) group.remove();
    document.querySelector('main').append(document.groups.find(one => one.querySelector('h2').textContent === name));
}"""

# Chromium ends when it has to draw a page much longer than this at once.
TALLEST_PICTURE = 16_000


def test_every_sample_of_the_gallery_is_sound(open_page):
    page = open_page()
    page.goto("/gallery")
    groups = page.evaluate(GROUPS)
    assert len(groups) > 20
    faults = [fault for group in groups for fault in faults_in(page, group)]
    assert not faults, "\n  ".join([f"{len(faults)} faults in the gallery", *faults])


def faults_in(page: Page, group: str) -> list[str]:
    page.evaluate(SHOW_ALONE, group)
    if page.evaluate("document.documentElement.scrollHeight") <= TALLEST_PICTURE:
        picture(page, f"gallery, {group}", whole=True)
    found = accessibility_faults(page) + width_faults(page) + take_complaints(page)
    return [f"{group}: {fault}" for fault in found]
