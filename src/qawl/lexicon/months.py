"""Names of months and weekdays in the Arabic press of every region, folded.

Babel (Unicode CLDR) holds the names that each country uses; what stands below are spellings of
the press that it lacks. All are keys in their folded form, with their number.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from qawl.text.fold import fold

# One country for every way to name months: Levant and Iraq, Algeria and Tunisia, Morocco, Mauritania, Egypt and Gulf.
_LOCALES = ("ar_SY", "ar_LB", "ar_IQ", "ar_JO", "ar_DZ", "ar_TN", "ar_MA", "ar_MR", "ar_EG", "ar_SA")
_WIDTHS = ("wide", "abbreviated")

# Libya's names of 1986 to 2011 (الفاتح, الحرث, ناصر …) are left out: they are ordinary words.
_PRESS_MONTHS = {
    1: ("كانون ثاني", "كانون ثان"),  # Levantine, without article
    5: ("مايس",),  # Iraq
    6: ("يونيه",),  # Egypt and the Gulf
    7: ("يوليه",),  # Egypt and the Gulf
    8: ("أغسطوس",),
    9: ("سبتامبر",),
    10: ("تشرين أول", "أوكتوبر"),  # Levantine, without article
    11: ("تشرين ثاني", "تشرين ثان"),
    12: ("كانون أول", "دسمبر"),
}

# Babel has no Arabic names for the Islamic calendar's months. Written out in nominative and genitive (ذو, ذي).
_HIJRI_MONTHS = {
    1: ("محرم", "المحرم", "محرم الحرام"),
    2: ("صفر", "صفر الخير"),
    3: ("ربيع الأول", "ربيع أول"),
    4: ("ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "ربيع ثان", "ربيع آخر"),
    5: ("جمادى الأولى", "جمادى الأول", "جماد الأول", "جماد أول", "جمادى أولى"),
    6: ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني", "جماد الآخر", "جماد الثاني", "جماد الآخرة"),
    7: ("رجب", "رجب الفرد"),
    8: ("شعبان",),
    9: ("رمضان", "رمضان المبارك"),
    10: ("شوال",),
    11: ("ذو القعدة", "ذي القعدة", "ذوالقعدة", "ذيالقعدة"),
    12: ("ذو الحجة", "ذي الحجة", "ذوالحجة", "ذيالحجة"),
}

# الثلثاء is Lebanese and Syrian; without the last hamza they are Levantine speech and hasty copy.
_PRESS_WEEKDAYS = {2: ("الثلثاء", "الثلاثا"), 3: ("الأربعا",)}


@cache
def months() -> Mapping[str, int]:
    """Return the folded names of the solar months, each with its number from 1 to 12."""
    return _by_name((*_of_babel("months"), *_PRESS_MONTHS.items()))


@cache
def hijri_months() -> Mapping[str, int]:
    """Return the folded names of the Hijri months, each with its number from 1 to 12."""
    return _by_name(_HIJRI_MONTHS.items())


@cache
def weekdays() -> Mapping[str, int]:
    """Return the folded names of the weekdays, each with its ISO number: Monday is 1, Sunday 7."""
    named = ((number + 1, names) for number, names in _of_babel("days"))  # Babel counts from Monday as 0
    return _by_name((*named, *_PRESS_WEEKDAYS.items()))


def _of_babel(field: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield number and names of months or days, as the locales write them."""
    from babel.core import Locale  # here, so that readers of other tables do not wait for it

    for code in _LOCALES:
        widths = getattr(Locale.parse(code), field)["format"]
        for width in _WIDTHS:
            for number, name in widths[width].items():
                yield number, (" ".join(name.split()),)  # one of Babel's names holds a no-break space


def _by_name(numbered: Iterable[tuple[int, tuple[str, ...]]]) -> Mapping[str, int]:
    return MappingProxyType({fold(name): number for number, names in numbered for name in names})
