"""The loader of the lexicon's tables, and what the world tables must know."""

import time

import pytest

from qawl.lexicon.tables import LexiconError, Row, cells, parse, rows, table_names
from qawl.text.fold import fold

HEAD = "# a table\n# source: written for this test\nname\taliases\n"


def named(table: str, name: str) -> Row:
    """Return the row of `table` that has `name` as a name or alias."""
    return next(row for row in rows(table) if fold(name) in map(fold, (row["name"], *row.cells("aliases"))))


def test_a_row_knows_its_cells_and_its_line() -> None:
    first, second = parse("t.tsv", HEAD + "مالطا\tمالطة | جزيرة مالطا\nفيجي\t\n")
    assert (first["name"], first.line) == ("مالطا", 4)
    assert first.cells("aliases") == ("مالطة", "جزيرة مالطا")
    assert (second.cells("aliases"), second.line) == ((), 5)
    assert second.get("aliases", "?") == ""
    assert second.get("no such column", "?") == "?"
    assert second.cells("no such column") == ()


def test_a_cell_splits_only_at_spaced_bars() -> None:
    assert cells("أ|ب | ج") == ("أ|ب", "ج")
    assert cells("") == ()


def test_comments_and_blank_lines_are_no_rows_but_count_as_lines() -> None:
    assert [row.line for row in parse("t.tsv", "# source: x\n\nname\n# later\nأ\n")] == [5]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (HEAD + "فيجي\t\nتونغا\n", 5, "has 1 cells where the header has 2"),
        (HEAD + "فيجي\t\t\n", 4, "has 3 cells where the header has 2"),
        ("# source: x\nname\tname\n", 2, "the header must name every column once"),
        ("# source: x\n", 1, "the header must name every column once"),
        ("", 1, "the header must name every column once"),
    ],
)
def test_a_broken_table_is_refused_with_file_and_line(text: str, line: int, message: str) -> None:
    with pytest.raises(LexiconError) as raised:
        list(parse("broken.tsv", text))
    assert (raised.value.file, raised.value.line, raised.value.message) == ("broken.tsv", line, message)
    assert str(raised.value) == f"broken.tsv:{line}: {message}"


def test_a_missing_table_is_refused_by_name() -> None:
    with pytest.raises(LexiconError, match=r"^nowhere\.tsv:0: there is no such table$"):
        list(rows("nowhere"))


def test_the_whole_folder_loads_fast() -> None:
    started = time.process_time()
    count = sum(1 for name in table_names() for _ in rows(name))
    assert count > 3_000
    assert time.process_time() - started < 0.3  # 30 ms on the desk; the slack is for a busy machine


@pytest.mark.parametrize(
    ("table", "least"), [("states", 199), ("seats", 60), ("bodies", 180), ("media", 220), ("cities", 450)]
)
def test_the_world_tables_are_as_broad_as_promised(table: str, least: int) -> None:
    assert sum(1 for _ in rows(table)) >= least


@pytest.mark.parametrize(
    ("name", "code", "gender"),
    [
        ("لبنان", "LBN", "m"),
        ("العراق", "IRQ", "m"),
        ("الأردن", "JOR", "m"),
        ("السودان", "SDN", "m"),
        ("المغرب", "MAR", "m"),
        ("اليمن", "YEM", "m"),
        ("قطر", "QAT", "f"),
        ("أميركا", "USA", "f"),
        ("الولايات المتحدة الأمريكية", "USA", "f"),
        ("الجمهورية الفرنسية", "FRA", "f"),
        ("المملكة العربية السعودية", "SAU", "f"),
        ("سورية", "SYR", "f"),
        ("بولونيا", "POL", "f"),
    ],
)
def test_states_are_known_by_every_name(name: str, code: str, gender: str) -> None:
    row = named("states", name)
    assert (row["code"], row["gender"]) == (code, gender)


@pytest.mark.parametrize(
    ("code", "column", "expected"),
    [
        ("RUS", "demonym_pl", {"روس"}),
        ("USA", "demonym_m", {"أمريكي", "أميركي"}),
        ("USA", "demonym_pl", {"أمريكيون", "أمريكيين", "أميركيون", "أميركيين"}),
        ("TUR", "demonym_pl", {"أتراك"}),
        ("MAR", "demonym_pl", {"مغاربة"}),
        ("KOR", "demonym_f", {"كورية جنوبية"}),
        ("IND", "capital", {"نيودلهي"}),
        ("ARE", "capital", {"أبوظبي", "أبو ظبي"}),
    ],
)
def test_demonyms_and_capitals_of_states(code: str, column: str, expected: set[str]) -> None:
    row = next(row for row in rows("states") if row["code"] == code)
    assert expected <= set(row.cells(column))


@pytest.mark.parametrize(
    ("table", "name", "code"),
    [
        ("seats", "الكونجرس", "USA"),
        ("seats", "الإليزيه", "FRA"),
        ("seats", "قصر بعبدا", "LBN"),
        ("seats", "قصر قرطاج", "TUN"),
        ("bodies", "الناتو", "IGO"),
        ("bodies", "أنصار الله", "YEM"),
        ("bodies", "تنظيم الدولة الإسلامية", "IMG"),
        ("bodies", "الإخوان المسلمون", "EGY"),
        ("media", "أ ف ب", "FRA"),
        ("media", "أ.ف.ب", "FRA"),
        ("media", "د ب ا", "DEU"),
        ("media", "واس", "SAU"),
        ("media", "أ ش أ", "EGY"),
        ("media", "وأج", "DZA"),
        ("media", "لاماب", "MAR"),
        ("media", "الجارديان", "GBR"),
        ("media", "CNN", "USA"),
        ("cities", "جنيف", "CHE"),
    ],
)
def test_actors_are_known_by_their_marks_and_variants(table: str, name: str, code: str) -> None:
    assert named(table, name)["code"] == code


@pytest.mark.parametrize("name", ["الحياة", "اليوم", "الوطن", "العرب", "السبيل", "الشرق الأوسط", "وكالات", "متابعات"])
def test_media_with_everyday_names_are_marked(name: str) -> None:
    assert named("media", name)["common"] == "1"


@pytest.mark.parametrize("name", ["رويترز", "واس", "القدس العربي", "الحياة اللندنية", "وكالة الصحافة الفرنسية"])
def test_media_with_names_of_their_own_are_not_marked(name: str) -> None:
    assert named("media", name)["common"] == ""


def test_a_name_that_several_states_share_has_no_code() -> None:
    assert named("cities", "طرابلس")["code"] == ""
    assert named("media", "الوطن")["code"] == ""
    assert named("cities", "طرابلس الغرب")["code"] == "LBY"
