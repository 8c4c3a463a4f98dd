"""What a plan or a check cannot take is refused in words, offers a way on where there is one, and keeps what was typed."""


import pytest
from playwright.sync_api import Page, expect

from harness.page_check import check_page
from harness.pictures import picture

ACTION = "A joint walk on Tuesdays"
FOUND = "Two of the three assistants ask before they help."


def new_action(page: Page) -> None:
    page.goto("/plans")
    page.get_by_role("link", name="Northgate").click()
    page.get_by_role("link", name="Add an action").click()
    page.get_by_label("Action", exact=True).fill(ACTION)
    for label in ["Essential aspects", "What we will see when it works"]:
        page.get_by_label(label).fill("Both write the same thing down.")
    page.get_by_label("Owner").select_option(label="Anton Reyes, headteacher")
    for label, words in {"Days": "2", "Money": "0", "From": "2026-12-25", "To": "2027-02-10"}.items():
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Add the action").click()


@pytest.mark.parametrize("looks", [(), ("no-script",)], ids=["scripting", "no scripting"])
def test_a_day_in_a_holiday_is_offered_the_next_school_day_in_one_press(visit, looks):
    page = visit("Anton Reyes", *looks)
    new_action(page)
    sentence = "Friday 25 December is a bank holiday (Christmas Day). The next school day is Monday 4 January."
    expect(page.get_by_role("alert").get_by_role("link", name=sentence)).to_be_visible()
    expect(page.get_by_label("Action", exact=True)).to_have_value(ACTION)
    check_page(page)
    page.get_by_role("button", name="Take Monday 4 January").click()
    added = page.get_by_role("article").filter(has=page.get_by_role("heading", name=ACTION)).last
    expect(added).to_contain_text("4 January 2027 to 10 February 2027")


def test_enter_in_a_field_does_not_take_the_offered_day(visit):
    page = visit("Anton Reyes")
    new_action(page)
    page.get_by_label("Days", exact=True).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("25 December is a bank holiday")
    expect(page.get_by_label("From", exact=True)).to_have_value("2026-12-25")


def test_a_look_on_a_named_day_in_a_holiday_is_offered_the_next_school_day(visit):
    page = visit("Anton Reyes")
    page.goto("/plans")
    page.get_by_role("link", name="Northgate").click()
    page.get_by_role("link", name="Plan a check").first.click()
    page.get_by_label("What will be looked at").fill("Two walks and what was written after them")
    page.get_by_label("Who looks").select_option(label="Anton Reyes, headteacher")
    page.get_by_role("radio", name="On days I name").check()
    page.get_by_label("Day 1", exact=True).fill("2026-12-25")
    page.get_by_role("button", name="See the days").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("What will be looked at")).to_have_value("Two walks and what was written after them")
    check_page(page)
    page.get_by_role("button", name="Take Monday 4 January").click()
    expect(page.get_by_role("listitem").filter(has_text="Mon 4 Jan 2027")).to_be_visible()
    page.get_by_role("button", name="Plan this check").click()
    expect(page.get_by_role("heading", name="Two walks and what was written after them")).to_be_visible()


@pytest.fixture
def check(visit):
    """A look that is due, with what was found written and rated, and the evidence open."""
    return written_check(visit("Kate Brennan"))


def written_check(page: Page) -> Page:
    page.get_by_role("link", name="With evidence").first.click()
    page.get_by_label("What was found").fill(FOUND)
    page.get_by_role("radio", name="Working in parts").check()
    page.get_by_text("Add evidence").click()
    page.get_by_label("What kind").select_option(label="Lesson visit")
    page.get_by_label("Note").fill("Before break, in two rooms.")
    return page


