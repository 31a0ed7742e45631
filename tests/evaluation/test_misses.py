from msgspec.structs import replace

from qawl.evaluation.gold import Gold
from qawl.evaluation.misses import Miss, Side, format_miss_counts, format_misses
from qawl.evaluation.score import score

from .builders import FIRST, SECOND, TEXT, THIRD, article, at, gold, reading, statement


def misses(predicted: Gold, wanted: Gold) -> list[Miss]:
    return list(score([(reading(predicted), article(wanted))]).misses)


def kinds(predicted: Gold, wanted: Gold) -> list[str]:
    return [miss.kind for miss in misses(predicted, wanted)]


def test_gold_against_itself_has_none() -> None:
    assert misses(gold(FIRST, SECOND, THIRD), gold(FIRST, SECOND, THIRD)) == []


def test_missed_and_spurious_statements() -> None:
    missed, spurious = misses(gold(FIRST, THIRD), gold(FIRST, SECOND))
    assert (missed.kind, missed.predicted, missed.cue, missed.rule) == ("missed statement", None, "وأضاف", "")
    assert missed.gold == Side("الحصص لن تتغير هذا العام", (at("الحصص لن تتغير هذا العام"),))
    assert (spurious.kind, spurious.gold, spurious.rule) == ("spurious statement", None, "test")
    assert spurious.predicted == Side("بدء الدوريات البحرية", (at("بدء الدوريات البحرية"),))


def test_wrong_ends_of_a_content() -> None:
    def content(words: str) -> list[str]:
        return kinds(gold(replace(FIRST, content=(at(words),))), gold(FIRST))

    assert content("باقية في الميناء") == ["wrong content start"]
    assert content("السفن باقية") == ["wrong content end"]
    assert content("باقية في") == ["wrong content start", "wrong content end"]
    assert content("إن السفن باقية في الميناء.") == []


def test_wrong_pieces_of_a_content() -> None:
    pieces = (at("السفن"), at("في الميناء"))
    assert kinds(gold(replace(FIRST, content=pieces)), gold(FIRST)) == ["wrong content pieces"]


def test_wrong_parts_have_words_and_offsets() -> None:
    (wrong,) = misses(gold(replace(FIRST, speaker=at("الوزير"))), gold(FIRST))
    assert (wrong.kind, wrong.rule) == ("wrong speaker", "test")
    assert wrong.gold == Side("الوزير سامر الحداد", (at("الوزير سامر الحداد"),))
    assert wrong.predicted == Side("الوزير", (at("الوزير"),))
    (wrong,) = misses(gold(replace(FIRST, addressee=None)), gold(FIRST))
    assert (wrong.kind, wrong.predicted) == ("wrong addressee", None)
    assert kinds(gold(replace(FIRST, cue=at("قال الوزير"))), gold(FIRST)) == ["wrong cue"]
    assert kinds(gold(replace(THIRD, occasion=at("بيان"))), gold(THIRD)) == ["wrong occasion"]


def test_wrong_labels() -> None:
    wrong = replace(FIRST, who=None, mode="direct", force="warn")
    who, mode, force = misses(gold(wrong), gold(FIRST))
    assert (who.kind, who.gold, who.predicted) == ("wrong who", Side("سامر الحداد"), None)
    assert (mode.kind, mode.gold, mode.predicted) == ("wrong mode", Side("indirect"), Side("direct"))
    assert (force.kind, force.gold, force.predicted) == ("wrong force", Side("assert"), Side("warn"))


def test_labels_are_not_compared_below_detection() -> None:
    wrong = replace(FIRST, content=(at("باقية"),), who=None, mode="direct", force="warn")
    assert kinds(gold(wrong), gold(FIRST)) == ["wrong content start", "wrong content end"]


def test_misses_come_in_the_order_of_the_text() -> None:
    found = misses(gold(replace(THIRD, who="كريم"), replace(FIRST, force="warn")), gold(THIRD, SECOND, FIRST))
    assert [miss.kind for miss in found] == ["wrong force", "missed statement", "wrong who"]


def test_written_misses() -> None:
    found = misses(gold(replace(FIRST, speaker=None, force="warn")), gold(FIRST, SECOND))
    content, second, speaker = at("السفن باقية في الميناء"), at("الحصص لن تتغير هذا العام"), at("الوزير سامر الحداد")
    assert format_misses(found) == "\n".join(
        [
            "a  wrong speaker  rule test",
            "  cue   قال",
            f"  of    [{content.start}, {content.end}] {content.of(TEXT)}",
            f"  gold  [{speaker.start}, {speaker.end}] {speaker.of(TEXT)}",
            "  read  –",
            "",
            "a  wrong force  rule test",
            "  cue   قال",
            f"  of    [{content.start}, {content.end}] {content.of(TEXT)}",
            "  gold  assert",
            "  read  warn",
            "",
            "a  missed statement",
            "  cue   وأضاف",
            f"  gold  [{second.start}, {second.end}] {second.of(TEXT)}",
            "  read  –",
        ]
    )


def test_long_passages_are_cut_in_the_middle() -> None:
    long = statement("قال", TEXT[4:])
    written = format_misses(misses(gold(), gold(long)), width=40)
    assert TEXT[4:22] in written
    assert "يوم الأحد." in written
    assert max(map(len, written.splitlines())) < 60


def test_counts_by_kind() -> None:
    counts = format_miss_counts(misses(gold(THIRD), gold(FIRST, SECOND))).splitlines()
    assert counts[0].split() == ["missed", "statement", "2"]
    assert counts[1].split() == ["spurious", "statement", "1"]
