"""What a page did since it was opened: its complaints, and what its present document loaded."""

import gzip
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

WEIGHED = {"document", "stylesheet", "script"}


@dataclass
class Watch:
    complaints: list[str] = field(default_factory=list)
    loaded: list[Response] = field(default_factory=list)


_watches: WeakKeyDictionary[Page, Watch] = WeakKeyDictionary()


def watch(page: Page) -> None:
    """To be called before the first visit."""
    seen = Watch()
    _watches[page] = seen

    def asked(request: Request) -> None:
        if request.is_navigation_request() and request.frame == page.main_frame:
            seen.loaded.clear()

    def answered(response: Response) -> None:
        if response.request.resource_type in WEIGHED and not 300 <= response.status < 400:
            seen.loaded.append(response)

    def said(message: ConsoleMessage) -> None:
        # Chromium also logs a document's own 4xx. Whether that status was right is for the journey to say.
        own_status = message.text.startswith("Failed to load resource") and message.location["url"] == page.url
        if message.type == "error" and not own_status:
            seen.complaints.append(f"the console says: {message.text}")

    page.on("request", asked)
    page.on("response", answered)
    page.on("console", said)
    page.on("pageerror", lambda error: seen.complaints.append(f"a script failed: {error}"))


def take_complaints(page: Page) -> list[str]:
    """Errors since the last time this was asked."""
    seen = _watches[page]
    complaints, seen.complaints = seen.complaints, []
    return complaints


def weights(page: Page) -> dict[str, int]:
    """Compressed bytes by address, of the document and the style sheets and scripts that it loaded."""
    return {response.url: len(gzip.compress(body_of(page, response), 6)) for response in _watches[page].loaded}


def body_of(page: Page, response: Response) -> bytes:
    try:
        return response.body()
    except Error:
        # Chromium forgets bodies that came from its cache.
        return page.context.request.get(response.url).body()
