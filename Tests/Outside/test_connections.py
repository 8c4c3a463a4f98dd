"""Connections that say nothing: no network holds so many that others find no room."""

import socket
import time
from contextlib import ExitStack
from urllib.parse import urlsplit

MOST = 400  # Bounds.connections


def connect(port: int, source: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), 20, source_address=(source, 0))


def answers(line: socket.socket) -> bool:
    """Whether somebody is at the other end; a connection that was ended says nothing or breaks."""
    try:
        line.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return line.recv(15) == b"HTTP/1.1 200 OK"
    except ConnectionError:
        return False


def test_one_network_cannot_take_all_connections(serve):
    port = urlsplit(serve().address).port
    with ExitStack() as open_ones:
        lines = []
        # The last ones may be those of the program's own start, which takes a moment to be seen ended.
        while len(lines) < MOST:
            line = open_ones.enter_context(connect(port))
            if len(lines) == MOST - 1 or len(lines) % 100 == 0:
                assert answers(line), f"connection {len(lines)} was ended"
            lines.append(line)
        assert not answers(open_ones.enter_context(connect(port))), "one more than may be"
        assert answers(open_ones.enter_context(connect(port, "127.0.0.2"))), "another network"
        assert answers(lines[1]), "one that was there before"
        for line in lines[:10]:
            line.close()
        last_chance = time.monotonic() + 20
        while not answers(open_ones.enter_context(connect(port))):
            assert time.monotonic() < last_chance, "room that was left is not taken"
            time.sleep(0.1)
