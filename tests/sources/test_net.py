"""The network: only where it is safe to go, within bounds, and politely. Everything runs on the loopback."""

import gzip
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.reading.publication import day_in
from qawl.records import Document
from qawl.sources import Rejection
from qawl.sources.net.address import checked_addresses, is_public, resolve, target_of
from qawl.sources.net.errors import FetchError, RefusedError
from qawl.sources.net.exchange import Bounds
from qawl.sources.net.feed import parse_feed
from qawl.sources.net.fetch import Fetcher, Manners, retry_after
from qawl.sources.net.listing import feed_urls
from qawl.sources.net.robots import matches, parse_robots
from qawl.sources.net.sources import Watcher, documents_from_url
from qawl.sources.net.state import State, StateError, load_state, save_state
from qawl.sources.rejection import UnreadableError

from .server import Site, drip, running, send
from .test_pages import TITLE, page

KINDS = ("text/html",)


@dataclass
class FakeClock:
    """Time that passes only while somebody waits for it."""

    time: float = 1_643_100_000.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        site.open_all()
        yield site


def fetcher(*, private: bool = True, bounds: Bounds | None = None, to: str = "127.0.0.1") -> Fetcher:
    """Return a fetcher for which every host name leads to the loopback."""
    manners = Manners(allow_private=private, bounds=bounds or Bounds(connect=2, read=2, total=4))
    return Fetcher(manners, FakeClock(), lambda host, port: [to] if host.endswith(".example") else resolve(host, port))


def reason(url: str, **options: object) -> str:
    with pytest.raises(UnreadableError) as caught:
        fetcher(**options).fetch(url, KINDS)  # type: ignore[arg-type]
    return caught.value.reason


# Where a URL may lead


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "no http or https URL but file"),
        ("ftp://a.example/x", "but ftp"),
        ("javascript:alert(1)", "but javascript"),
        ("a.html", "has no scheme"),
        ("http://", "without a host"),
        ("http://user:secret@a.example/", "user name"),
        ("http://a.example:99999/", "is no URL"),
        ("http://[::1/", "is no URL"),
        ("http://a.example/" + "x" * 5000, "more than 4,000 characters"),
        ("http://" + "خ" * 100 + ".example/", "is no URL"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        target_of(url)


def test_addresses_in_arabic_are_sent_in_ascii() -> None:
    target = target_of("https://خبر.example/سياسة/1?س=ب#x")
    assert target.url.isascii()
    assert target.host.startswith("xn--")
    assert target_of(target.url) == target


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.5.4", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "ff02::1", "::127.0.0.1", "nonsense",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_public_addresses_are_told(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
)
def test_no_way_to_write_the_loopback_leads_there(host: str, site: Site) -> None:
    assert "no public address" in reason(f"http://{host}:{site.port}/", private=False)
    assert site.requests == []


def test_a_name_with_one_private_address_is_refused_whole() -> None:
    target = target_of("http://a.example/")
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        checked_addresses(target, allow_private=False, resolve=lambda host, port: ["93.184.216.34", "10.0.0.1"])


def test_the_address_that_was_checked_is_the_one_that_is_asked(site: Site) -> None:
    """A name that leads elsewhere the second time it is looked up changes nothing: it is looked up once a request."""
    lookups: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        lookups.append(host)
        return ["127.0.0.1"] if len(lookups) <= 2 else ["127.0.0.99"]

    site.put("/a", page())
    made = Fetcher(Manners(allow_private=True), FakeClock(), rebinding)
    assert made.fetch(f"{site.url}/a", KINDS).status == 200
    assert lookups == ["news.example"] * 2  # robots.txt and the page
    assert site.requests[-1][1]["host"] == f"news.example:{site.port}"


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://127.0.0.1:1/", "127.0.0.1, which is no public address"),
        ("http://[::ffff:169.254.169.254]/latest", "no public address"),
        ("file:///etc/passwd", "no http or https URL but file"),
        ("gopher://a.example/", "but gopher"),
    ],
)
def test_each_redirect_is_checked(site: Site, location: str, why: str) -> None:
    """The first host counts as public here; where it sends us does not."""
    site.put("/a", status=302, Location=location)
    made = fetcher(private=False)
    public = "93.184.216.34"
    made.resolve = lambda host, port: [public] if host.endswith(".example") else resolve(host, port)
    import qawl.sources.net.fetch as module

    real = module.exchange

    def to_the_loopback(target, addresses, *rest):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN202
        assert addresses == [public]
        return real(target, ["127.0.0.1"], *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "exchange", to_the_loopback)
        with pytest.raises(RefusedError, match=why):
            made.fetch(f"{site.url}/a", KINDS)


