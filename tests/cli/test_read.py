"""`qawl read`: three views, statuses, and a word for everything that could not be read."""

import gzip
import json
import os
import pty
import subprocess
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from qawl.cli.main import main
from qawl.reading import read
from qawl.records import Document, Reading

from .commands import QAWL, TEXT, TITLE, qawl


def record(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "wires.jsonl"
    path.write_text(record(id="1", text=TEXT, published="2022-01-25") + record(id="2", text=TEXT), encoding="utf-8")
    return path


def readings(output: bytes) -> list[Reading]:
    return [msgspec.json.decode(line, type=Reading) for line in output.splitlines()]


def test_json_is_one_reading_a_line_in_the_form_of_the_contract(articles: Path) -> None:
    result = qawl("read", articles, "--json")
    assert (result.returncode, result.stderr) == (0, b"")
    assert readings(result.stdout) == [
        read(Document(id="1", text=TEXT, published="2022-01-25")),
        read(Document(id="2", text=TEXT)),
    ]
    first = json.loads(result.stdout.splitlines()[0])
    assert set(first) >= {"document", "reader", "dateline", "actors", "statements", "times", "quantities"}
    assert first["reader"]["name"] == "qawl"
    assert first["document"]["source"] is None


def test_published_is_for_articles_that_have_no_date(articles: Path) -> None:
    found = readings(qawl("read", articles, "--json", "--published", "2022-02-01").stdout)
    assert [reading.document.published for reading in found] == ["2022-01-25", "2022-02-01"]


def test_a_wrong_date_is_wrong_usage(article: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(article), "--published", "1/2/2022"])
    assert result.exit_code == 2
    assert "--published" in result.output


def test_no_file_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["read"]).exit_code == 2


def test_json_and_html_do_not_go_together(article: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(article), "--json", "--html", str(tmp_path / "out.html")])
    assert result.exit_code == 2


def test_files_of_all_kinds_are_read_in_order(article: Path, articles: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(record(id="3", text=TEXT).encode()))
    result = qawl("read", packed, article, "-", articles, "--json", stdin=TEXT.encode())
    assert [reading.document.id for reading in readings(result.stdout)] == ["3", "wire", "stdin", "1", "2"]


@pytest.mark.parametrize("data", [TEXT.encode(), record(id="a", text=TEXT).encode()], ids=["text", "JSON Lines"])
def test_standard_input_is_text_or_json_lines(data: bytes) -> None:
    [reading] = readings(qawl("read", "-", "--json", stdin=data).stdout)
    assert reading.document.text == TEXT


def test_the_terminal_view_shows_the_words_without_colours_in_a_pipe(article: Path) -> None:
    result = qawl("read", article)
    assert result.returncode == 0
    assert "الحداد" in result.stdout.decode()
    assert b"\x1b[" not in result.stdout


def test_colours_come_when_asked_for(article: Path) -> None:
    assert b"\x1b[" in qawl("read", article, "--color").stdout


