"""The day beside a title is read in every form of the press."""

import pytest

from qawl.reading.publication import day_in


@pytest.mark.parametrize(
    "words",
    [
        "25 كانون الثاني 2022",
        "الثلاثاء 25 يناير 2022 - 14:30",
        "نشر في: ٢٥ يناير/كانون الثاني ٢٠٢٢",
        "25 جانفي 2022",
        "يناير 25, 2022",
        "25/1/2022",
        "25.01.2022 - 14:20",
        "2022-01-25T14:30:00+03:00",
        "1443/6/22هـ",
        "الثلاثاء 22 جمادى الآخرة 1443هـ - 25 يناير 2022م - العدد 17270",
    ],
)
def test_a_whole_day_is_found(words: str) -> None:
    assert day_in(words) == "2022-01-25"


@pytest.mark.parametrize("words", ["", "منذ 3 ساعات", "أمس", "2022", "كانون الثاني 2022", "31/2/2022", "بقلم سالم"])
def test_what_names_no_whole_day_is_none(words: str) -> None:
    assert day_in(words) is None
