"""Every case of `tests/cases/`: the reading of its text holds these statements and no others."""

import msgspec
import pytest

from qawl.reading import read

from .cases import CASES, Case, CaseFile, article, document, found, params, statement_files, wanted
from .gaps import without_gap

FILES = statement_files()
ALL = [(name, case) for name, file in FILES.items() for case in file.case]


@pytest.mark.parametrize("case", [p for name, file in FILES.items() for p in params(f"{name}/", file.case)])
def test_case(case: Case) -> None:
    assert found(case, read(document(case))) == wanted(case)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{name}/{case.id}") for name, case in ALL])
def test_the_words_of_a_case_stand_in_its_text(case: Case) -> None:
    text = article(case.title, case.text)
    for record in wanted(case):
        pieces = record["content"]
        assert isinstance(pieces, list)
        for words in (record["cue"], record["speaker"], record["addressee"], record["occasion"], *pieces):
            assert words is None or str(words) in text


@pytest.mark.parametrize("name", FILES)
def test_ids_are_unique_within_a_file(name: str) -> None:
    ids = [case.id for case in FILES[name].case]
    assert len(ids) == len(set(ids))


def test_there_is_a_case_for_every_construct_and_most_are_read() -> None:
    assert len(ALL) >= 90
    assert sum(1 for _, case in ALL if case.gap) <= len(ALL) // 5


def test_taking_out_a_gap_changes_one_case_only() -> None:
    marked = [case for _, case in ALL if case.gap]
    for name in FILES:
        toml = (CASES / f"{name}.toml").read_text(encoding="utf-8")
        for case in marked:
            if case in FILES[name].case:
                left = msgspec.toml.decode(without_gap(toml, case), type=CaseFile).case
                assert [c.id for c in left if c.gap] == [c.id for c in FILES[name].case if c.gap and c != case]
