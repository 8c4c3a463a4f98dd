"""What is printed: a plan on a page fills exactly one side of A4, however much it holds; the whole plan prints whole."""

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

A4_LANDSCAPE = (842, 595)

# The gallery's sample alone, in the place where its own page has it.
SHOW_ALONE = """([group, name]) => {
    const sample = document.querySelector(`section[aria-label="${group}: ${name}"]`);
    sample.querySelector("h3").remove();
    const main = document.querySelector("main");
    main.replaceChildren(document.querySelector("h1"), ...sample.childNodes);
    document.querySelector("h1").textContent = "English: reasons in writing ".repeat(name.includes("long") ? 12 : 1);
}"""


def printed(page: Page, name: str) -> PdfReader:
    page.goto("/gallery")
    page.evaluate(SHOW_ALONE, ["Plans on paper", name])
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("sample", ["as usual", "with nothing in it yet", "with long words everywhere", "with hostile words"])
def test_a_plan_on_a_page_is_one_side_of_a4(open_page, sample):
    paper = printed(open_page(person="Amir Hussain"), f"On a page, {sample}")
    assert len(paper.pages) == 1
    width, height = paper.pages[0].mediabox[2:]
    assert (round(width), round(height)) == A4_LANDSCAPE


def words(paper: PdfReader) -> str:
    """In one line. Figures that are set in columns are read as signs of their own, and stand here as full stops."""
    text = " ".join(page.extract_text() for page in paper.pages)
    return re.sub(r"\s+", " ", re.sub(r"[\ue000-\uf8ff]", ".", text))


def test_a_full_page_still_says_what_and_who_and_whether_it_works(open_page):
    page = words(printed(open_page(person="Amir Hussain"), "On a page, with long words everywhere"))
    assert page.count("... Ask one “because” question in every lesson") == 12
    assert page.count("Working in parts") == 9
    assert page.count("not looked at yet") == 3


def test_the_whole_plan_prints_to_its_last_word(open_page):
    paper = printed(open_page(person="Amir Hussain"), "The whole plan, as usual")
    page = words(paper)
    assert len(paper.pages) > 2
    assert "What stands in the way" in page and page.count("Begin with the second class.") == 2
    assert page.count("18 November 2026") == 0
