"""Fixtures of the journeys. README.md beside this file says how to use them."""

import subprocess

import pytest
from playwright.sync_api import sync_playwright

from harness import program as programs
from harness.days import MONDAY, PlayedDemo, demo
from harness.looks import launch, new_page
from harness.played_day import PLAYED_DAY
from harness.pictures import ROOT, picture
from harness.signing_in import sign_in

BINARY = ROOT / ".build" / "debug" / "termwise"


def pytest_addoption(parser):
    parser.addoption("--played-day", action="store_true", help="only what plays on TERMWISE_PLAYED_DAY")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--played-day"):
        items[:] = [item for item in items if "program" in item.fixturenames]


@pytest.fixture(scope="session")
def program(tmp_path_factory):
    """The demo of the built program, one for the whole run."""
    folder = tmp_path_factory.mktemp("demo")
    running = programs.start(demo(BINARY, folder, PLAYED_DAY), ROOT / "var" / "test" / "journeys-program.log")
    yield running
    programs.stop(running)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def open_anywhere(browser, request):
    """open_anywhere(address, *looks) opens a page of a new visitor there; all close when the test ends."""
    pages = []

    def open_anywhere(base_url, *looks):
        page = new_page(browser, base_url, *looks)
        pages.append(page)
        return page

    yield open_anywhere
    for number, page in enumerate(pages, 1):
        if getattr(request.node, "failed", False) and not page.is_closed():
            picture(page, f"failed-{request.node.name}-{number}")
        page.context.close()


@pytest.fixture
def open_page(open_anywhere, program):
    """open_page("phone", "dark", person="Name Surname"): a visitor of the demo, signed in when a person is named."""

    def open_page(*looks, person=None):
        page = open_anywhere(program.address, *looks)
        if person:
            sign_in(page, person)
        return page

    return open_page


@pytest.fixture(scope="session")
def made_on_monday(tmp_path_factory):
    """The folder of the demo as it is on MONDAY. It takes seconds to make, so every day is played on a copy."""
    folder = tmp_path_factory.mktemp("monday")
    subprocess.run(demo(BINARY, folder, MONDAY, "--only-make"), env=programs.environment({}), check=True)
    return folder


@pytest.fixture
def on_a_day(made_on_monday, tmp_path, open_anywhere):
    """on_a_day(NEXT_TERM) plays this test's own demo on that day; it answers with visit("Name Surname", "phone")."""
    played = PlayedDemo(BINARY, made_on_monday, tmp_path / "demo")
    yield lambda day: visitors(played.on(day), open_anywhere)
    played.end()


@pytest.fixture(scope="module")
def monday(made_on_monday, tmp_path_factory, request):
    """The demo played on MONDAY, one for the tests of a file."""
    played = PlayedDemo(BINARY, made_on_monday, tmp_path_factory.mktemp(request.module.__name__) / "demo")
    yield played.on(MONDAY)
    played.end()


@pytest.fixture
def visit(monday, open_anywhere):
    """visit("Name Surname", "phone"): a page of somebody who comes on MONDAY."""
    return visitors(monday, open_anywhere)


def visitors(program, open_anywhere):
    def visit(person, *looks):
        page = open_anywhere(program.address, *looks)
        sign_in(page, person)
        return page

    return visit


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call" and report.failed:
        item.failed = True
    return report
