"""The workers of this process: one that is free is used again, one that failed or grew is ended."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from ingest.guard import messages, starting
from ingest.guard.limits import Allowance
from ingest.guard.starting import Worker
from ingest.guard.watching import Watch, resident

Given = TypeVar("Given")
_JOBS: Final = 200  # pieces of work that one worker does
_KEPT: Final = 2  # free workers
_GROWN: Final = 600 * 2**20  # bytes: a worker that holds more after its work is not kept
_SELDOM: Final = 10  # works between looks at that

_free: list[_Employed] = []
_lock = threading.Lock()
_owner: list[int] = []


@dataclass(slots=True)
class _Employed:
    worker: Worker
    done: int = 0


def run(function: Callable[..., Given], *arguments: Any) -> Given:
    """What `function(*arguments)` gives, done in a worker. The function must be one that a module names.

    Raises the kinds of UnreadableDocument that it raises, ReaderFailed and TooLarge.
    """
    (given,) = list(stream(_once, function, *arguments))  # to the end, so that the worker is free again
    return given  # type: ignore[no-any-return]


def _once(function: Callable[..., Given], *arguments: Any) -> Iterator[Given]:
    yield function(*arguments)


def stream(function: Callable[..., Iterable[Given]], *arguments: Any) -> Iterator[Given]:
    """What `function(*arguments)` yields, thing after thing, done in a worker; raises as `run` does."""
    if not starting.can_guard():
        yield from function(*arguments)
        return
    employed = _hired(messages.packed(messages.ITEM, (function, arguments)))
    watch = Watch(employed.worker)
    whole = False
    try:
        yield from watch.items(Allowance())
        whole = True
    finally:
        employed.done += 1
        if whole and _fit(employed, heavy=watch.heavy):
            _release(employed)
        else:
            employed.worker.ended()


def _hired(job: bytes) -> _Employed:
    """A worker that has been given the work: a free one, or where that has died a new one."""
    while True:
        with _lock:
            if _owner != [os.getpid()]:  # a fork of this process has no workers yet
                _owner[:] = [os.getpid()]
                _free.clear()
            employed = _free.pop() if _free else None
        new = employed is None
        employed = employed or _Employed(starting.started())
        try:
            messages.write(employed.worker.jobs, job)
        except BrokenPipeError:
            employed.worker.ended()
            if new:
                raise
            continue
        return employed


def _fit(employed: _Employed, *, heavy: bool) -> bool:
    """Whether a worker can take more work: not too old, and not grown by what it did."""
    if employed.done >= _JOBS:
        return False
    looked = heavy or employed.done % _SELDOM == 0
    return not looked or resident(employed.worker.pid, family=True) < _GROWN


def _release(employed: _Employed) -> None:
    with _lock:
        if len(_free) < _KEPT:
            _free.append(employed)
            return
    employed.worker.ended()


def retire() -> None:
    """Ends all free workers."""
    with _lock:
        ending = list(_free) if _owner == [os.getpid()] else []
        _free.clear()
    for employed in ending:
        employed.worker.ended()


atexit.register(retire)
