"""The README's pictures. They are taken on every run, and renewed in the tree only when TERMWISE_SCREENSHOTS is 1."""

import pytest

from harness.pictures import picture
from test_pages import PAGES

PICTURES = {
    "map": ("the trust's map", "wide"),
    "sheet": ("the sheet of a judge", "wide"),
    "room": ("the joint room while they agree", "wide"),
    "card": ("the card of a statement", "phone"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_readme_shows_a_page_as_it_is(open_page, name):
    shown, look = PICTURES[name]
    person, go = PAGES[shown]
    page = open_page(look, person=person)
    go(page)
    assert picture(page, name, readme=True).stat().st_size < 250_000
