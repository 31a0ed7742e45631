"""`qawl watch` over a server on the loopback: what is new is fetched once, and nothing is lost on the way."""

import json
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources.server import Site, drip, running
from sources.test_net import XML, item, rss
from sources.test_pages import page

from .commands import QAWL, qawl


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        site.open_all()
        yield site


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    """Return a list with one feed, of two pages."""
    site.put("/feed", rss(item("/1"), item("/2")), Content_Type=XML, ETag='"one"')
    for number in (1, 2):
        site.put(f"/{number}", page(f'<meta name="author" content="كاتب {number}">'.replace("1", "أول")))
    path = tmp_path / "feeds.txt"
    path.write_text(f"http://127.0.0.1:{site.port}/feed\n")
    return path


def watch(folder: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    common = ("--once", "--pause", "0", "--allow-private")
    return qawl("watch", folder / "news.qawl", folder / "feeds.txt", *common, *options)


def stored(folder: Path) -> int:
    result = qawl("search", folder / "news.qawl", "المصايد", "--json")
    return len(result.stdout.splitlines())


def test_what_is_new_is_read_once(site: Site, feeds: Path, tmp_path: Path) -> None:
    first = watch(tmp_path)
    assert first.returncode == 0, first.stderr
    assert b"1 feeds: 2 new, 0 changed, 0 known, 0 rejected" in first.stdout
    assert stored(tmp_path) == 2

    second = watch(tmp_path)
    assert b"1 feeds: 0 new" in second.stdout
    assert site.paths.count("/1") == 1

    site.put("/feed", rss(item("/3"), item("/1")), Content_Type=XML)
    site.put("/3", status=404)
    third = watch(tmp_path)
    assert third.returncode == 1
    assert third.stderr.decode() == f"qawl: http://127.0.0.1:{site.port}/3: answers 404\n"


def test_private_addresses_are_refused_unless_allowed(site: Site, feeds: Path, tmp_path: Path) -> None:
    result = qawl("watch", tmp_path / "news.qawl", feeds, "--once")
    assert result.returncode == 1
    assert b"leads to 127.0.0.1, which is no public address (--allow-private lets it)" in result.stderr
    assert site.requests == []


def test_a_url_is_a_source_of_read_and_ingest(site: Site, feeds: Path, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{site.port}/1"
    result = qawl("read", url, "--json", "--allow-private")
    assert json.loads(result.stdout)["document"]["url"] == url
    result = qawl("ingest", tmp_path / "a.qawl", url, "--allow-private", "--jobs", "1")
    assert (result.returncode, result.stderr) == (0, b"")


def test_ctrl_c_ends_it_and_keeps_what_was_read(site: Site, feeds: Path, tmp_path: Path) -> None:
    command = [*QAWL, "watch", tmp_path / "news.qawl", feeds, "--pause", "0", "--allow-private", "--every", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    assert stored(tmp_path) == 2


def test_a_kill_loses_no_article_and_brings_none_twice(site: Site, feeds: Path, tmp_path: Path) -> None:
    site.put("/feed", rss(*(item(f"/{number}") for number in range(1, 20)), item("/slow")), Content_Type=XML)
    for number in range(3, 20):
        site.put(f"/{number}", page())
    site.answers["/slow"] = drip
    command = [*QAWL, "watch", tmp_path / "news.qawl", feeds, "--pause", "0", "--allow-private", "--once"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while "/slow" not in site.paths and time.monotonic() < deadline:
            time.sleep(0.05)
        process.kill()
    site.put("/slow", page())
    result = watch(tmp_path)
    assert result.returncode == 0, result.stderr
    assert stored(tmp_path) == 20
    assert site.paths.count("/1") == 1  # the first sixteen were stored and seen


def test_a_broken_state_is_named(site: Site, feeds: Path, tmp_path: Path) -> None:
    (tmp_path / "news.qawl.feeds.json").write_text("{")
    result = watch(tmp_path)
    assert result.returncode == 1
    assert b"news.qawl.feeds.json cannot be read" in result.stderr
    assert b"Traceback" not in result.stderr
