"""An answer that comes before the end of what is sent arrives at clients that send first and read later."""

import socket
import time
from urllib.parse import urlsplit

import pytest

PIECE = b"a" * 1_000_000
MEGABYTES = 40  # far more than lies in sockets on the way


def sent_whole(port: int, path: str, kept: str, kind: str) -> bytes:
    """What is read once the last byte is sent."""
    with socket.create_connection(("127.0.0.1", port), 60) as line:
        line.sendall(
            f"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: {kept}\r\nContent-Type: {kind}\r\n"
            f"Content-Length: {MEGABYTES * len(PIECE)}\r\n\r\n".encode())
        for _ in range(MEGABYTES):
            line.sendall(PIECE)
        answer = b""
        while more := line.recv(65_536):
            answer += more
        return answer


@pytest.mark.parametrize("kept", ["keep-alive", "close"])
@pytest.mark.parametrize(
    ("path", "kind", "status"),
    [
        ("/sign-in", "application/x-www-form-urlencoded", 413),
        ("/administration/imports", "multipart/form-data; boundary=edge", 303),
        ("/nowhere", "application/x-www-form-urlencoded", 404),
    ],
)
def test_whoever_sends_first_and_reads_later_sees_the_answer(serve, kept, path, kind, status):
    port = urlsplit(serve().address).port
    answer = sent_whole(port, path, kept, kind)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode()), answer[:200]
    if status >= 400:
        assert answer.rstrip().endswith(b"</html>"), "the whole page"


def test_a_head_that_never_ends_and_a_body_that_nobody_wants_are_ended(serve):
    port = urlsplit(serve().address).port
    for begun in [
        b"GET / HTTP/1.1\r\nX: ",
        b"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n",
    ]:
        with socket.create_connection(("127.0.0.1", port), 30) as line:
            line.sendall(begun)
            last_chance = time.monotonic() + 120
            with pytest.raises(ConnectionError):
                while time.monotonic() < last_chance:
                    line.sendall(b"a")
                    time.sleep(0.5)
