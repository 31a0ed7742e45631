"""The stages of a reading in their order."""

from qawl import __version__
from qawl.lexicon.vocabulary import vocabulary
from qawl.reading.actors import Actors, Identity
from qawl.reading.article import Article, lay_out
from qawl.reading.clauses import Clauses
from qawl.reading.dateline import dateline
from qawl.reading.disputes import find_disputes
from qawl.reading.drafts import Draft
from qawl.reading.events import find_events
from qawl.reading.events.records import event_records, parties_of
from qawl.reading.force import weigh_forces
from qawl.reading.ground import Ground
from qawl.reading.headlines import Headlines
from qawl.reading.manner import mode
from qawl.reading.phrases import Phrases
from qawl.reading.pledges import find_pledges
from qawl.reading.profiles import profiles
from qawl.reading.quantities import find_amounts, quantities
from qawl.reading.spans import cut_span, noun_span
from qawl.reading.speakers import resolve
from qawl.reading.statements import Sentences
from qawl.reading.times import TimeMention, find_deadlines, find_times, inside_times, time_of
from qawl.records import Actor, Document, Reader, Reading, Statement

READER = Reader("qawl", __version__)


def read(document: Document) -> Reading:
    """Read one document. A pure function of its text and date; never raises on any text."""
    lexicon = vocabulary()
    article = lay_out(document.text, lexicon)
    phrases = Phrases(article)
    sentences = Sentences(article, phrases, lexicon.cues)
    body = sentences.read()
    drafts = Headlines(article, phrases, sentences).read(body) + body
    parties = Actors(article, phrases, lexicon, drafts)
    identities = resolve(article, parties, drafts)
    clauses = Clauses(article, phrases, drafts, lexicon.pledges)
    ground = Ground(article, phrases, parties, drafts, identities, clauses, lexicon)
    weigh_forces(ground)
    mentions = find_times(article, document.published, drafts, clauses.holders)
    times = tuple(mention.record(article) for mention in mentions)
    amounts = find_amounts(article, lexicon, inside_times(mentions))
    said = [time_of(article, draft, mentions, clauses.holders) for draft in drafts]
    deadlines = find_deadlines(article, document.published, mentions)
    told = sorted((*mentions, *deadlines), key=lambda mention: mention.start) if deadlines else mentions
    pledges, disputes = find_pledges(ground, told, document.published), find_disputes(ground, amounts)
    counted = quantities(article, amounts)
    events = find_events(ground)
    line = dateline(article, lexicon, outlet=document.source)
    actors = profiles(ground, (*identities.values(), *parties_of(events)), document, line.place)
    return Reading(
        document=document,
        reader=READER,
        dateline=line,
        actors=tuple(actors.values()),
        statements=_statements(article, drafts, identities, actors, said),
        times=times,
        quantities=counted,
        events=event_records(ground, events, actors, times, counted),
        pledges=pledges,
        disputes=disputes,
    )


def _statements(
    article: Article,
    drafts: list[Draft],
    identities: dict[int, Identity],
    actors: dict[str, Actor],
    said: list[TimeMention | None],
) -> tuple[Statement, ...]:
    ids = {id(draft): f"s{number}" for number, draft in enumerate(drafts, 1)}
    return tuple(
        Statement(
            id=ids[id(draft)],
            cue=article.span(*draft.cue),
            speaker=noun_span(article, draft.speaker) if draft.speaker else None,
            who=identities[i].name if i in identities else None,
            actor=actors[identities[i].name].id if i in identities else None,
            content=tuple(cut_span(article, p.start, p.end, p.cut) for p in draft.pieces),
            mode=mode(article, draft),
            force=draft.force or "assert",
            headline=draft.headline,
            addressee=article.span(*draft.addressee) if draft.addressee else None,
            occasion=cut_span(article, *draft.occasion, draft.occasion_cut) if draft.occasion else None,
            time=when.value if (when := said[i]) is not None else None,
            via=tuple(draft.via),
            parent=ids.get(id(draft.parent)) if draft.parent else None,
            rule=draft.rule,
        )
        for i, draft in enumerate(drafts)
    )
