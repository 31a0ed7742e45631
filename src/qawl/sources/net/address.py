"""Where a URL may lead: http and https, and public addresses only, whatever name or notation hides another."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from qawl.sources.net.errors import FetchError, RefusedError

PORTS = {"http": 80, "https": 443}
LONGEST_URL = 4_000

# Addresses of version 6 that wrap one of version 4: translated (NAT64), tunnelled (6to4; Teredo is no global address).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

_SAFE = "%/:=&?~#+!$,;'@()*[]"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Iterable[str]]
"""Returns all addresses of a host."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a URL names: scheme, host and port to connect to, the path to ask for, and the URL as it is sent."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host, and the port where it is not the scheme's own, as a Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"


def target_of(url: str, base: str = "") -> Target:
    """Return the parts of `url`, which may be relative to `base`, or raise RefusedError."""
    if len(url) > LONGEST_URL:
        raise RefusedError(f"is a URL of more than {LONGEST_URL:,} characters")
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        scheme = parts.scheme.lower()
        if scheme not in PORTS:
            raise RefusedError(f"is no http or https URL but {scheme or 'has no scheme'}"[:80])
        if parts.username is not None or parts.password is not None:
            raise RefusedError("is a URL with a user name in it")
        host, port = _host(parts.hostname or ""), parts.port or PORTS[scheme]
    except RefusedError:
        raise
    except ValueError as error:
        raise RefusedError(f"is no URL: {error}") from error
    path = urlunsplit(("", "", quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE), ""))
    target = Target("", scheme, host, port, path)
    return Target(target.origin + path, scheme, host, port, path)


def _host(host: str) -> str:
    """Return a host name as it is looked up, in ASCII."""
    if not host or any(char.isspace() or not char.isprintable() for char in host):
        raise RefusedError("is a URL without a host")
    return host if host.isascii() else host.encode("idna").decode("ascii")


def resolve(host: str, port: int) -> list[str]:
    """Return all addresses of `host`; raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def checked_addresses(target: Target, *, allow_private: bool, resolve: Resolve = resolve) -> list[str]:
    """Return the addresses of a target, all of them checked: the caller connects to these and to no other.

    One private address among public ones refuses all: a name that has both is made to mislead.
    """
    try:
        addresses = list(resolve(target.host, target.port))
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {target.host} is not found", passing=True) from error
    hidden = [address for address in addresses if not is_public(address)]
    if hidden and not allow_private:
        raise RefusedError(f"leads to {hidden[0]}, which is no public address (--allow-private lets it)")
    if not addresses:
        raise FetchError(f"the host {target.host} has no address", passing=True)
    return addresses


def is_public(address: str) -> bool:
    """Say whether an address is one of the public network, also one that hides within another notation."""
    try:
        found: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    for inner in _wrapped(found):
        if not inner.is_global or inner.is_multicast or inner.is_reserved or inner.is_unspecified:
            return False
    return True


def _wrapped(address: Address) -> list[Address]:
    """Return an address of version 4 that one of version 6 stands for, and itself where it counts of its own."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address in _NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    return [address]
