"""A plan that is taken away, opened by what others wrote to read spreadsheets and Word files."""

import io
import re
from datetime import datetime
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import docx
import openpyxl
from driving.visitor import Visitor

FORMULA = '=HYPERLINK("http://x.example")'
HOSTILE = f"{FORMULA} _x0041_ <b>&amp;</b> שלום 👩‍👩‍👧‍👦 \x01end"
KEPT = HOSTILE.replace("\x01", "")
LONG = "word " * 2_000


def option(page: str, select: str, words: str = "") -> str:
    """The value of a select's first answer with these words."""
    choices = re.search(rf'<select[^>]*name="{select}".*?</select>', page, re.S).group()
    return next(value for value, name in re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)', choices) if words in name)


def send(visitor: Visitor, page: str, **typed: str) -> str:
    """Fills in the form of a page, and answers where it led."""
    form = next(form for form in visitor.get(page).forms if form.buttons and "sign-out" not in form.action)
    answer = visitor.post(form.action, form.fields | {name.replace("_", "-"): words for name, words in typed.items()})
    assert answer.status == 303, answer.body
    return answer.headers["location"]


def written_plan(visitor: Visitor) -> str:
    """A department's plan of one priority and one action, as its head would write it; its address."""
    place = option(visitor.get("/plans/new").body, "place", "Willowbrook Academy: English")
    new = f"/plans/new?place={place}"
    first, _ = next(form for form in visitor.get(new).forms if "when" in form.fields).fields["when"].split(".")
    plan = urlsplit(send(visitor, new, place=place, title=HOSTILE)).path
    send(visitor, f"{plan}/priorities/new", title="Reasons in writing", why=LONG, stops=HOSTILE)
    priority = re.search(rf"{plan}/priorities/([0-9a-z]{{25}})", visitor.get(plan).body).group(1)
    action = f"{plan}/priorities/{priority}/actions/new"
    owner = option(visitor.get(action).body, "owner", "Amir Hussain")
    send(
        visitor, action, what=FORMULA, aspects="All write first", seen="Books hold reasons", owner=owner,
        to=first, days="2.5", money="1250.50", **{"from": first},
    )  # fmt: skip
    return plan


def taken(program, visitor: Visitor, address: str) -> io.BytesIO:
    return io.BytesIO(urlopen(Request(program.address + address, headers={"Cookie": visitor.cookie})).read())


def test_a_spreadsheet_of_a_plan_opens_with_its_words_days_and_money(serve):
    program = serve()
    visitor = Visitor(urlsplit(program.address).port)
    visitor.sign_in("James Oyelaran")
    book = openpyxl.load_workbook(taken(program, visitor, written_plan(visitor) + "/plan.xlsx"))
    assert book.sheetnames == ["Priorities", "Outcomes", "Actions", "Checks"]
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]

    headings, priority = book["Priorities"].iter_rows(max_col=4)
    assert [cell.value for cell in headings][1] == "Priority"
    assert priority[1].value == "Reasons in writing"
    assert priority[2].value == LONG.strip()
    assert priority[3].value == KEPT

    headings, action = book["Actions"].iter_rows()
    action = {heading.value: cell for heading, cell in zip(headings, action)}
    assert action["Action"].value == FORMULA
    assert isinstance(action["From"].value, datetime)
    assert (action["Days"].value, action["Money"].value) == (2.5, 1250.5)
    assert "£" in action["Money"].number_format


def test_a_word_file_of_a_plan_opens_with_headings_that_can_be_edited(serve):
    program = serve()
    visitor = Visitor(urlsplit(program.address).port)
    visitor.sign_in("James Oyelaran")
    paper = docx.Document(taken(program, visitor, written_plan(visitor) + "/plan.docx"))
    words = {paragraph.text: paragraph.style.name for paragraph in paper.paragraphs}
    assert words[KEPT] in ("Body Text", "First Paragraph", "Title")
    assert words["1. Reasons in writing"] == "Heading 2"
    assert words[f"1.1 {FORMULA}"] == "Heading 4"
    assert LONG.strip() in words
    assert not paper.inline_shapes