FILES = {
    "too large": ("walk.pdf", b"%PDF-1.7\n" + bytes(5_100_000), "That file is larger than 5 MB."),
    "far too large": ("walk.pdf", b"%PDF-1.7\n" + bytes(14_000_000), "That file is larger than 5 MB."),
    "larger than what is kept of any": ("walk.pdf", b"%PDF-1.7\n" + bytes(40_000_000), "That file is larger than 5 MB."),
    "of a wrong kind": ("walk.exe", b"MZ\x90\0" + bytes(900), "That is no file we keep."),
    "with macros": ("walk.docx", b"PK\x03\x04[Content_Types].xml word/document.xml vbaProject.bin", "That document carries macros"),
    "empty": ("walk.txt", b"", "That file is empty."),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_not_kept_gets_a_sentence_and_the_rest_stays(check, tmp_path, case):
    name, content, sentence = FILES[case]
    (tmp_path / name).write_bytes(content)
    check.get_by_label("A file").set_input_files(tmp_path / name)
    check.get_by_role("radio", name="Keep going").check()
    check.get_by_role("button", name="Record check").click()
    expect(check.get_by_role("alert").get_by_role("link", name=sentence)).to_be_visible()
    expect(check.get_by_label("What was found")).to_have_value(FOUND)
    expect(check.get_by_role("radio", name="Working in parts")).to_be_checked()
    expect(check.get_by_label("Note")).to_have_value("Before break, in two rooms.")
    expect(check.get_by_label("What kind").locator("option:checked")).to_have_text("Lesson visit")
    expect(check.get_by_role("radio", name="Keep going")).to_be_checked()
    if case == "of a wrong kind":
        check_page(check)
        picture(check, "a file that is not kept", whole=True)


@pytest.mark.parametrize("looks", [("phone",), ("phone", "no-script")], ids=["scripting", "no scripting"])
def test_a_file_beyond_all_bounds_is_refused_at_its_field_on_a_phone(visit, tmp_path, looks):
    page = written_check(visit("Kate Brennan", *looks))
    (tmp_path / "film.mp4").write_bytes(bytes(60_000_000))
    page.get_by_label("A file").set_input_files(tmp_path / "film.mp4")
    page.get_by_role("button", name="Record check").click()
    expect(page.get_by_role("alert").get_by_role("link", name="That file is larger than 5 MB.")).to_be_visible()
    expect(page.get_by_text("A file is larger than what can be sent here.")).to_be_visible()
    expect(page.get_by_label("What was found")).to_have_value(FOUND)
    expect(page.get_by_label("Note")).to_have_value("Before break, in two rooms.")
    check_page(page)
    picture(page, "a file beyond all bounds", whole=True)


def test_a_register_beyond_all_bounds_is_refused_at_its_field(visit, tmp_path):
    page = visit("Sam Okafor")
    page.goto("/administration/imports/new")
    (tmp_path / "register.csv").write_bytes(bytes(160_000_000))
    page.get_by_label("File of schools").set_input_files(tmp_path / "register.csv")
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("alert").get_by_role("link", name="That is more than 150 MB")).to_be_visible()
    check_page(page)


@pytest.mark.parametrize("rating", ["Not working yet", "Working in parts"])
def test_what_does_not_work_wants_a_response(check, rating):
    check.get_by_role("radio", name=rating).check()
    check.get_by_role("button", name="Record check").click()
    expect(check.get_by_role("alert").get_by_role("link", name="Choose what follows")).to_be_visible()
    expect(check.get_by_label("What was found")).to_have_value(FOUND)
    check.get_by_role("radio", name="Stop").check()
    check.get_by_role("button", name="Record check").click()
    expect(check.get_by_role("alert")).to_be_visible()
    check_page(check)


def test_a_next_look_in_a_holiday_is_offered_the_next_school_day(check):
    check.get_by_role("radio", name="Too early to say").check()
    check.get_by_label("The next look").fill("2026-12-25")
    check.get_by_role("button", name="Record check").click()
    expect(check.get_by_role("alert")).to_contain_text("Friday 25 December is a bank holiday (Christmas Day).")
    check_page(check)
    check.get_by_label("Link").press("Enter")
    expect(check.get_by_role("alert")).to_contain_text("Friday 25 December is a bank holiday (Christmas Day).")
    check.get_by_role("button", name="Take Monday 4 January").click()
    expect(check.get_by_text("The next look is on 4 January 2027")).to_be_visible()
