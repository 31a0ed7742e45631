"""The Arabic cases of Microsoft Recognizers-Text (MIT) that lie in ../shared/suites, and how a reader fares on them.

A case is a sentence and what its reference implementation finds in it. A result is right where a finding of ours
overlaps it, one to one, and has its value. Cases that the reference implementation fails itself (`NotSupported:
dotnet`) are left out; those of which it proves only the spans (`IgnoreResolution`) count with their values like all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

SUITES = Path(__file__).resolve().parents[2] / "shared" / "suites" / "recognizers-text"
REFERENCE = "dotnet"


@dataclass(frozen=True, slots=True)
class Result:
    """What the reference finds: code points `[start, end)` of the input, and its record as the file has it."""

    start: int
    end: int
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of a suite; `index` is its place in the file, `reference` the time at which it is said (ISO)."""

    index: int
    text: str
    results: tuple[Result, ...]
    reference: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader finds: code points `[start, end)` of the input, and its value in the terms of the suite."""

    start: int
    end: int
    value: object


Same = Callable[[Finding, Result], bool]


def cases(name: str) -> list[Case]:
    """Return the cases of one file (`"NumberModel"`) that its reference implementation passes."""
    records = msgspec.json.decode((SUITES / f"{name}.json").read_bytes().removeprefix(b"\xef\xbb\xbf"))
    return [_case(i, record) for i, record in enumerate(records) if REFERENCE not in record.get("NotSupported", "")]


def _case(index: int, record: dict[str, Any]) -> Case:
    return Case(
        index,
        record["Input"],
        tuple(_result(result) for result in record["Results"]),
        record.get("Context", {}).get("ReferenceDateTime"),
    )


def _result(record: dict[str, Any]) -> Result:
    start = record["Start"]
    return Result(start, record["End"] + 1 if "End" in record else start + record["Length"], record)


def overlaps(finding: Finding, result: Result) -> bool:
    return finding.start < result.end and result.start < finding.end


@dataclass(frozen=True, slots=True)
class Score:
    """How a reader fares on one file: results found with the right value, spans found, and silence kept."""

    right: int
    spans: int
    results: int
    silent: int
    empty: int

    @property
    def share(self) -> float:
        return self.right / self.results


def matched(case: Case, findings: Sequence[Finding], same: Same) -> list[tuple[Result, Finding | None]]:
    """Pair each result with a finding that overlaps it, one to one; one with the right value comes first."""
    left = sorted(findings, key=lambda finding: finding.start)
    pairs: list[tuple[Result, Finding | None]] = []
    for result in case.results:
        over = [finding for finding in left if overlaps(finding, result)]
        best = next((f for f in over if same(f, result)), over[0] if over else None)
        pairs.append((result, best))
        left = [finding for finding in left if finding is not best]
    return pairs


def score(seen: Sequence[tuple[Case, list[Finding]]], same: Same) -> Score:
    pairs = [pair for case, findings in seen for pair in matched(case, findings, same)]
    silent = [not findings for case, findings in seen if not case.results]
    right = sum(finding is not None and same(finding, result) for result, finding in pairs)
    return Score(right, sum(finding is not None for _, finding in pairs), len(pairs), sum(silent), len(silent))


def report(name: str, read: Callable[[str], Iterable[Finding]], same: Same, disputed: Mapping[int, str]) -> Score:
    """Print how many results of a file are right, and each case that is not with what the reader found."""
    seen = [(case, list(read(case.text))) for case in cases(name)]
    found = score(seen, same)
    print(
        f"{name}: {found.right} of {found.results} results right ({100 * found.share:.1f} %), "
        f"{found.spans} spans found; nothing found in {found.silent} of {found.empty} sentences that hold nothing"
    )
    for case, findings in seen:
        if not _is_right(case, findings, same):
            _show(case, findings, disputed.get(case.index, ""))
    return found


def _is_right(case: Case, findings: Sequence[Finding], same: Same) -> bool:
    if not case.results:
        return not findings
    return all(finding is not None and same(finding, result) for result, finding in matched(case, findings, same))


def _show(case: Case, findings: Sequence[Finding], dispute: str) -> None:
    print(f"  {case.index:>4} {case.text!r}")
    print(f"       gold {[(case.text[r.start : r.end], _gold(r)) for r in case.results]}")
    print(f"       read {[(case.text[f.start : f.end], str(f.value)) for f in findings]}")
    if dispute:
        print(f"       disputed: {dispute}")


def _gold(result: Result) -> str:
    resolution = result.record.get("Resolution") or result.record.get("Value") or {}
    return str(resolution.get("value") or resolution.get("Timex") or "")
