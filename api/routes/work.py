"""Checks for the service: one at a time, off the event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread

from api.bundling import check_bundle
from api.checking import check
from api.trouble import Refused
from api.uploads import Sent
from checks.finding import ContractReport

Result = TypeVar("Result")

# One file after another: each may take the memory that one file is given, and the computer is somebody's own.
_ONE_AT_A_TIME = anyio.CapacityLimiter(1)


async def check_and(
    render: Callable[[list[ContractReport | Refused]], Result], sent: Sent, *, boxes: bool = False
) -> Result:
    """Checks the files that were sent and renders their reports, both in the one worker thread."""

    def as_one() -> Result:
        outcomes: list[ContractReport | Refused] = [file for file in sent.files if isinstance(file, Refused)]
        given = [(data, name) for name, data in (file for file in sent.files if not isinstance(file, Refused))]
        return render([*outcomes, *check_bundle(given, sent.password, boxes=boxes)])

    def one_by_one() -> Result:
        outcomes: list[ContractReport | Refused] = []
        for file in sent.files:
            if isinstance(file, Refused):
                outcomes.append(file)
            else:
                outcomes.extend(check(file[1], file[0], sent.password, boxes=boxes))
        return render(outcomes)

    return await in_turn(as_one if sent.bundle else one_by_one)


async def in_turn(work: Callable[[], Result]) -> Result:
    """Does the work in the one worker thread, after what came before it."""
    return await anyio.to_thread.run_sync(work, limiter=_ONE_AT_A_TIME)
