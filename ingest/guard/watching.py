"""What a worker gives, waited for with an eye on its time and its memory."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Iterator
from typing import Any

from ingest.errors import ReaderFailed, TooLarge, UnreadableDocument
from ingest.guard import messages
from ingest.guard.limits import Allowance
from ingest.guard.starting import Worker

_UNWATCHED = 0.25  # seconds: so long a worker runs within its address space only, and psutil is not loaded
_TICK = 0.1  # seconds between looks at the memory
_FAMILY = 5  # every such look takes in the worker's children too
_AT_ONCE = 2**20


class Watch:
    """Reads a worker's messages. `heavy` is true from when the work said that it is."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._data = bytearray()
        self._looks = 0
        self.heavy = False

    def items(self, left: Allowance) -> Iterator[Any]:
        """What one piece of work gives. Raises what the work raised, ReaderFailed or TooLarge.

        Only the time of waiting counts, not the time that the receiver takes for each thing.
        """
        while True:
            kind, content = self._message(left)
            if kind == messages.ITEM:
                yield content
            elif kind == messages.HEAVY and isinstance(content, int):
                self.heavy = True
                left.widen(content)
            elif kind == messages.ERROR and isinstance(content, UnreadableDocument):
                raise content
            else:
                return

    def _message(self, left: Allowance) -> tuple[bytes, Any]:
        begun = time.monotonic()
        deadline = begun + left.seconds
        try:
            self._gather(messages.HEAD_SIZE, begun, deadline, left)
            kind, length = messages.head(self._data)
            self._gather(messages.HEAD_SIZE + length, begun, deadline, left)
            body = memoryview(self._data)[messages.HEAD_SIZE : messages.HEAD_SIZE + length]
            content = messages.opened(body)
            body.release()
            del self._data[: messages.HEAD_SIZE + length]
        except UnreadableDocument:
            raise
        except Exception as error:
            raise ReaderFailed("filen fick läsaren att svara fel", "be om en ny kopia av filen") from error
        left.seconds = max(1.0, deadline - time.monotonic())
        return kind, content

    def _gather(self, size: int, begun: float, deadline: float, left: Allowance) -> None:
        while len(self._data) < size:
            wait = _TICK if time.monotonic() - begun > _UNWATCHED else _UNWATCHED
            if select.select([self._worker.results], [], [], wait)[0]:
                part = os.read(self._worker.results, _AT_ONCE)
                if not part:
                    raise _broken(self._worker.ended())
                self._data += part
            if time.monotonic() > deadline:
                raise ReaderFailed("filen tog för lång tid att läsa", "dela upp den eller spara om den")
            if time.monotonic() - begun > _UNWATCHED:
                self._weigh(left)

    def _weigh(self, left: Allowance) -> None:
        self._looks += 1
        if resident(self._worker.pid, family=self.heavy or self._looks % _FAMILY == 0) > left.memory:
            raise TooLarge("filen kräver mer minne än vad klausul ger en fil", "dela upp den eller spara om den")


def resident(pid: int, *, family: bool) -> int:
    """Bytes of resident memory of a process, with `family` also of all that it started."""
    import psutil

    try:
        process = psutil.Process(pid)
        processes = [process, *(process.children(recursive=True) if family else ())]
    except psutil.Error:
        return 0
    total = 0
    for each in processes:
        try:
            total += each.memory_info().rss
        except psutil.Error:
            continue
    return total


def _broken(status: int) -> ReaderFailed:
    code = os.waitstatus_to_exitcode(status)
    how = f" ({signal.Signals(-code).name})" if code < 0 and -code in set(signal.Signals) else ""
    return ReaderFailed(f"filen fick läsaren att krascha{how}", "be om en ny kopia eller spara om den")