def test_redirects_are_followed_but_not_without_end(site: Site) -> None:
    site.put("/a", status=301, Location="/خبر".encode().decode("latin-1"))
    site.put("/%D8%AE%D8%A8%D8%B1", page())
    answer = fetcher().fetch(f"{site.url}/a", KINDS)
    assert answer.url == f"{site.url}/%D8%AE%D8%A8%D8%B1"
    site.put("/loop", status=302, Location="/loop")
    assert reason(f"{site.url}/loop") == "is redirected more than 5 times"
    assert site.paths.count("/loop") == 6
    site.put("/nowhere", status=302)
    assert reason(f"{site.url}/nowhere") == "answers 302 and does not say where to go"


# Within bounds


def test_a_body_that_never_ends_is_cut_off(site: Site) -> None:
    site.answers["/slow"] = drip
    began = time.monotonic()
    assert "took longer than 1 seconds" in reason(f"{site.url}/slow", bounds=Bounds(connect=2, read=2, total=1))
    assert time.monotonic() - began < 12  # three attempts


def test_an_endless_fast_body_is_cut_at_the_limit(site: Site) -> None:
    site.answers["/endless"] = lambda handler: drip(handler, b"x" * 1_000_000, 0)
    assert "is larger than 8 MB" in reason(f"{site.url}/endless", bounds=Bounds(total=30))


def test_headers_that_never_end_are_cut_off(site: Site) -> None:
    def answer(handler) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            handler.wfile.write(b"X-A: b\r\n")
            time.sleep(0.05)

    site.answers["/headers"] = answer
    began = time.monotonic()
    assert reason(f"{site.url}/headers", bounds=Bounds(connect=2, read=2, total=1))
    assert time.monotonic() - began < 12


def test_a_silent_server_is_left(site: Site) -> None:
    site.answers["/silent"] = lambda handler: time.sleep(3)
    assert "too long" in reason(f"{site.url}/silent", bounds=Bounds(connect=1, read=0.3, total=5))


def test_a_declared_size_beyond_the_limit_is_not_read(site: Site) -> None:
    site.put("/big", b"x", Content_Length=str(10 * 2**30))
    assert "is larger than 8 MB" in reason(f"{site.url}/big")


def test_a_bomb_is_not_unpacked(site: Site) -> None:
    site.put("/bomb", gzip.compress(b"x" * 100_000_000), Content_Encoding="gzip")
    assert "once it is unpacked" in reason(f"{site.url}/bomb")


@pytest.mark.parametrize(
    ("body", "headers", "why"),
    [
        (gzip.compress(page())[:-20], {"Content_Encoding": "gzip"}, "breaks off within its gzip"),
        (b"no gzip", {"Content_Encoding": "gzip"}, "is broken gzip"),
        (b"x", {"Content_Encoding": "br"}, "compressed with br"),
        (b"x", {"Content_Length": "500"}, "broke off"),
        (b"%PDF", {"Content_Type": "application/pdf"}, "is application/pdf, not text/html"),
        (b"x", {"Content_Type": ""}, "is of no stated type"),
    ],
)
def test_a_broken_answer_says_why(site: Site, body: bytes, headers: dict[str, str], why: str) -> None:
    site.put("/a", body, **headers)
    assert why in reason(f"{site.url}/a")


