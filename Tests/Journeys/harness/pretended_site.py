"""A site of a few pages, for the harness to test itself on."""

import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HEAD = """<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">"""
STYLE = ":root { color-scheme: light; background: #fff; color: #111 } p { overflow-wrap: anywhere }"

# As strict as the real pages': the harness must not need what they forbid.
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:"


class PretendedSite:
    """Serves each body of `bodies` at its name while entered; those in `guarded` under a strict content policy."""

    def __init__(self, bodies: dict[str, str], guarded: set[str]):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Page, bodies, guarded))

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class Page(BaseHTTPRequestHandler):
    def __init__(self, bodies, guarded, *rest):
        self.bodies, self.guarded = bodies, guarded
        super().__init__(*rest)

    def do_GET(self):
        name = self.path.partition("?")[0].strip("/")
        if name == "style.css":
            self.answer(200, "text/css", STYLE)
        elif name in self.bodies:
            self.answer(200, "text/html", document(self.bodies[name]))
        else:
            self.answer(404, "text/html", document("<p>There is no such page.</p>"))

    def answer(self, status: int, kind: str, text: str):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if self.path.strip("/") in self.guarded:
            self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        """Keeps the tests' output free of access lines."""


def document(body: str) -> str:
    return f'<!doctype html><html lang="en-GB"><head>{HEAD}</head><body><h1>Page</h1>{body}</body></html>'
