"""Reading over several processes: the results come in the order of the documents, whatever the number of processes."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from threading import current_thread, main_thread
from typing import TypeVar

from qawl.ledger import Prepared, prepare
from qawl.reading import read
from qawl.records import Document, Reading

CHUNK = 16
"""Documents that a process takes at once: enough that handing them over costs little beside reading them."""

AHEAD = 3
"""Chunks under way for each process; more would only fill the memory."""

FEW = 2 * CHUNK
"""Fewer documents are read sooner than another process has started."""

R = TypeVar("R")


class WorkerLostError(Exception):
    """A process that read ended without a word: it was killed, or the memory was full."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A document over which the reader failed, which it never should: the others are read nonetheless."""

    document: str
    reason: str

    def __str__(self) -> str:
        return f"document {self.document!r}: the reader failed, please report it: {self.reason}"


def read_all(documents: Iterable[Document], jobs: int) -> Iterator[Reading | Failed]:
    """Yield the reading of each document, or word of a failure in its place."""
    return _spread(_read_chunk, documents, jobs)


def prepare_all(documents: Iterable[Document], jobs: int) -> Iterator[Prepared | Failed]:
    """Yield the reading of each document, ready for a ledger, or word of a failure in its place."""
    return _spread(_prepare_chunk, documents, jobs)


def _read_chunk(documents: list[Document]) -> list[Reading | Failed]:
    return [_outcome(read, document) for document in documents]


def _prepare_chunk(documents: list[Document]) -> list[Prepared | Failed]:
    return [_outcome(lambda document: prepare(read(document)), document) for document in documents]


def _outcome(work: Callable[[Document], R], document: Document) -> R | Failed:
    try:
        return work(document)
    except Exception as error:  # noqa: BLE001  the border of a worker: one article must not end the run
        return Failed(document.id, f"{type(error).__name__}: {error}")


def _spread(work: Callable[[list[Document]], list[R]], documents: Iterable[Document], jobs: int) -> Iterator[R]:
    rest = iter(documents)
    first = list(islice(rest, FEW))
    if jobs == 1 or len(first) < FEW:
        for document in chain(first, rest):
            yield from work([document])
        return
    # Fresh processes rather than copies of this one, which may have threads and an open ledger.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    try:
        yield from _in_order(pool, work, chain(first, rest), jobs * AHEAD)
    except BrokenProcessPool as error:
        raise WorkerLostError("a reading process ended without a word: it was killed, or memory ran out") from error
    finally:
        with _interrupts_held_back():
            pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, work: Callable[[list[Document]], list[R]], documents: Iterator[Document], most: int
) -> Iterator[R]:
    waiting: deque[Future[list[R]]] = deque()
    while chunk := list(islice(documents, CHUNK)):
        with _interrupts_held_back():
            waiting.append(pool.submit(work, chunk))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let an interrupt wait until this is done: a process that was just being started would be waited for for ever."""
    if current_thread() is not main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
