"""What leaves the program: a plan on paper, in a spreadsheet and in a Word file, each one press from the plan."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from harness.page_check import check_page
from harness.pictures import picture

PLAN = "Willowbrook Academy improvement plan"
PRIORITY = "Every pupil who reads below age ten is taught to read"
ACTION = "Three phonics groups at the start of the day"
A4 = {(595, 842), (842, 595)}


@pytest.fixture
def plan(visit):
    page = visit("Kate Brennan")
    page.goto("/plans")
    page.get_by_role("link", name=PLAN).click()
    expect(page.get_by_role("heading", level=1, name=PLAN)).to_be_visible()
    return page


def paper(page: Page) -> PdfReader:
    """What the page prints, which is A4."""
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(round(length) for length in side.mediabox[2:]) for side in printed.pages} <= A4
    return printed


def test_the_whole_plan_is_read_on_paper(plan):
    plan.get_by_role("link", name="The whole plan").click()
    check_page(plan)
    picture(plan, "the whole plan", whole=True)
    words = " ".join(side.extract_text() for side in paper(plan).pages)
    for expected in [PLAN, ACTION, "What stops so that this can start"]:
        assert expected in " ".join(words.split())
    assert "Spreadsheet" not in words


def test_a_plan_on_a_page_is_one_side(plan):
    plan.get_by_role("link", name="Plan on a page").click()
    check_page(plan)
    picture(plan, "a plan on a page", whole=True)
    sides = paper(plan).pages
    assert len(sides) == 1
    assert ACTION in " ".join(sides[0].extract_text().split())


def test_the_button_opens_the_browsers_own_printing(plan):
    plan.get_by_role("link", name="The whole plan").click()
    plan.wait_for_url("**/print")
    plan.evaluate("window.print = () => { window.printed = true }")
    plan.get_by_role("button", name="Print this page").click()
    assert plan.evaluate("window.printed")


def downloaded(page: Page, link: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_the_spreadsheet_opens_and_holds_the_actions(plan, tmp_path):
    file = downloaded(plan, "Spreadsheet", tmp_path)
    assert file.suffix == ".xlsx"
    cells = [str(cell) for sheet in openpyxl.load_workbook(file) for row in sheet.values for cell in row if cell]
    for expected in [PRIORITY, ACTION]:
        assert any(expected in cell for cell in cells)


def test_the_word_file_opens_and_can_be_edited(plan, tmp_path):
    file = downloaded(plan, "Word file", tmp_path)
    assert file.suffix == ".docx"
    document = docx.Document(str(file))
    headings = [one.text for one in document.paragraphs if one.style.name.startswith(("Heading", "Title"))]
    assert any(PLAN in heading for heading in headings) and any(PRIORITY in heading for heading in headings)
    document.paragraphs[0].add_run(" (read)")
    document.save(str(file))
    assert docx.Document(str(file)).paragraphs[0].text.endswith("(read)")
