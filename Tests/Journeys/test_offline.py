"""A connection that goes away takes nothing with it."""

from playwright.sync_api import expect

from harness.evaluating import SAVED, open_evaluation, statement

WORDS = "Every lesson began with recall; three of five built on it."


def test_words_typed_offline_are_kept_and_saved_when_the_line_is_back(open_page):
    page = open_page(person="Anton Reyes")
    open_evaluation(page, "Teaching and learning", "Northgate Free School")
    card = statement(page, "1.1")
    page.context.set_offline(True)
    card.get_by_label("Why").fill(WORDS)
    expect(card.get_by_role("status")).to_contain_text("Not saved yet: you are offline.")
    page.context.set_offline(False)
    expect(card.get_by_role("status")).to_have_text(SAVED)
    page.reload()
    expect(statement(page, "1.1").get_by_label("Why")).to_have_value(WORDS)


def test_words_that_never_left_the_device_survive_a_reload(open_page):
    page = open_page(person="Anton Reyes")
    open_evaluation(page, "Inclusion", "Northgate Free School")
    page.route("**/judgements/**", lambda route: route.abort())
    statement(page, "1.2").get_by_label("Why").fill(WORDS)
    expect(statement(page, "1.2").get_by_role("status")).to_contain_text("What you typed is kept on this device.")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    card = statement(page, "1.2")
    expect(card.get_by_label("Why")).to_have_value(WORDS)
    expect(card.get_by_role("status")).to_contain_text("Brought back from this device.")
    page.unroute("**/judgements/**")
    expect(card.get_by_role("status")).to_contain_text(SAVED, timeout=30_000)
