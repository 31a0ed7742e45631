"""A server on the loopback that answers as it is told, and remembers what it was asked."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Paths with their answers, and the requests that came, each with its path and headers."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://news.example:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def put(self, path: str, body: bytes = b"", *, status: int = 200, **headers: str) -> None:
        """Answer `path` with `body`; names of headers are written with `_` for `-`."""
        self.answers[path] = lambda handler: send(handler, body, status=status, **headers)

    def open_all(self) -> None:
        """Have a robots.txt that closes nothing."""
        self.put("/robots.txt", b"User-agent: *\nDisallow:\n", Content_Type="text/plain")


def send(handler: BaseHTTPRequestHandler, body: bytes, *, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    named = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body))} | headers
    for name, value in named.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def drip(handler: BaseHTTPRequestHandler, piece: bytes = b"x", pause: float = 0.05) -> None:
    """Send a body that never ends, a bit at a time."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(piece)
            time.sleep(pause)
    except OSError:
        pass


@contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a site, over TLS with `context`."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = site.answers.get(self.path)
            try:
                if answer is None:
                    send(self, b"", status=404)
                else:
                    answer(self)
            except OSError:
                pass

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
