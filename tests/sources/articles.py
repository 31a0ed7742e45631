"""An invented article as text and as a record."""

import json

TITLE = "تأجيل اجتماع لجنة المصايد"
BYLINE = "فاليتا - وكالة المرفأ"
BODY = "قال الوزير سالم الحداد إن الاجتماع سيعقد غداً، وأضاف: «لن نقبل بالشروط التي طرحها الوفد».\nوغادر الوفد مساء."
TEXT = f"{TITLE}\n\n{BYLINE}\n\n{BODY}"


def line(**fields: object) -> bytes:
    """Return a record of these fields as one line of JSON Lines."""
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"
