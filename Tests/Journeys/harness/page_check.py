"""The measures that every page has to meet."""

from playwright.sync_api import Page

from harness.accessibility import accessibility_faults
from harness.no_script import scripting_for_the_check
from harness.watch import take_complaints, weights

HEAVIEST = 60 * 1024
NARROWEST = {"width": 320, "height": 800}

# Resolves to the elements that moved without the reader having done anything, from the page's start on.
SHIFTS = """() => new Promise(resolve => {
    const moved = [];
    const see = entries => entries.filter(entry => !entry.hadRecentInput && entry.value > 0.001).forEach(entry =>
        moved.push(...entry.sources.map(source => source.node?.outerHTML?.slice(0, 100) ?? 'something')));
    const observer = new PerformanceObserver(list => see(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => { see(observer.takeRecords()); observer.disconnect(); resolve(moved); }, 300);
})"""

# The elements that reach beyond the right edge, leaving out what scrolls inside a box of its own.
TOO_WIDE = """() => {
    const root = document.documentElement, edge = root.clientWidth;
    const hides = [root, document.body].some(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX));
    if (hides) return ['html or body, which cuts off what does not fit'];
    if (root.scrollWidth <= edge) return [];
    const boxed = e => e.parentElement && e.parentElement !== document.body &&
        (getComputedStyle(e.parentElement).overflowX !== 'visible' || boxed(e.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter(e =>
        e.getBoundingClientRect().right > edge + 1 && !boxed(e));
    return [`${root.scrollWidth} px of ${edge}`, ...wide.slice(-3).map(e => e.outerHTML.slice(0, 100))];
}"""


def check_page(page: Page) -> None:
    """Fails with every fault that the page has, one a line."""
    faults = page_faults(page)
    lines = "\n  ".join(faults)
    assert not faults, f"{len(faults)} faults on {page.url}\n  {lines}"


def page_faults(page: Page) -> list[str]:
    page.wait_for_load_state("load")
    with scripting_for_the_check(page):
        moved = [f"moved after it was drawn: {what}" for what in page.evaluate(SHIFTS)]
        return moved + accessibility_faults(page) + width_faults(page) + weight_faults(page) + take_complaints(page)


def width_faults(page: Page) -> list[str]:
    """At 320 px, and at 200 % zoom, which a browser lays out as a window of half the size."""
    usual = page.viewport_size
    half = {"width": usual["width"] // 2, "height": usual["height"] // 2}
    faults = []
    # A phone's half is narrower than the narrowest window that has to do.
    sizes = {"320 px": NARROWEST} | ({"200 % zoom": half} if half["width"] >= NARROWEST["width"] else {})
    for name, size in sizes.items():
        page.set_viewport_size(size)
        faults += [f"too wide at {name}: {what}" for what in page.evaluate(TOO_WIDE)]
    page.set_viewport_size(usual)
    return faults


def weight_faults(page: Page) -> list[str]:
    weight = weights(page)
    total = sum(weight.values())
    if total <= HEAVIEST:
        return []
    parts = ", ".join(f"{address} {size}" for address, size in sorted(weight.items(), key=lambda item: -item[1]))
    return [f"too heavy: {total} bytes compressed, of {HEAVIEST} ({parts})"]
