"""The checker passes the tables that ship, and finds every kind of fault in broken ones."""

from pathlib import Path

import pytest

from qawl.lexicon.check import SCHEMAS, Problem, check_table, check_tables, iso_codes
from qawl.lexicon.tables import rows, table_names

SOURCE = "# source: written for this test\n"
MEDIA = SOURCE + "name\taliases\tkind\tcode\tgender\tenglish\tcommon\tsame_as\n"
GOOD = "صحيفة المرفأ\tالمرفأ اليومية | جريدة المرفأ\tnewspaper\tMLT\tf\tThe Harbour\t\t\n"
STATES = SOURCE + "code\tname\taliases\tdemonym_m\tdemonym_f\tdemonym_pl\tgender\tcapital\tenglish\tcommon\n"
FREE = SOURCE + "form\tnote\n"


def found(text: str, file: str = "media.tsv") -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in check_table(file, text)]


def test_the_tables_that_ship_have_no_fault() -> None:
    assert [str(problem) for problem in check_tables()] == []


def test_every_world_table_has_a_schema() -> None:
    assert {"states", "seats", "bodies", "media", "cities"} <= set(SCHEMAS) & set(table_names())


def test_a_sound_table_has_no_fault() -> None:
    assert found(MEDIA + GOOD) == []
    assert found(FREE + "قلم\tpen\n", "anything.tsv") == []


def test_a_table_says_where_it_comes_from() -> None:
    unsourced = MEDIA.replace(SOURCE, "# a list of media\n")
    assert found(unsourced + GOOD) == [(1, "has no comment `# source: …`")]
    assert found(MEDIA.replace(SOURCE, "# source:\n") + GOOD) == [(1, "has no comment `# source: …`")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("وكالة البحر\t\tagency\tMLT\tf\tSea\t", "has 7 cells where the header has 8"),
        ("وكالة البحر\t\tagency\tMLT\tf\tSea\t\t\t", "has 9 cells where the header has 8"),
        ("\t\tagency\tMLT\tf\tSea\t\t", "has an empty name"),
        ("وكالة البحر\t\tagency\tMLT\tf\t\t\t", "english: is empty"),
        ("وكالة البحـر\t\tagency\tMLT\tf\tSea\t\t", "name: tatweel in `وكالة البحـر`"),
        ("وكالة البﺤر\t\tagency\tMLT\tf\tSea\t\t", "name: presentation form in `وكالة البﺤر`"),
        ("ﷲ أكبر\t\tagency\tMLT\tf\tSea\t\t", "name: presentation form in `ﷲ أكبر`"),
        ("وكالة\u200f البحر\t\tagency\tMLT\tf\tSea\t\t", "name: invisible mark in `وكالة\u200f البحر`"),
        ("وكالة  البحر\t\tagency\tMLT\tf\tSea\t\t", "name: stray space in `وكالة  البحر`"),
        ("وكالة البحر \t\tagency\tMLT\tf\tSea\t\t", "name: stray space in `وكالة البحر `"),
        (" وكالة البحر\t\tagency\tMLT\tf\tSea\t\t", "name: stray space in ` وكالة البحر`"),
        ("وكالة\u00a0البحر\t\tagency\tMLT\tf\tSea\t\t", "name: stray space in `وكالة\u00a0البحر`"),
        ("وكالة البحر\tأ|ب\tagency\tMLT\tf\tSea\t\t", "aliases: stray space in `أ|ب`"),
        ("وكالة البحر\tأ |ب\tagency\tMLT\tf\tSea\t\t", "aliases: stray space in `أ |ب`"),
        ("وكالة البحر\t\tagency\tMLT\tf\tSea\t\t\r", "same_as: stray space in `\r`"),
        ("وكالة البحر\tب |  | ج\tagency\tMLT\tf\tSea\t\t", "aliases: empty value in `ب |  | ج`"),
        ("وكالة البحر\tأنباء | انباء\tagency\tMLT\tf\tSea\t\t", "aliases: `انباء` stands twice"),
        ("وكالة البحر\tوكاله البحر\tagency\tMLT\tf\tSea\t\t", "aliases: `وكاله البحر` is the row's own name"),
        ("وكالة البحر\t\tjournal\tMLT\tf\tSea\t\t", "kind: unknown value `journal`"),
        ("وكالة البحر\t\tagency\tMLT\tx\tSea\t\t", "gender: unknown value `x`"),
        ("وكالة البحر\t\tagency\tMLT\tf\tSea\tyes\t", "common: unknown value `yes`"),
        ("وكالة البحر\t\tagency\tXQX\tf\tSea\t\t", "code: unknown code `XQX`"),
        ("وكالة البحر\t\tagency\tMLT\tf\tSea\t\tوكالة اليابسة", "same_as: no other row is named `وكالة اليابسة`"),
        ("وكالة البحر\t\tagency\tMLT\tf\tSea\t\tوكالة البحر", "same_as: no other row is named `وكالة البحر`"),
        ("صحيفه المرفا\t\tnewspaper\tMLT\tf\tSea\t\t", "name: `صحيفه المرفا` stands in line 3 already (name)"),
        ("جريدة المرفأ\t\tnewspaper\tMLT\tf\tSea\t\t", "name: `جريدة المرفأ` stands in line 3 already (aliases)"),
        (
            "وكالة البحر\tصحيفة المرفأ\tagency\tMLT\tf\tSea\t\t",
            "aliases: `صحيفة المرفأ` stands in line 3 already (name)",
        ),
        ("", "is a blank line"),
        ("# وكالة البحر", "is a comment below the header, where it would be lost for an entry"),
    ],
)
def test_each_kind_of_fault_is_found_at_its_line(row: str, message: str) -> None:
    """The broken row stands between two sound ones, in line 4."""
    after = GOOD.replace("المرفأ", "المنارة")
    assert (4, message) in found(f"{MEDIA}{GOOD}{row}\n{after}")
    assert {line for line, _ in found(f"{MEDIA}{GOOD}{row}\n{after}")} == {4}


