"""On a phone, between two lessons."""

import pytest
from playwright.sync_api import expect

from harness.evaluating import SAVED, choose, open_sheet
from harness.page_check import check_page
from harness.pictures import picture
from test_pages import PAGES

FOLLOWED = ["the card of a statement", "the trust's map", "a school", "the joint room while they agree", "people"]


@pytest.mark.parametrize("name", FOLLOWED)
def test_a_page_fits_a_phone_with_its_bar_at_the_bottom(open_page, name):
    person, go = PAGES[name]
    page = open_page("phone", person=person)
    go(page)
    bar = page.get_by_role("navigation", name="Sections, at the bottom")
    expect(bar).to_be_in_viewport()
    box = bar.bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    for link in bar.get_by_role("link").locator("visible=true").all():
        assert link.bounding_box()["height"] >= 44
    check_page(page)
    picture(page, f"{name}, on a phone")


def test_more_opens_the_rest_of_the_sections(open_page):
    page = open_page("phone", person="Sam Okafor")
    bar = page.get_by_role("navigation", name="Sections, at the bottom")
    expect(bar.get_by_role("link", name="People")).to_be_hidden()
    bar.get_by_text("More").tap()
    bar.get_by_role("link", name="People").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def test_a_middle_leader_judges_a_card_with_a_thumb(open_page):
    page = open_page("phone", person="Amir Hussain")
    open_sheet(page, "Curriculum intent", "English, Willowbrook Academy")
    page.get_by_role("link", name="One statement at a time").tap()
    card = page.get_by_role("article").first
    choose(card, "Secure")
    card.get_by_label("Why").fill("Books of three classes tell the same story.")
    card.get_by_label("Why").blur()
    expect(card.get_by_role("status")).to_contain_text(SAVED)
    page.get_by_role("link", name="Next").tap()
    expect(page.get_by_role("link", name="Previous")).to_be_visible()
