"""Every case of actors, and what holds for actors on any text."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.lexicon.affiliations import affiliations
from qawl.lexicon.check import PLOVER_CODES, SECTORS, iso_codes
from qawl.lexicon.vocabulary import vocabulary
from qawl.reading import read
from qawl.reading.article import lay_out
from qawl.reading.profiles.homes import Homes
from qawl.records import Actor, Document, Reading

from .cases import CASES, NEUTRAL_TITLE, article, params


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An actor in words; `holder` is the inferred person's name."""

    name: str
    mentions: tuple[str, ...]
    kind: str | None = None
    role: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    number: str | None = None
    holder: str | None = None


class ActorCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article and some of its actors."""

    id: str
    text: str
    actor: tuple[Told, ...]
    title: str = NEUTRAL_TITLE
    published: str | None = None
    source: str | None = None
    gap: str | None = None


class RoleCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of a role, or of a body's name, and what they tell."""

    words: str
    about: str = ""
    country: str | None = None
    sector: str | None = None
    body: bool = False
    gap: str | None = None

    @property
    def id(self) -> str:
        return self.words


class Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    role: tuple[RoleCase, ...]
    case: tuple[ActorCase, ...]


FILE = msgspec.toml.decode((CASES / "actors.toml").read_bytes(), type=Cases)


def told(actor: Actor, reading: Reading) -> Told:
    """Return an actor in the terms of a case."""
    return Told(
        name=actor.name,
        mentions=tuple(span.of(reading.document.text) for span in actor.mentions),
        kind=actor.kind,
        role=actor.role,
        country=actor.country,
        sector=actor.sector,
        gender=actor.gender,
        number=actor.number,
        holder=actor.holder.name if actor.holder else None,
    )


@pytest.mark.parametrize("case", params("", FILE.case))
def test_actors_of_a_case(case: ActorCase) -> None:
    text = article(case.title, case.text.strip())
    reading = read(Document(id=case.id, text=text, published=case.published, source=case.source))
    found = {actor.name: told(actor, reading) for actor in reading.actors}
    assert [found.get(wanted.name, found.keys()) for wanted in case.actor] == list(case.actor)


@pytest.mark.parametrize("case", params("", FILE.role))
def test_country_and_sector_of_a_role(case: RoleCase) -> None:
    lexicon = vocabulary()
    laid = lay_out(case.words, lexicon)
    homes = Homes(laid, lexicon.names, affiliations())
    tokens = (0, len(laid.words))
    assert (homes.country(tokens), homes.sector(tokens, case.body)) == (case.country, case.sector)


def test_ids_of_cases_are_unique() -> None:
    ids = [*(case.id for case in FILE.case), *(case.id for case in FILE.role)]
    assert len(ids) == len(set(ids))


TOLD = (
    "قال قالت وأضاف أكد وزير الخارجية الروسي الوزير الرئيس رئيس مجلس إدارة شركة النوخذة سالم ليلى كامل الحداد مصدر "
    "مسؤول كيني كينيا وكينيا روسيا الوزارة وزارة الجيش باسم المتحدث و، ، . : « » إن أن في إلى لدى موسكو الدكتور "
    "الملك بن السابق حركة الشباب جان-بيير جان بيير - لوكانتي 12"
).split()
WORDS = [*TOLD, '"', "\n"]
articles = st.one_of(st.lists(st.sampled_from(WORDS), max_size=70).map(" ".join), st.text(max_size=200))


@settings(max_examples=300)
@given(articles, st.sampled_from((None, "2022-01-25", "no date", "2022")))
def test_what_holds_for_actors_of_any_text(text: str, published: str | None) -> None:
    reading = read(Document(id="any", text=text, published=published, source="okaz"))
    starts, ends = edges(text)
    speakers = {statement.actor for statement in reading.statements} - {None}
    assert speakers <= {actor.id for actor in reading.actors}
    for actor in reading.actors:
        assert actor.mentions
        assert list(actor.mentions) == sorted(actor.mentions)
        assert all(one.end <= other.start for one, other in zip(actor.mentions, actor.mentions[1:], strict=False))
        assert all(span.end in ends and span.start < span.end <= len(text) for span in actor.mentions)
        assert all(any(span.start - cut in starts for cut in range(3)) for span in actor.mentions)
        assert actor.sector is None or actor.sector in SECTORS
        assert actor.country is None or actor.country in iso_codes() | PLOVER_CODES
        assert actor.holder is None or actor.holder.inferred and actor.role == actor.name
        assert actor.holder is None or published == "2022-01-25"


def edges(text: str) -> tuple[set[int], set[int]]:
    tokens = lay_out(text, vocabulary()).tokens
    return set(tokens.starts), set(tokens.ends)


@settings(max_examples=200)
@given(articles)
def test_what_speaks_is_among_the_mentions(text: str) -> None:
    reading = read(Document(id="any", text=text))
    mentions = {actor.id: actor.mentions for actor in reading.actors}
    for statement in reading.statements:
        if statement.speaker is not None and statement.actor is not None and statement.headline is False:
            spans = mentions[statement.actor]
            overlap = [s for s in spans if s.start < statement.speaker.end and statement.speaker.start < s.end]
            assert overlap
