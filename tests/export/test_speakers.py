from qawl.export.colours import SLOTS, slots
from qawl.export.speakers import groups, names

from .readings import NESTED, find, nested, reading, statement


def test_statements_are_gathered_under_their_speakers_the_unknown_one_last() -> None:
    assert [(group.name, group.statements) for group in groups(nested())] == [
        ("ليلى الحمداني", (0, 1, 3)),
        ("الوفد الزائر", (2,)),
        (None, (4,)),
    ]


def test_a_group_knows_its_actor() -> None:
    assert [group.actor and group.actor.role for group in groups(nested())] == ["وزيرة المصايد", None, None]


def test_an_actor_names_a_statement_that_names_nobody() -> None:
    unnamed = reading(NESTED, statement("s1", find(NESTED, "قالت"), actor="a1"), actors=nested().actors)
    assert names(unnamed) == ["ليلى الحمداني"]


def test_an_actor_that_is_not_there_names_nobody() -> None:
    assert names(reading(NESTED, statement("s1", find(NESTED, "قالت"), actor="a9"))) == [None]


def test_a_speaker_has_one_colour_in_all_readings() -> None:
    assert slots([["أ", "ب"], ["ج", None, "أ"]]) == {"أ": 0, "ب": 1, "ج": 2}


def test_speakers_of_one_reading_are_told_apart_while_colours_last() -> None:
    known = [f"n{n}" for n in range(SLOTS)]
    given = slots([known[:7], [known[0], *known[7:], "x", "y"]])
    assert len({given[name] for name in (known[0], *known[7:], "x", "y")}) == 6


def test_more_speakers_than_colours_share_them() -> None:
    given = slots([[f"n{n}" for n in range(5 * SLOTS)]])
    assert set(given.values()) == set(range(SLOTS))
