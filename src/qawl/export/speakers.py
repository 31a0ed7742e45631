"""Statements gathered under the speakers who made them."""

from dataclasses import dataclass

from qawl.records import Actor, Reading


@dataclass(frozen=True, slots=True)
class Group:
    """A speaker and the indices of their statements; `name` is None where nobody is known."""

    name: str | None
    actor: Actor | None
    statements: tuple[int, ...]


def names(reading: Reading) -> list[str | None]:
    """Return the speaker's name of each statement: `who`, else the actor's name, else None."""
    actors = {actor.id: actor.name for actor in reading.actors}
    return [statement.who or actors.get(statement.actor or "") for statement in reading.statements]


def groups(reading: Reading) -> list[Group]:
    """Return the speakers of `reading` in order of their first statement, the unknown one last."""
    found: dict[str | None, list[int]] = {}
    for index, name in enumerate(names(reading)):
        found.setdefault(name, []).append(index)
    actors = {actor.id: actor for actor in reading.actors}
    known = [_group(reading, actors, name, indices) for name, indices in found.items() if name is not None]
    return known + ([Group(None, None, tuple(found[None]))] if None in found else [])


def _group(reading: Reading, actors: dict[str, Actor], name: str, indices: list[int]) -> Group:
    ids = (reading.statements[index].actor for index in indices)
    actor = next((actors[id] for id in ids if id in actors), None)
    return Group(name, actor, tuple(indices))
