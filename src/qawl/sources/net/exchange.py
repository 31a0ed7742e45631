"""One request and its answer, within bounds of time and size, with one address that was checked."""

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from qawl import __version__
from qawl.sources.http_message import plain_body
from qawl.sources.net.address import Target
from qawl.sources.net.errors import FetchError
from qawl.sources.rejection import UnreadableError

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

USER_AGENT = f"qawl/{__version__} (reads Arabic news; obeys robots.txt for qawl)"
MOST_REDIRECTS = 5
PIECE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Seconds to connect, to wait for the next bytes, and for everything together."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the URL that was asked last, the status, the headers in lower case, the plain body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def exchange(target: Target, addresses: list[str], headers: Mapping[str, str], limit: int, bounds: Bounds) -> Answer:
    """Ask for a target at the first of its addresses that answers; raises FetchError, always within the bounds.

    No more than `limit` bytes of body are read or unpacked. Redirects are answers like others.
    """
    from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

    last: Exception | None = None
    for address in addresses:
        try:
            return _exchange(target, address, headers, limit, bounds)
        except (NewConnectionError, ConnectTimeoutError) as error:
            last = error
        except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            if isinstance(error, UnreadableError):
                raise
            raise FetchError(f"broke off: {_words(error)}", passing=True) from error
    raise FetchError(f"{target.host} cannot be reached: {_words(last)}", passing=True) from last


def _words(error: Exception | None) -> str:
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return "it took too long to answer"
    return str(error).rpartition(": ")[2][:200] or type(error).__name__


def _exchange(target: Target, address: str, headers: Mapping[str, str], limit: int, bounds: Bounds) -> Answer:
    from urllib3.exceptions import HTTPError

    connection = _connection(target, address, bounds)
    with _Deadline(connection, bounds.total) as deadline:
        try:
            connection.connect()
            deadline.connected(bounds.read)
            connection.request(
                "GET", target.path, headers=_headers(target, headers), preload_content=False, decode_content=False
            )
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.headers.items()}
            body = b"" if response.status in (204, 304) else _body(response, named, limit)
        except (HTTPError, OSError, ValueError, http.client.HTTPException) as error:
            if deadline.expired:
                raise FetchError(f"took longer than {bounds.total:g} seconds", passing=True) from error
            raise
        if deadline.expired:
            raise FetchError(f"took longer than {bounds.total:g} seconds", passing=True)
    return Answer(target.url, response.status, named, body)


def _connection(target: Target, address: str, bounds: Bounds) -> "HTTPConnection":
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=bounds.connect)
    # The certificate is checked against the name that was asked for, not against the address.
    context = ssl.create_default_context()
    return HTTPSConnection(
        address, target.port, timeout=bounds.connect, server_hostname=target.host, ssl_context=context
    )


def _headers(target: Target, headers: Mapping[str, str]) -> dict[str, str]:
    return {
        "Host": target.authority,
        "User-Agent": USER_AGENT,
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Accept-Language": "ar, *;q=0.3",
        **headers,
    }


def _body(response: "BaseHTTPResponse", headers: Mapping[str, str], limit: int) -> bytes:
    """Return the plain body; stops reading where it grows beyond the limit."""
    too_large = f"is larger than {limit // 1_048_576} MB, the limit here"
    declared = headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > limit:
        raise FetchError(too_large)
    data = bytearray()
    for piece in response.stream(PIECE, decode_content=False):
        data += piece
        if len(data) > limit:
            raise FetchError(too_large)
    plain = plain_body(bytes(data), headers.get("content-encoding"), limit)
    if len(plain) > limit:
        raise FetchError(f"{too_large}, once it is unpacked")
    return plain


class _Deadline:
    """Cuts a connection off after so many seconds, however slowly bytes keep coming; `expired` says that it did."""

    def __init__(self, connection: "HTTPConnection", seconds: float) -> None:
        self.expired = False
        self._connection = connection
        # Kept, because the connection lets go of its socket once the answer has begun.
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._connection.close()
        if self._socket is not None:
            self._socket.close()

    def connected(self, timeout: float) -> None:
        """Note that the connection is made; from now on the next bytes may take `timeout` seconds."""
        self._socket = self._connection.sock
        self._socket.settimeout(timeout)

    def _cut(self) -> None:
        self.expired = True
        open_socket = self._socket or self._connection.sock
        if open_socket is not None:
            with suppress(OSError):
                open_socket.shutdown(socket.SHUT_RDWR)
