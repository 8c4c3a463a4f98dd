"""Where the focus is, and whether somebody who uses the keys sees it there."""

from playwright.sync_api import ElementHandle, Page

# `wanted` may be a radio button: Tab enters its group at whichever is chosen.
FOCUS = """wanted => {
    const at = document.activeElement, shown = at.matches('.level input') ? at.parentElement : at;
    const grouped = wanted?.type === 'radio' && at.type === 'radio' && at.name === wanted.name && at.form === wanted.form;
    const outlines = [at, shown, ...shown.children].map(one => getComputedStyle(one))
        .map(style => style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth));
    const box = shown.getClientRects()[0] ?? new DOMRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2);
    // A field for a day has stops within: day, month, year, and a button with a ring of its own.
    const isDay = at.type === 'date', stays = at === document.focusedBefore && !isDay;
    document.focusedBefore = at;
    const from = at === document.body && document.querySelector(':target') || at;
    return {
        name: (at.labels?.[0] ?? at).textContent.trim(), arrived: at === wanted || grouped,
        lost: at === document.body, stays, ringed: Math.max(...outlines) >= 2 || isDay && !at.matches(':focus'),
        covered: !(top && (shown.contains(top) || top.contains(shown))),
        isAhead: !!wanted && !!(from.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
}"""


def focus(page: Page, wanted: ElementHandle | None = None) -> dict:
    return page.evaluate(FOCUS, wanted)


def move_focus(page: Page, key: str, wanted: ElementHandle | None = None) -> dict:
    """Presses Tab or Shift+Tab, and demands that the focus goes on and is seen where it went."""
    page.keyboard.press(key)
    now = focus(page, wanted)
    assert not now["lost"], f"{key} loses the focus"
    name = " ".join(now["name"].split())[:60]
    assert not now["stays"], f"{key} does not leave “{name}”"
    assert now["ringed"], f"the focus cannot be seen on “{name}”"
    assert not now["covered"], f"something covers “{name}” while it has the focus"
    return now
