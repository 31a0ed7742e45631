"""The Arabic words of the interface for what the records name in English."""

import re
from datetime import date

from babel.dates import format_date

from qawl.export.segments import Part
from qawl.records import Quantity
from qawl.records.reading import ActorKind, Force, Gender, Mode, Number, PledgeKind, Status

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

PLEDGES: dict[PledgeKind, str] = {"promise": "وعد", "offer": "عرض", "demand": "مطلوب", "expectation": "منتظَر"}

MODES: dict[Mode, str] = {"direct": "بلفظه", "indirect": "بمعناه", "mixed": "بعضه بلفظه"}

PARTS: dict[Part, str] = {
    "speaker": "القائل",
    "cue": "لفظ النقل",
    "content": "القول",
    "addressee": "المخاطَب",
    "occasion": "المناسبة",
    "act": "ماذا",
    "condition": "الشرط",
    "claim": "المدّعى",
    "denial": "النفي",
    "quantity": "المقدار",
    "time": "الزمان",
    "event": "الفعل",
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

EVENTS: dict[str, str] = {
    "AGREE": "موافقة",
    "CONSULT": "تشاور",
    "SUPPORT": "تأييد",
    "CONCEDE": "تنازل",
    "COOPERATE": "تعاون",
    "AID": "مساعدة",
    "RETREAT": "تراجع",
    "REQUEST": "طلب",
    "ACCUSE": "اتهام",
    "REJECT": "رفض",
    "THREATEN": "تهديد",
    "PROTEST": "احتجاج",
    "SANCTION": "عقاب",
    "MOBILIZE": "تعبئة",
    "COERCE": "إكراه",
    "ASSAULT": "اعتداء",
}

STATUSES: dict[Status, str] = {
    "asserted": "ترويه الصحيفة",
    "attributed": "منسوب",
    "alleged": "مزعوم",
    "denied": "منفيّ",
    "conditional": "مشروط",
    "expected": "منتظَر",
    "asked": "مطلوب",
}

GENDERS: dict[Gender, str] = {"m": "مذكّر", "f": "مؤنّث"}

NUMBERS: dict[Number, str] = {"singular": "مفرد", "dual": "مثنّى", "plural": "جمع"}

SECTORS: dict[str, str] = {
    "GOV": "حكومة",
    "MIL": "جيش",
    "PTY": "أحزاب",
    "OPP": "معارضة",
    "LEG": "برلمان",
    "JUD": "قضاء",
    "COP": "أمن",
    "SPY": "استخبارات",
    "REB": "جماعات مسلّحة",
    "UAF": "قوات غير نظامية",
    "BUS": "أعمال",
    "CVL": "مدنيون",
    "CRM": "جريمة",
    "EDU": "تعليم",
    "ELI": "مسؤولون سابقون",
    "JRN": "إعلام",
    "LAB": "عمل ونقابات",
    "MED": "صحة",
    "AGR": "زراعة",
    "REF": "لاجئون",
    "REL": "دين",
}

UNKNOWN_SPEAKER = "قائل غير معروف"

_WEEK, _MONTH, _YEAR = (re.compile(form) for form in (r"(\d{4})-W(\d{2})", r"([1-9]\d{3})-(\d{2})", r"\d{4}"))
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def digits(number: int) -> str:
    """Return `number` in Arabic-Indic digits."""
    return str(number).translate(_ARABIC_INDIC)


def amount(quantity: Quantity) -> str:
    """Return value and unit of a quantity: `13,000 USD`; the unit's code where it has one, else as written."""
    value = f"{quantity.value:,}" if isinstance(quantity.value, int) else f"{quantity.value:,.6g}"
    return f"{value} {quantity.unit_code or quantity.unit or ''}".rstrip()


def day(published: str) -> str:
    """Return an ISO date in words, its month under both names; what is no date stays as it is."""
    try:
        when = date.fromisoformat(published[:10])
    except ValueError:
        return published
    gregorian, levantine = _month(when)
    return f"{digits(when.day)} {gregorian} ({levantine}) {digits(when.year)}"


def when(value: str) -> str:
    """Return an ISO 8601 value in words: day, week, month, year or an interval; anything else stays as it is."""
    first, slash, last = value.partition("/")
    if slash:
        return f"من {when(first)} إلى {when(last)}"
    week = _WEEK.fullmatch(value)
    if week:
        return f"الأسبوع {digits(int(week[2]))} من {digits(int(week[1]))}"
    month = _MONTH.fullmatch(value)
    if month and 1 <= int(month[2]) <= 12:
        gregorian, levantine = _month(date(int(month[1]), int(month[2]), 1))
        return f"{gregorian} ({levantine}) {digits(int(month[1]))}"
    return digits(int(value)) if _YEAR.fullmatch(value) else day(value)


def _month(when: date) -> tuple[str, str]:
    """Return the names of a month in Egypt and the Gulf, and in the Levant and Iraq."""
    return format_date(when, "MMMM", locale="ar_EG"), format_date(when, "MMMM", locale="ar_SY")