def test_a_terminal_without_arabic_letters_breaks_nothing(article: Path) -> None:
    result = qawl("read", article, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (result.returncode, result.stderr) == (0, b"")


def test_html_is_one_page(articles: Path, tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    result = qawl("read", articles, "--html", page)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert 'dir="rtl"' in page.read_text(encoding="utf-8")
    assert TITLE in page.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_an_error_and_no_traceback(article: Path, tmp_path: Path) -> None:
    result = qawl("read", article, "--html", tmp_path / "none" / "story.html")
    assert result.returncode == 1
    assert b"story.html" in result.stderr
    assert b"Traceback" not in result.stderr


def test_no_page_is_made_of_nothing(tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    assert qawl("read", tmp_path / "none.txt", "--html", page).returncode == 1
    assert not page.exists()


GOOD = record(id="good", text=TEXT).encode()
BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n \t",
    "empty.jsonl": b"",
    "broken-utf8.txt": TEXT.encode()[:31],
    "iso.txt": TEXT.replace("«", '"').replace("»", '"').encode("iso8859-6"),
    "utf16.txt": TEXT.encode("utf-16-le"),
    "nuls.txt": b"\0" * 100,
    "page.html": b"<p>",
    "broken.json": b'{"id"',
    "broken-line.jsonl": GOOD + b'{"id": "x", "text\n' + GOOD,
    "no-id.jsonl": record(text=TEXT).encode() + GOOD,
    "no-text.jsonl": record(id="x").encode() + GOOD,
    "number.jsonl": record(id="x", text=5).encode() + GOOD,
    "date.jsonl": record(id="x", text=TEXT, published="soon").encode() + GOOD,
    "surrogate.jsonl": b'{"id": "x", "text": "\\ud800"}\n' + GOOD,
    "array.jsonl": b"[1]\n" + GOOD,
    "cut.jsonl.gz": gzip.compress(GOOD)[:-9],
    "50mb.jsonl": b'{"id": "x", "text": "' + b"x" * 50_000_000 + b'"}\n' + GOOD,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_with_its_place_and_the_rest_is_read(name: str, article: Path, tmp_path: Path) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    result = qawl("read", bad, article, "--json")
    [line] = result.stderr.decode().splitlines()
    assert line.startswith(f"qawl: {bad}")
    assert result.returncode == 1
    found = [reading.document.id for reading in readings(result.stdout)]
    assert found[-1] == "wire"
    assert set(found[:-1]) <= {"good"}
    assert len(found) == 1 + (BAD[name].count(GOOD) if name != "cut.jsonl.gz" else len(found) - 1)


def test_a_directory_and_a_missing_file_are_named(article: Path, tmp_path: Path) -> None:
    result = qawl("read", tmp_path, tmp_path / "none.txt", article, "--json")
    assert result.stderr.decode().splitlines() == [
        f"qawl: {tmp_path}: is a directory",
        f"qawl: {tmp_path / 'none.txt'}: no such file or directory",
    ]
    assert (result.returncode, len(readings(result.stdout))) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the talks would go on.\n\nHe said: “We will sign.”",
        "وزیر امور خارجه گفت که گفت‌وگوها ادامه خواهد یافت.\n\nاو افزود: «ما امضا می‌کنیم.»",
        "وزیر خارجہ نے کہا کہ مذاکرات جاری رہیں گے۔\n\nانہوں نے کہا کہ ہم دستخط کریں گے۔",
        "قال the minister إن talks ستبدأ на этой неделе 会议\n\nوأضاف \U0001f600",
        "قال\0 الوزير إن الاجتماع سيعقد غداً في مقر اللجنة",
        "\u202eقال الوزير\u202c: \u2067«نعم»\u2069",
    ],
    ids=["Latin", "Persian", "Urdu", "mixed", "NUL", "bidi marks"],
)
def test_text_that_is_no_plain_arabic_is_read_without_a_word(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(text.encode())
    for view in (["--json"], [], ["--html", str(tmp_path / "page.html")]):
        result = qawl("read", path, *view)
        assert (result.returncode, result.stderr) == (0, b"")


def test_windows_1256_gives_the_same_reading_as_utf8(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy" / "wire.txt"
    other.parent.mkdir()
    other.write_bytes(TEXT.encode("cp1256"))
    assert qawl("read", other, "--json").stdout == qawl("read", article, "--json").stdout


def test_a_terminal_sees_a_bar_and_the_output_stays_clean(articles: Path) -> None:
    """Standard error is a terminal, standard output is none: as in `qawl read … --json > file`."""
    above, below = pty.openpty()
    result = subprocess.run([*QAWL, "read", str(articles), "--json"], stdout=subprocess.PIPE, stderr=below, check=True)
    os.close(below)
    assert len(readings(result.stdout)) == 2
    assert "bytes" in os.read(above, 65536).decode()
    os.close(above)
