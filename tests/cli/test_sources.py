"""Pages and archives through the commands; articles in other languages do not get into a ledger."""

import json
from pathlib import Path

from .commands import TEXT, qawl

PAGE = Path(__file__).parents[1] / "sources" / "pages" / "drupal.html"
PERSIAN = "سخنگوی وزارت کشور روز سه‌شنبه گفت که نشست کمیته به هفته آینده موکول شده است و هیئت‌ها پس از آن بیانیه می‌دهند."


def test_a_page_is_read_with_its_day_and_words_at_their_places() -> None:
    result = qawl("read", PAGE, "--json")
    assert (result.returncode, result.stderr) == (0, b"")
    reading = json.loads(result.stdout)
    assert reading["document"]["published"] == "2022-01-25"
    text = reading["document"]["text"]
    cues = [text[slice(*statement["cue"])] for statement in reading["statements"]]
    assert cues[:2] == ["قال", "وأضاف"]


def test_a_ledger_takes_no_article_in_another_language_unless_told_to(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    rows = [{"id": "fa", "text": PERSIAN}, {"id": "ar", "text": TEXT}]
    articles.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    result = qawl("ingest", tmp_path / "a.qawl", articles, "--jobs", "1", "--json")
    assert result.returncode == 1
    assert json.loads(result.stdout)["new"] == 1
    assert result.stderr.decode() == (
        f"qawl: {articles}: record 'fa': is not Arabic but Persian (--any-language reads it all the same)\n"
    )
    result = qawl("ingest", tmp_path / "a.qawl", articles, "--jobs", "1", "--json", "--any-language")
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)["new"] == 1
