"""Firefox brings old words back on reload and Back. They never go over newer ones in silence, and nothing is made again."""

import pytest
from playwright.sync_api import expect

from harness.firefox import firefox

PERSON = "Anton Reyes"


def begin_plan(visit, program, title: str) -> str:
    visit.goto(f"{program.address}/sign-in")
    visit.press(PERSON)
    visit.goto(f"{program.address}/plans/new")
    visit.write("title", title)
    visit.choose_first("place")
    visit.press("Begin the plan")
    visit.await_heading(title)
    return visit.client.get_url()


def rename_elsewhere(open_page, plan: str, title: str) -> None:
    page = open_page(person=PERSON)
    page.goto(f"{plan}/details")
    page.get_by_label("Name of the plan").fill(title)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("way", ["reload", "back"])
def test_old_words_never_go_over_newer_ones_in_silence(open_page, program, way):
    with firefox() as visit:
        plan = begin_plan(visit, program, f"First words {way}")
        visit.goto(f"{plan}/details")
        visit.write("title", "Older words")
        newer = f"Newer words {way}"
        rename_elsewhere(open_page, plan, newer)
        if way == "reload":
            visit.reload()
        else:
            visit.goto(f"{program.address}/help/keys")
            visit.back()
        restored = visit.value("title")
        visit.press("Save")
        if restored == newer:
            assert visit.heading() == newer
        else:
            assert restored == "Older words"
            assert visit.heading() == "Two people changed this"
        visit.goto(plan)
        assert visit.heading() == newer


def test_back_and_sent_again_leads_to_what_was_made(program):
    with firefox() as visit:
        title = "Made by Firefox"
        plan = begin_plan(visit, program, title)
        visit.back()
        if visit.value("title") == title:
            visit.press("Begin the plan")
            assert visit.client.get_url() == plan
        visit.goto(f"{program.address}/plans")
        assert visit.client.page_source.count(f">{title}</a>") == 1
