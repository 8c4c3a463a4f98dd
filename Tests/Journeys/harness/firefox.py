"""Debian's Firefox, driven by Mozilla's own driver: it restores forms in ways that Chromium does not."""

import shutil
from contextlib import contextmanager

from marionette_driver import By, Wait
from marionette_driver.marionette import Marionette

from harness.pictures import ROOT

# A system may keep it under another name.
NAMES = ["firefox-esr", "firefox"]


@contextmanager
def firefox():
    """A new visitor's Firefox, ended with the block."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, f"none of {', '.join(NAMES)} is installed"
    log = ROOT / "var" / "test" / "journeys-firefox.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    client = Marionette(bin=found, headless=True, gecko_log=str(log))
    try:
        client.start_session()
        client.timeout.implicit = 10
        yield Visit(client)
    finally:
        client.cleanup()


class Visit:
    """What a person does with a page, by the words on it."""

    def __init__(self, client: Marionette):
        self.client = client

    def goto(self, address: str) -> None:
        self.client.navigate(address)

    def reload(self) -> None:
        self.client.refresh()

    def back(self) -> None:
        self.client.go_back()

    def press(self, words: str) -> None:
        """And waits for the page that follows."""
        before = self.client.find_element(By.TAG_NAME, "html")
        self.client.find_element(By.XPATH, f"//main//button[normalize-space()='{words}']").click()
        Wait(self.client, timeout=15).until(lambda client: client.find_element(By.TAG_NAME, "html") != before)

    def write(self, name: str, words: str) -> None:
        field = self.client.find_element(By.NAME, name)
        field.clear()
        field.send_keys(words)

    def choose_first(self, name: str) -> None:
        options = self.client.find_elements(By.CSS_SELECTOR, f"select[name='{name}'] option, input[name='{name}']")
        next(option for option in options if option.get_attribute("value")).click()

    def await_heading(self, words: str) -> None:
        Wait(self.client, timeout=15).until(lambda client: self.heading() == words, message=f"no heading {words}")

    def value(self, name: str) -> str:
        return self.client.find_element(By.NAME, name).get_property("value")

    def heading(self) -> str:
        return self.client.find_element(By.TAG_NAME, "h1").text
