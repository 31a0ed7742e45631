from typing import get_args

import pytest

from qawl.export.labels import (
    EVENTS,
    FORCES,
    KINDS,
    MODES,
    PARTS,
    PLEDGES,
    STATUSES,
    amount,
    day,
    digits,
    when,
)
from qawl.export.segments import Part
from qawl.lexicon import events
from qawl.records import Quantity
from qawl.records.reading import ActorKind, Force, Mode, PledgeKind, Status
from qawl.text.span import Span


@pytest.mark.parametrize(
    ("labels", "names"),
    [(FORCES, Force), (MODES, Mode), (PARTS, Part), (KINDS, ActorKind), (PLEDGES, PledgeKind), (STATUSES, Status)],
    ids=["force", "mode", "part", "kind", "pledge", "status"],
)
def test_every_name_has_its_own_arabic_word(labels: dict[str, str], names: object) -> None:
    assert set(labels) == set(get_args(names))
    assert len(set(labels.values())) == len(labels)


def test_every_type_of_event_has_its_own_arabic_word() -> None:
    assert set(EVENTS) == set(events.MODES)
    assert len(set(EVENTS.values())) == len(EVENTS)


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


@pytest.mark.parametrize(
    ("value", "unit", "code", "shown"),
    [
        (13000, "دولار", "USD", "13,000 USD"),
        (3, "قوارب", None, "3 قوارب"),
        (1.5, "شهر", "mo", "1.5 mo"),
        (2 / 3, None, None, "0.666667"),
        (10**18, None, None, "1,000,000,000,000,000,000"),
    ],
)
def test_an_amount_is_shown_with_its_code_or_its_unit(
    value: int | float, unit: str | None, code: str | None, shown: str
) -> None:
    assert amount(Quantity(span=Span(0, 1), value=value, unit=unit, unit_code=code)) == shown
