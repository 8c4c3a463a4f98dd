"""The harness itself: a sound page passes, and each measure is seen to fail on a page that breaks it."""

import random
import string
import sys
from pathlib import Path

import pytest

from harness import program as programs
from harness.hands import Keys
from harness.page_check import check_page, page_faults
from harness.pictures import picture
from harness.pretended_site import PretendedSite
from harness.signing_in import sign_in

NOISE = "".join(random.Random(1).choices(string.ascii_letters + string.digits, k=120_000))
TINY = '<button style="all: unset; font-size: 4px">a</button>'

# By name of a page: a body that breaks one measure, and words of every fault that must be found then.
FAULTY = {
    "unnamed-picture": ('<img src="data:," width="9" height="9">', "image-alt at img"),
    "pale": ('<p style="color: #bbb; background: #fff">Pale</p>', "color-contrast at p"),
    "pale-in-dark": (
        "<style>@media (prefers-color-scheme: dark) { p { color: #ccc } }</style><p>Pale</p>",
        "[dark]",
    ),
    "tiny-targets": (TINY + TINY, "target-size at button"),
    "wide-at-320": ('<p style="width: 400px">Wide</p>', "too wide at 320 px: "),
    "wide-at-zoom": (
        "<style>@media (min-width: 600px) { p { width: 700px } }</style><p>Wide</p>",
        "too wide at 200 % zoom: ",
    ),
    "cut-off": ("<style>body { overflow-x: hidden }</style><p>Cut</p>", "cuts off"),
    "broken-script": ("<script>nothing.there()</script><p>Broken</p>", "a script failed: nothing is not defined"),
    "missing-style": ('<link rel="stylesheet" href="/missing.css"><p>Plain</p>', "the console says: Failed to load"),
    "moving": (
        "<p>Still</p><script>setTimeout(() => document.querySelector('h1').style.marginTop = '99px', 50)</script>",
        "moved after it was drawn: ",
    ),
    "heavy": (f"<p hidden>{NOISE}</p>", "too heavy: "),
}

SOUND = '<p>All is well. <a href="/sound">Again</a></p>'
SIGN_IN = """<form action="/sound"><button name="person" value="1">Ada Lovelace, headteacher</button>
    <button name="person" value="2">Grace Hopper, liaison</button></form>"""

RING = "<style>:focus { outline: 3px solid }</style>"

# By name of a page: a body whose last button the keys do not come to, and what is said of it.
UNUSABLE = {
    "no-ring": ("<style>:focus { outline: none }</style><button>First</button>", "cannot be seen on “First”"),
    "trap": (
        RING + """<button>First</button><button>Last</button><script>
        addEventListener("keydown", event => event.target.textContent === "First" && event.preventDefault())</script>""",
        "does not leave “First”",
    ),
    "covered": (
        RING + """<button>First</button><p style="position: fixed; inset: 0; background: #fff">Above</p>""",
        "something covers “First”",
    ),
    "out-of-reach": (RING + '<button>First</button><button tabindex="-1">Last</button>', "loses the focus"),
}

PRETENDER = str(Path(__file__).with_name("harness") / "pretender.py")


@pytest.fixture(scope="module")
def address():
    bodies = {"sound": SOUND, "sign-in": SIGN_IN} | {name: body for name, (body, _) in (FAULTY | UNUSABLE).items()}
    with PretendedSite(bodies, guarded={"sound"}) as address:
        yield address


@pytest.mark.parametrize("looks", ["", "phone", "dark", "no-script", "print", "phone no-script"])
def test_a_sound_page_passes(address, open_anywhere, looks):
    page = open_anywhere(address, *looks.split())
    page.goto("/sound")
    check_page(page)
    picture(page, f"harness {looks}".strip(), whole=True)
    check_page(page)


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_page_fails_for_its_fault_alone(address, open_anywhere, name):
    page = open_anywhere(address)
    page.goto(f"/{name}")
    faults = page_faults(page)
    assert faults and all(FAULTY[name][1] in fault for fault in faults)


def test_the_check_of_a_page_tells_every_fault(address, open_anywhere):
    page = open_anywhere(address)
    page.goto("/tiny-targets")
    with pytest.raises(AssertionError, match=r"4 faults on http.*/tiny-targets\n  target-size"):
        check_page(page)


def test_a_page_that_is_not_found_may_be_sound(address, open_anywhere):
    page = open_anywhere(address)
    page.goto("/nowhere")
    check_page(page)


def test_without_scripting_no_script_of_the_page_runs_even_while_it_is_checked(address, open_anywhere):
    page = open_anywhere(address, "no-script")
    page.goto("/broken-script")
    check_page(page)
    assert page.get_by_text("Broken").is_visible()


def test_a_look_that_nobody_has_is_refused(address, open_anywhere):
    with pytest.raises(AssertionError, match="no such look: {'darkish'}"):
        open_anywhere(address, "darkish")


@pytest.mark.parametrize("looks", ["", "no-script"])
def test_signing_in_chooses_the_named_person(address, open_anywhere, looks):
    page = open_anywhere(address, *looks.split())
    sign_in(page, "Grace Hopper")
    assert page.url == f"{address}/sound?person=2"


@pytest.mark.parametrize("name", UNUSABLE)
def test_the_keys_tell_what_keeps_them_from_a_control(address, open_anywhere, name):
    page = open_anywhere(address)
    page.goto(f"/{name}")
    with pytest.raises(AssertionError, match=UNUSABLE[name][1]):
        Keys(page).press(page.get_by_role("button").last)


def test_a_program_is_awaited_and_ends_with_status_0(tmp_path):
    running = programs.start([sys.executable, PRETENDER, "0"], tmp_path / "log")
    assert programs.answers(f"{running.address}/ready")
    programs.stop(running)


def test_a_program_that_ends_badly_fails(tmp_path):
    running = programs.start([sys.executable, PRETENDER, "3"], tmp_path / "log")
    with pytest.raises(AssertionError, match="status 3 after SIGTERM"):
        programs.stop(running)


def test_a_program_that_never_starts_fails_with_its_last_words(tmp_path):
    with pytest.raises(AssertionError, match="status 1 before it was ready:\nno settings"):
        programs.start([sys.executable, "-c", "raise SystemExit('no settings')"], tmp_path / "log")
