"""Stands in for the program when the harness tests itself: ready at once, ends on SIGTERM with the status given."""

import signal
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Ready(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/ready" else 404)
        self.end_headers()


signal.signal(signal.SIGTERM, lambda *_: sys.exit(int(sys.argv[1])))
HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Ready).serve_forever()