def test_bytes_that_are_no_http_say_why(site: Site) -> None:
    site.answers["/a"] = lambda handler: handler.wfile.write(b"\xff\x00nonsense\r\n\r\n")
    assert "broke off" in reason(f"{site.url}/a")


def test_a_port_where_nobody_listens_says_so() -> None:
    assert "cannot be reached" in reason("http://news.example:9/") or "robots.txt" in reason("http://news.example:9/")


def test_gzip_is_read_and_the_request_names_us(site: Site) -> None:
    site.put("/a", gzip.compress(page()), Content_Encoding="gzip")
    assert fetcher().fetch(f"{site.url}/a", KINDS).body == page()
    headers = site.requests[-1][1]
    assert headers["user-agent"].startswith("qawl/")
    assert headers["accept-encoding"] == "gzip"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Return a certificate and key for news.example, made by openssl."""
    path = tmp_path / "news.pem"
    asked = f"req -x509 -newkey rsa:2048 -nodes -keyout {path} -out {path}.crt -days 2 -subj /CN=x"
    try:
        made = ["openssl", *asked.split(), "-addext", "subjectAltName=DNS:news.example"]
        subprocess.run(made, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl cannot make a certificate here")
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


def test_certificates_are_checked_against_the_name(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with running(context) as site:
        site.open_all()
        site.put("/a", page())
        url = site.url.replace("http:", "https:")
        assert "certificate" in reason(f"{url}/a").lower()  # signed by nobody whom we know
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert fetcher().fetch(f"{url}/a", KINDS).status == 200
        assert "other.example" in reason(f"{url.replace('news', 'other')}/a")
        assert site.paths == ["/robots.txt", "/a"]


# Politely


@pytest.mark.parametrize(
    ("status", "why"),
    [(500, "answers 500"), (403, "answers 403"), (429, "answers 429"), (302, "more than 5 times|302")],
)
def test_a_host_is_closed_where_its_robots_txt_cannot_be_read(site: Site, status: int, why: str) -> None:
    site.put("/robots.txt", status=status, Location="/robots.txt")
    site.put("/a", page())
    assert "is left alone" in reason(f"{site.url}/a")
    assert "/a" not in site.paths


def test_a_host_without_robots_txt_is_open(site: Site) -> None:
    del site.answers["/robots.txt"]
    site.put("/a", page())
    assert fetcher().fetch(f"{site.url}/a", KINDS).status == 200


def test_what_robots_txt_closes_is_left_alone_and_it_is_asked_once_a_day(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /closed\nAllow: /closed/but-this\nCrawl-delay: 7\n")
    for path in ("/closed/x", "/closed/but-this", "/open"):
        site.put(path, page())
    made = fetcher()
    made.fetch(f"{site.url}/open", KINDS)
    made.fetch(f"{site.url}/closed/but-this", KINDS)
    with pytest.raises(FetchError, match="closes it"):
        made.fetch(f"{site.url}/closed/x", KINDS)
    assert site.paths == ["/robots.txt", "/open", "/closed/but-this"]
    assert made.clock.waits == pytest.approx([2.0, 7.0], abs=0.01)  # type: ignore[attr-defined]
    made.clock.sleep(25 * 3600)
    made.fetch(f"{site.url}/open", KINDS)
    assert site.paths[-2:] == ["/robots.txt", "/open"]


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Qawl/2.0\nDisallow: /private", "/x", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: other\nUser-agent: qawl\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: * # all\nDisallow: /a # this", "/a", False),
        ("\ufeffUSER-AGENT: *\r\nDISALLOW: /a", "/a", False),
        ("nonsense\n<html>\nDisallow: /", "/x", True),
    ],
)
def test_robots_rules(text: str, path: str, allowed: bool) -> None:
    assert parse_robots(text.encode()).allows(path) is allowed


@given(st.text("/ab*$?", max_size=12), st.text("/ab?", max_size=12))
def test_rules_match_as_the_regular_expression_would(rule: str, path: str) -> None:
    import re

    end = rule.endswith("$")
    pattern = ".*".join(re.escape(part) for part in rule.removesuffix("$").split("*")) + ("$" if end else "")
    assert matches(rule, path) is bool(re.match(pattern, path))


def test_a_rule_of_many_stars_takes_no_time() -> None:
    began = time.monotonic()
    assert not matches("/" + "*a" * 20_000 + "b$", "/" + "a" * 4000)
    assert time.monotonic() - began < 1


@given(st.binary())
def test_any_bytes_are_a_robots_txt(data: bytes) -> None:
    parse_robots(data).allows("/")


def test_a_busy_host_is_asked_again_when_it_says(site: Site) -> None:
    answers = [429, 503, 200]

    def answer(handler) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        send(handler, page(), status=answers.pop(0), Retry_After="11")

    site.answers["/a"] = answer
    made = fetcher()
    assert made.fetch(f"{site.url}/a", KINDS).status == 200
    assert [wait for wait in made.clock.waits if wait > 2] == [11.0, 11.0]  # type: ignore[attr-defined]


def test_a_host_that_wants_a_long_rest_gets_it(site: Site) -> None:
    site.put("/a", status=429, Retry_After="3600")
    site.put("/b", page())
    made = fetcher()
    with pytest.raises(FetchError, match="wants to be asked again in 3600 seconds"):
        made.fetch(f"{site.url}/a", KINDS)
    with pytest.raises(FetchError, match="wants to rest"):
        made.fetch(f"{site.url}/b", KINDS)
    assert site.paths == ["/robots.txt", "/a"]
    made.clock.sleep(3601)
    assert made.fetch(f"{site.url}/b", KINDS).status == 200


def test_failures_that_may_pass_are_tried_three_times_ever_later(site: Site) -> None:
    site.put("/a", status=502)
    made = fetcher()
    with pytest.raises(FetchError, match="answers 502"):
        made.fetch(f"{site.url}/a", KINDS)
    assert site.paths.count("/a") == 3
    site.put("/gone", status=410)
    assert reason(f"{site.url}/gone") == "answers 410"
    assert site.paths.count("/gone") == 1


def test_retry_after_is_seconds_or_a_date() -> None:
    now = 1_643_100_000.0
    assert retry_after("120", now) == 120
    assert retry_after(formatdate(now + 90, usegmt=True), now) == 90
    assert retry_after(formatdate(now - 90, usegmt=True), now) == 0
    assert retry_after("soon", now) is None
    assert retry_after("", now) is None
    assert retry_after("9" * 400, now) == 30 * 24 * 3600


# Feeds


def rss(*items: str, top: str = "") -> bytes:
    channel = f"<channel><title>الميناء</title>{''.join(items)}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?>{top}<rss version="2.0">{channel}</rss>'.encode()


def item(link: str, *, dated: str = "Tue, 25 Jan 2022 10:00:00 +0200") -> str:
    return f"<item><title>{TITLE}</title><link>{link}</link><guid>{link}</guid><pubDate>{dated}</pubDate></item>"


XML = "application/rss+xml; charset=utf-8"


def shown(items: object) -> list[str]:
    return [item.id if isinstance(item, Document) else str(item) for item in items]  # type: ignore[attr-defined]


def watcher(state: State | None = None) -> Watcher:
    return Watcher(fetcher(), state or State(), day_in)


def test_a_feed_gives_the_pages_it_names_with_its_dates(site: Site) -> None:
    site.put("/feed", rss(item("/1"), item("/2", dated="الثلاثاء 25 كانون الثاني 2022")), Content_Type=XML)
    site.put("/1", page())
    site.put("/2", page())
    first, second = documents_from_url(f"{site.url}/feed", fetcher(), day_in)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.published, first.title) == (f"{site.url}/1", "2022-01-25", TITLE)
    assert second.published == "2022-01-25"


def test_a_page_is_one_document(site: Site) -> None:
    site.put("/a", page(encoding="cp1256"), Content_Type="text/html; charset=windows-1256")
    [document] = documents_from_url(f"{site.url}/a", fetcher(), day_in)
    assert isinstance(document, Document)
    assert document.title == TITLE


def test_a_second_poll_fetches_only_what_is_new(site: Site) -> None:
    site.put("/feed", rss(item("/1")), Content_Type=XML, ETag='"one"', Last_Modified="Tue, 25 Jan 2022 08:00:00 GMT")
    for number in (1, 2):
        site.put(f"/{number}", page())
    state = State()
    made = watcher(state)
    assert shown(made.poll(f"{site.url}/feed")) == [f"{site.url}/1"]
    made.settle()

    site.put("/feed", status=304)
    assert shown(made.poll(f"{site.url}/feed")) == []
    headers = site.requests[-1][1]
    assert headers["if-none-match"] == '"one"'
    assert headers["if-modified-since"] == "Tue, 25 Jan 2022 08:00:00 GMT"

    site.put("/feed", rss(item("/2"), item("/1")), Content_Type=XML)
    assert shown(made.poll(f"{site.url}/feed")) == [f"{site.url}/2"]
    assert site.paths.count("/1") == 1


def test_what_was_not_settled_comes_again(site: Site) -> None:
    site.put("/feed", rss(item("/1")), Content_Type=XML)
    site.put("/1", page())
    state = State()
    assert shown(watcher(state).poll(f"{site.url}/feed")) == [f"{site.url}/1"]
    assert shown(watcher(state).poll(f"{site.url}/feed")) == [f"{site.url}/1"]


def test_an_entry_that_fails_for_now_is_tried_again_whatever_the_tag(site: Site) -> None:
    site.put("/feed", rss(item("/1"), item("/2")), Content_Type=XML, ETag='"one"')
    site.put("/1", page())
    site.put("/2", status=500)
    made = watcher()
    assert len(shown(made.poll(f"{site.url}/feed"))) == 2
    made.settle()
    assert made.state.feed(f"{site.url}/feed").etag is None
    site.put("/2", page())
    assert shown(made.poll(f"{site.url}/feed")) == [f"{site.url}/2"]
    made.settle()
    assert made.state.feed(f"{site.url}/feed").etag == '"one"'


def test_an_entry_that_fails_for_good_is_tried_once(site: Site) -> None:
    site.put("/feed", rss(item("/1")), Content_Type=XML)
    site.put("/1", status=410)
    made = watcher()
    assert shown(made.poll(f"{site.url}/feed")) == [f"{site.url}/1: answers 410"]
    made.settle()
    assert shown(made.poll(f"{site.url}/feed")) == []


@pytest.mark.parametrize("link", ["file:///etc/passwd", "ftp://a.example/x", "http://user@a.example/"])
def test_a_feed_leads_to_no_other_place(site: Site, link: str) -> None:
    site.put("/feed", rss(item(link)), Content_Type=XML)
    [rejection] = documents_from_url(f"{site.url}/feed", fetcher(), day_in)
    assert isinstance(rejection, Rejection)
    assert rejection.file == f"{site.url}/feed"
    assert link.partition(":")[0] in rejection.reason
    assert site.paths == ["/robots.txt", "/feed"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (rss(item("&b;"), top=BOMB), "declares XML entities"),
        (rss(top='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "declares XML entities"),
        (rss(top=BOMB).decode().replace("utf-8", "utf-16").encode("utf-16"), "declares XML entities"),
        (b"<html><p>x</p></html>", "is no RSS or Atom feed"),
        (b"", "is no RSS or Atom feed"),
        (b"\x89PNG\xff", "a PNG picture"),
    ],
)
def test_what_is_no_feed_or_a_trap_says_why(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        parse_feed(data, None, day_in)


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>tag:1</id><title>خبر</title>'
    '<link href="https://a.example/1"/><updated>2022-01-25T10:00:00Z</updated></entry></feed>'
)


def test_atom_and_windows_1256_and_broken_xml_are_read() -> None:
    [entry] = parse_feed(ATOM.encode(), None, day_in).entries
    assert (entry.url, entry.published) == ("https://a.example/1", "2022-01-25")
    old = rss(item("https://a.example/1")).decode().replace("utf-8", "windows-1256").encode("cp1256")
    feed = parse_feed(old, None, day_in)
    assert (feed.title, feed.entries[0].title) == ("الميناء", TITLE)
    [entry] = parse_feed(rss(item("https://a.example/1") + "<item>"), None, day_in).entries[:1]
    assert entry.url == "https://a.example/1"


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        ("Tue, 25 Jan 2022 23:00:00 +0300", "2022-01-25"),
        ("2022-01-25T23:00:00+03:00", "2022-01-25"),
        ("25 كانون الثاني 2022", "2022-01-25"),
        ("الثلاثاء، 25 يناير 2022 14:00", "2022-01-25"),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_of_feeds_are_read_and_kept(dated: str, day: str | None) -> None:
    [entry] = parse_feed(rss(item("/1", dated=dated)), None, day_in).entries
    assert entry.published == day
    assert entry.dated == (dated or None)


def test_a_feed_without_end_ends(site: Site) -> None:
    site.put("/feed", rss(*(item(f"/{number}") for number in range(40_000))), Content_Type=XML)
    [rejection] = watcher().poll(f"{site.url}/feed")
    assert isinstance(rejection, Rejection)
    assert "larger than 4 MB" in rejection.reason
    assert len(parse_feed(rss(*(item(f"/{number}") for number in range(3_000))), None, day_in).entries) == 1_000


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_mutated_feed_is_a_feed_or_a_reason(data: st.DataObject) -> None:
    mutated = bytearray(data.draw(st.sampled_from([rss(item("/1"), item("/2")), ATOM.encode()])))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(mutated) - 1))
        mutated[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=20))
    try:
        parse_feed(bytes(mutated), None, day_in)
    except UnreadableError as error:
        assert error.reason


# The list of feeds, and what was seen


def test_a_list_is_lines_or_opml(tmp_path: Path) -> None:
    lines = tmp_path / "feeds.txt"
    lines.write_text("# mine\nhttps://a.example/feed\n\nfile:///etc/passwd\nhttps://a.example/feed\nhttp://b.example\n")
    assert [str(item) for item in feed_urls(lines)] == [
        "https://a.example/feed",
        f"{lines}:4: record 'file:///etc/passwd': is no http or https URL but file",
        "http://b.example/",
    ]
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://a.example/feed"/></outline></body></opml>'
    )
    assert list(feed_urls(opml)) == ["https://a.example/feed"]
    opml.write_text(f'{BOMB}<opml><body><outline xmlUrl="https://a.example/&b;"/></body></opml>')
    assert len(list(feed_urls(opml))) <= 1
    opml.write_text("<opml")
    [rejection] = feed_urls(opml)
    assert "is no OPML" in str(rejection)


def test_the_state_outlives_the_program_and_a_broken_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.feeds.json"
    assert load_state(path) == State()
    state = State()
    state.feed("https://a.example/feed").settle("k")
    save_state(path, state)
    assert load_state(path) == state
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    path.write_bytes(b"{")
    with pytest.raises(StateError, match="delete it to begin anew"):
        load_state(path)
    with pytest.raises(StateError, match="cannot be written"):
        save_state(tmp_path / "none" / "a.json", state)
