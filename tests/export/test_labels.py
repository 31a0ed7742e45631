from typing import get_args

import pytest

from qawl.export.labels import FORCES, KINDS, MODES, PARTS, PLEDGES, day, digits, when
from qawl.export.segments import Part
from qawl.records.reading import ActorKind, Force, Mode, PledgeKind


@pytest.mark.parametrize(
    ("labels", "names"),
    [(FORCES, Force), (MODES, Mode), (PARTS, Part), (KINDS, ActorKind), (PLEDGES, PledgeKind)],
    ids=["force", "mode", "part", "kind", "pledge"],
)
def test_every_name_has_its_own_arabic_word(labels: dict[str, str], names: object) -> None:
    assert set(labels) == set(get_args(names))
    assert len(set(labels.values())) == len(labels)


def test_digits_are_arabic_indic() -> None:
    assert digits(1209) == "١٢٠٩"


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2031-03-02", "٢ مارس (آذار) ٢٠٣١"),
        ("2031-03-02T10:00:00Z", "٢ مارس (آذار) ٢٠٣١"),
        ("last Tuesday", "last Tuesday"),
        ("2031-02-30", "2031-02-30"),
    ],
)
def test_a_day_is_shown_under_both_month_names(published: str, shown: str) -> None:
    assert day(published) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2031-03-02", "٢ مارس (آذار) ٢٠٣١"),
        ("2031-W09", "الأسبوع ٩ من ٢٠٣١"),
        ("2031-03", "مارس (آذار) ٢٠٣١"),
        ("2031", "٢٠٣١"),
        ("2031-03/2031-W15", "من مارس (آذار) ٢٠٣١ إلى الأسبوع ١٥ من ٢٠٣١"),
        ("2031-13", "2031-13"),
        ("soon", "soon"),
    ],
)
def test_a_time_is_shown_in_words(value: str, shown: str) -> None:
    assert when(value) == shown
