"""The ways to cut conjunction, preposition and article off the words of numbers and times."""

CliticSplit = tuple[str, str, bool, str]  # conjunction, preposition, article, what is left


def clitic_splits(folded: str) -> list[CliticSplit]:
    """List conjunction, preposition, article and what is left of a folded form, the whole word first."""
    found: list[CliticSplit] = [("", "", False, folded)]
    for conjunction, rest in (("", folded), (folded[:1], folded[1:])):
        if conjunction and conjunction not in "وف" or len(rest) < 2:
            continue
        if conjunction:
            found.append((conjunction, "", False, rest))
        if rest.startswith("ال"):
            found.append((conjunction, "", True, rest[2:]))
        elif rest.startswith("لل"):
            found.append((conjunction, "ل", True, rest[2:]))
        elif rest[0] in "بكل":
            found.append((conjunction, rest[0], False, rest[1:]))
            if rest[1:3] == "ال":
                found.append((conjunction, rest[0], True, rest[3:]))
    return found
