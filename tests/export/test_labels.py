from typing import get_args

import pytest

from qawl.export.labels import FORCES, KINDS, MODES, PARTS, day, digits
from qawl.export.segments import Part
from qawl.records.reading import ActorKind, Force, Mode


@pytest.mark.parametrize(
    ("labels", "names"),
    [(FORCES, Force), (MODES, Mode), (PARTS, Part), (KINDS, ActorKind)],
    ids=["force", "mode", "part", "kind"],
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
