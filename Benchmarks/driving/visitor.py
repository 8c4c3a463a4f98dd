"""A browser without a screen: keeps its cookies, reads the forms of a page and sends them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """Words, name and value of each."""


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: str

    @property
    def forms(self) -> list[Form]:
        return FormReader.read(self.body)

    @property
    def links(self) -> list[str]:
        return LinkReader.read(self.body)


class Visitor:
    def __init__(self, port: int):
        self.port = port
        self.cookies: dict[str, str] = {}
        self.name = ""
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def reconnect(self) -> None:
        """Goes on with its cookies after the server was started anew."""
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=60)

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path: str, **headers: str) -> Answer:
        return self._send("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        return self.post_written(path, urlencode(fields))

    def post_written(self, path: str, body: str) -> Answer:
        return self._send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def sign_in(self, name: str) -> None:
        """As one of the demo's people, by the button of the sign-in page that names them."""
        for form in self.get("/sign-in").forms:
            for words, key, value in form.buttons:
                if name in words:
                    answer = self.post(form.action, form.fields | ({key: value} if key else {}))
                    if answer.status != 303 or "/sign-in" in answer.headers.get("location", ""):
                        raise RuntimeError(f"signing in as {name} was answered with {answer.status}")
                    self.name = name
                    return
        raise RuntimeError(f"the sign-in page does not offer {name}")

    def _send(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["Cookie"] = self.cookie
        self.connection.request(method, path, body, sent)
        response = self.connection.getresponse()
        text = response.read().decode()
        for header, value in response.getheaders():
            if header.lower() == "set-cookie":
                name, _, rest = value.partition("=")
                self.cookies[name] = rest.split(";")[0]
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)


class FormReader(HTMLParser):
    """Reads what each form would send, as it stands."""

    @classmethod
    def read(cls, html: str) -> list[Form]:
        reader = cls()
        reader.feed(html)
        return reader.forms

    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.writing: str | None = None
        self.words: list[str] | None = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.form = Form(given.get("action", ""))
            self.forms.append(self.form)
        elif self.form is None:
            return
        elif tag == "input":
            if given.get("type") not in ("radio", "checkbox") or "checked" in given:
                self.form.fields[given.get("name", "")] = given.get("value", "")
        elif tag == "textarea":
            self.writing = given.get("name", "")
            self.form.fields[self.writing] = ""
        elif tag == "button":
            self.words = []
            self.form.buttons.append(("", given.get("name") or "", given.get("value") or ""))

    def handle_data(self, data):
        if self.writing is not None:
            self.form.fields[self.writing] += data
        elif self.words is not None:
            self.words.append(data)

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._drop_first_line_end()
        elif tag == "button" and self.words is not None:
            _, name, value = self.form.buttons[-1]
            self.form.buttons[-1] = (" ".join("".join(self.words).split()), name, value)
            self.words = None
        elif tag == "form":
            self.form = None

    def _drop_first_line_end(self):
        """A browser does not count a line end that comes right after the opening tag."""
        if self.writing is not None:
            self.form.fields[self.writing] = self.form.fields[self.writing].removeprefix("\n")
        self.writing = None


class LinkReader(HTMLParser):
    @classmethod
    def read(cls, html: str) -> list[str]:
        reader = cls()
        reader.feed(html)
        return reader.found

    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        address = dict(attributes).get("href")
        if tag == "a" and address:
            self.found.append(urlsplit(address).path)
