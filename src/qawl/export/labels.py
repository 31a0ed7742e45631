"""The Arabic words of the interface for what the records name in English."""

from datetime import date

from babel.dates import format_date

from qawl.export.segments import Part
from qawl.records.reading import ActorKind, Force, Mode

FORCES: dict[Force, str] = {
    "assert": "إخبار",
    "deny": "نفي",
    "accuse": "اتهام",
    "demand": "مطالبة",
    "commit": "تعهّد",
    "warn": "تحذير",
    "support": "تأييد",
    "expect": "توقّع",
}

MODES: dict[Mode, str] = {"direct": "بلفظه", "indirect": "بمعناه", "mixed": "بعضه بلفظه"}

PARTS: dict[Part, str] = {
    "speaker": "القائل",
    "cue": "لفظ النقل",
    "content": "القول",
    "addressee": "المخاطَب",
    "occasion": "المناسبة",
}

KINDS: dict[ActorKind, str] = {
    "person": "شخص",
    "state": "دولة",
    "institution": "مؤسسة",
    "group": "جماعة",
    "medium": "وسيلة إعلام",
    "document": "وثيقة",
    "unnamed": "مصدر غير مسمّى",
}

UNKNOWN_SPEAKER = "قائل غير معروف"

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def digits(number: int) -> str:
    """Return `number` in Arabic-Indic digits."""
    return str(number).translate(_ARABIC_INDIC)


def day(published: str) -> str:
    """Return an ISO date in words, its month under both names; what is no date stays as it is."""
    try:
        when = date.fromisoformat(published[:10])
    except ValueError:
        return published
    gregorian, levantine = (format_date(when, "MMMM", locale=locale) for locale in ("ar_EG", "ar_SY"))
    return f"{digits(when.day)} {gregorian} ({levantine}) {digits(when.year)}"