def test_a_same_as_may_name_a_row_above_or_below() -> None:
    short = "المرفأ\t\tnewspaper\tMLT\tf\tThe Harbour\t1\tصحيفة المرفأ\n"
    assert found(MEDIA + short + GOOD) == found(MEDIA + GOOD + short) == []


def test_codes_of_states_must_be_states_and_stand_once() -> None:
    malta = "{}\t{}\t\tمالطي\tمالطية\tمالطيون | مالطيين\tf\tفاليتا\tMalta\t\n"
    text = STATES + malta.format("MLT", "مالطا") + malta.format("MLT", "فيجي") + malta.format("UNO", "تونغا")
    assert found(text, "states.tsv") == [(4, "`MLT` stands in line 3 already"), (5, "code: unknown code `UNO`")]


def test_a_word_stands_once_in_each_class() -> None:
    text = SOURCE + "form\tplural\tgender\tclass\n" + "كتاب\tكتب\tm\tdocument\n" * 2 + "كتاب\tكتب\tm\tthing\n"
    assert found(text, "nouns.tsv") == [(4, "`كتاب document` stands in line 3 already")]


def test_words_that_only_folding_merges_are_two_words() -> None:
    text = SOURCE + "form\tclass\tnote\nعلى\tpreposition\t\nعلي\tpreposition\t\n"
    assert found(text, "function_words.tsv") == []


def test_a_column_of_prose_may_show_a_prefix_with_a_tatweel() -> None:
    assert found(FREE + "باسم\tbefore بـ\n", "anything.tsv") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SOURCE, (1, "has no header")),
        (SOURCE + "form\tform\n", (2, "the header must name every column once")),
        (SOURCE + "form\tclass\n", (2, "the header has no column `gender`")),
    ],
)
def test_a_header_names_the_columns(text: str, problem: tuple[int, str]) -> None:
    assert problem in found(text, "nouns.tsv")


def test_a_folder_is_checked_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "media.tsv").write_text(MEDIA + GOOD.replace("newspaper", "paper"), encoding="utf-8")
    (tmp_path / "latin.tsv").write_bytes(SOURCE.encode() + "name\nقطر\n".encode("cp1256"))
    (tmp_path / "notes.md").write_text("no table", encoding="utf-8")
    assert check_tables(tmp_path) == [
        Problem("latin.tsv", 0, f"is not UTF-8 at byte {len(SOURCE) + 5}"),
        Problem("media.tsv", 3, "kind: unknown value `paper`"),
    ]


def test_a_problem_reads_like_a_compiler_s() -> None:
    assert str(Problem("media.tsv", 7, "has an empty name")) == "media.tsv:7: has an empty name"


def test_codes_are_those_of_iso_3166() -> None:
    codes = iso_codes()
    assert {"DEU", "PSE", "VAT", "HKG", "ESH", "TWN", "KOS"} <= codes
    assert not {"UNO", "EUR", "XQX", "de", "DE"} & codes


def test_every_member_of_the_united_nations_is_there() -> None:
    """193 members, two observers, and four that are neither."""
    codes = {row["code"] for row in rows("states")}
    assert {"PSE", "VAT", "KOS", "TWN", "ESH", "HKG"} <= codes
    assert len(codes) == 193 + 2 + 4
