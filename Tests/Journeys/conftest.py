"""Fixtures of the journeys. README.md beside this file says how to use them."""

import pytest
from playwright.sync_api import sync_playwright

from harness import program as programs
from harness.looks import launch, new_page
from harness.pictures import ROOT, picture
from harness.signing_in import sign_in

BINARY = ROOT / ".build" / "debug" / "termwise"


@pytest.fixture(scope="session")
def program(tmp_path_factory):
    """The demo of the built program, one for the whole run."""
    folder = tmp_path_factory.mktemp("demo")
    command = [str(BINARY), "demo", "--data", str(folder), "--size", "small"]
    running = programs.start(command, ROOT / "var" / "test" / "journeys-program.log")
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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call" and report.failed:
        item.failed = True
    return report
