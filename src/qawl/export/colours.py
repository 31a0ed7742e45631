"""Which colour slot each speaker has; the colours themselves are the style sheet's and the terminal's."""

from collections.abc import Iterable, Sequence

SLOTS = 10
"""How many colours there are for known speakers; `assets/page.css` defines `--k0` to `--k9`."""

Names = Sequence[str | None]


def slots(readings: Iterable[Names]) -> dict[str, int]:
    """Give every speaker a colour slot, the same in all readings, told apart within each where slots last.

    Each reading is given as the names of its statements' speakers, in order.
    """
    given: dict[str, int] = {}
    for names in readings:
        taken = {given[name] for name in names if name in given}
        for name in dict.fromkeys(name for name in names if name is not None and name not in given):
            given[name] = _free_slot(len(given), taken)
            taken.add(given[name])
    return given


def _free_slot(first: int, taken: set[int]) -> int:
    turns = ((first + turn) % SLOTS for turn in range(SLOTS))
    return next((slot for slot in turns if slot not in taken), first % SLOTS)
