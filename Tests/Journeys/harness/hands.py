"""How a person works a page: with a pointer, or with the keys alone. A story is written once and played by either."""

from playwright.sync_api import Locator, Page, expect

from harness.focus import focus, move_focus

MOST_PRESSES = 400


class Pointer:
    """A mouse or a thumb."""

    def __init__(self, page: Page):
        self.page = page

    def press(self, control: Locator) -> None:
        control.click()

    def write(self, field: Locator, words: str) -> None:
        field.fill(words)

    def choose(self, box: Locator) -> None:
        box.check()

    def pick(self, field: Locator, label: str) -> None:
        field.select_option(label=label)


class Keys:
    """Tab until the focus is there, which has to be seen all the way; then Enter, Space, arrows and letters."""

    def __init__(self, page: Page):
        self.page = page

    def press(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, words: str) -> None:
        self.reach(field)
        if field.get_attribute("type") == "date":
            self.write_day(field, *words.split("-"))
        else:
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(words)
        expect(field).to_have_value(words)

    def write_day(self, field: Locator, year: str, month: str, day: str) -> None:
        """Day first as in Britain, or month first where Chromium came without a British language pack."""
        for digits in [day + month + year, month + day + year]:
            self.page.keyboard.type(digits)
            if field.input_value() == f"{year}-{month}-{day}":
                return
            for _ in range(3):
                self.page.keyboard.press("ArrowLeft")

    def choose(self, box: Locator) -> None:
        self.reach(box)
        for _ in range(20):
            if box.evaluate("box => box === document.activeElement"):
                break
            self.page.keyboard.press("ArrowDown")
        if not box.is_checked():
            self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def pick(self, field: Locator, label: str) -> None:
        self.reach(field)
        self.page.keyboard.type(label)
        assert field.evaluate("field => field.selectedOptions[0].textContent.trim()") == label

    def reach(self, control: Locator) -> None:
        """The short way round, as somebody goes who sees where they are."""
        wanted = control.element_handle()
        now = focus(self.page, wanted)
        step = "Tab" if now["isAhead"] else "Shift+Tab"
        for _ in range(MOST_PRESSES):
            if now["arrived"]:
                return
            now = move_focus(self.page, step, wanted)
        raise AssertionError(f"{step} does not reach {control}")


Hand = Pointer | Keys
