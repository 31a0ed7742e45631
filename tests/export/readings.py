"""Readings made for the views' tests: invented wire style, and what a hostile article may hold."""

from msgspec.structs import replace

from qawl.records import Actor, Dateline, Dispute, Document, Event, Holder, Pledge, Quantity, Reader, Reading, Statement
from qawl.text.span import Span

NESTED = (
    "الوزيرة: لا نية لخفض الحصص\n\n"
    "قالت وزيرة المصايد ليلى الحمداني للصحفيين في ختام الجلسة إن المسودة جاهزة وإن الوفد الزائر طلب مهلة أخرى. "
    'وأضافت: "سنرد كتابيا". وذكر مصدر أن "السفن عادت".\n'
)


def reading(text: str, *statements: Statement, title: str | None = None, actors: tuple[Actor, ...] = ()) -> Reading:
    """Return a reading of `text`."""
    document = Document(id="t1", text=text, title=title, source="نشرة الساحل", published="2031-03-02")
    dateline = Dateline(place="المرفأ", agencies=("وكالة الموج",), date=None)
    return Reading(
        document=document, reader=Reader("qawl", "0"), dateline=dateline, statements=statements, actors=actors
    )


def profiled() -> Reading:
    """Return a reading with an actor of which much is told, its holder inferred, and one of which nothing is."""
    holder = Holder(name="كامل الراوي", office="o", country="SYC", source="دليل", start="2030-01-02", end="2031-04-05")
    told = Actor(
        id="a1",
        name="وزير الموانئ السيشلي",
        kind="person",
        role="وزير الموانئ السيشلي",
        country="SYC",
        sector="GOV",
        gender="m",
        number="singular",
        holder=holder,
        mentions=(Span(0, 3), Span(4, 6)),
    )
    return reading("قال وزير", actors=(told, Actor(id="a2", name="جهة")))


def find(text: str, words: str, after: int = 0) -> Span:
    """Return where `words` stand in `text`."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def statement(id: str, cue: Span, *content: Span, **fields: object) -> Statement:
    """Return a statement that is neutral but for `fields`."""
    neutral: dict[str, object] = {"speaker": None, "who": None, "actor": None, "mode": "indirect", "force": "assert"}
    return Statement(id=id, cue=cue, content=content, **{**neutral, **fields})  # type: ignore[arg-type]


def nested() -> Reading:
    """Return a reading with a headline, a statement inside another, a carried-on speaker and an unknown one."""
    text, title = NESTED, NESTED.partition("\n")[0]
    minister = {"who": "ليلى الحمداني", "actor": "a1"}
    return reading(
        text,
        statement(
            "s1", find(text, "الوزيرة:"), find(text, "لا نية لخفض الحصص"), force="deny", headline=True, **minister
        ),
        statement(
            "s2",
            find(text, "قالت"),
            find(text, "المسودة جاهزة وإن الوفد الزائر طلب مهلة أخرى"),
            speaker=find(text, "وزيرة المصايد ليلى الحمداني"),
            addressee=find(text, "للصحفيين"),
            occasion=find(text, "في ختام الجلسة"),
            via=("إذاعة المرفأ",),
            rule="verb-subject",
            **minister,
        ),
        statement(
            "s3",
            find(text, "طلب"),
            find(text, "مهلة أخرى"),
            speaker=find(text, "الوفد الزائر"),
            who="الوفد الزائر",
            force="demand",
            parent="s2",
        ),
        statement("s4", find(text, "وأضافت"), find(text, "سنرد كتابيا"), mode="direct", force="commit", **minister),
        statement("s5", find(text, "وذكر"), find(text, "السفن عادت"), speaker=find(text, "مصدر"), mode="direct"),
        title=title,
        actors=(Actor(id="a1", name="ليلى الحمداني", kind="person", role="وزيرة المصايد"),),
    )


def owing() -> Reading:
    """Return the nested reading with a pledge by a day, one by nobody named, and two disputes."""
    made, text = nested(), NESTED
    reply = Pledge(
        act=find(text, "سنرد كتابيا"),
        by="ليلى الحمداني",
        to="الوفد الزائر",
        kind="promise",
        due="2031-W10",
        condition=find(text, "المسودة جاهزة"),
        statement="s4",
        rule="future",
    )
    wait = Pledge(act=find(text, "مهلة أخرى"), by=None, to=None, kind="demand", rule="term:تضمن")
    cut = Dispute(
        claim=find(text, "خفض الحصص"),
        claimed_by=(),
        denial=find(text, "لا نية لخفض الحصص"),
        denied_by=("ليلى الحمداني",),
        rule="words:لا نية",
    )
    back = Dispute(
        claim=find(text, "السفن عادت"), claimed_by=("مصدر",), denial=find(text, "السفن عادت"), denied_by=("الوفد",)
    )
    return replace(made, pledges=(reply, wait), disputes=(cut, back))


def counting() -> Reading:
    """Return a reading with two quantities, one of them inside a statement."""
    text = "أسعار المرفأ\n\nقال الوزير إن القارب بيع بـ13 ألف دولار بعد 3 أيام."
    made = reading(text, statement("s1", find(text, "قال"), find(text, "القارب بيع بـ13 ألف دولار")))
    money = Quantity(span=find(text, "13 ألف دولار"), value=13000, unit="دولار", unit_code="USD", rule="money")
    days = Quantity(span=find(text, "3 أيام"), value=3, unit="أيام", unit_code="d", rule="measure")
    return replace(made, quantities=(money, days))


def acting() -> Reading:
    """Return the nested reading with a demand told by the outlet and a return that a source claims."""
    made, text = nested(), NESTED
    asked = Event(
        id="e1",
        span=find(text, "طلب"),
        type="REQUEST",
        mode="change",
        status="attributed",
        actor=("a2",),
        recipient=("a1",),
        holder="s3",
        rule="statement:request",
    )
    back = Event(
        id="e2",
        span=find(text, "عادت"),
        type="RETREAT",
        status="attributed",
        holder="s5",
        place=find(text, "الجلسة"),
        time="2031-W10",
        context=("military",),
        rule="verb:عاد",
    )
    guests = Actor(id="a2", name="الوفد الزائر", kind="group")
    return replace(made, actors=(*made.actors, guests), events=(asked, back))
