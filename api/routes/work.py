"""Checks for the service: one at a time, off the event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread

from api.checking import check
from api.trouble import Refused
from api.uploads import Sent
from checks.finding import ContractReport

Result = TypeVar("Result")

# PDFium must not be called by two threads at once, neither for text nor for boxes: checks and their reports queue.
_ONE_AT_A_TIME = anyio.CapacityLimiter(1)


async def check_and(render: Callable[[list[ContractReport | Refused]], Result], sent: Sent) -> Result:
    """Checks the files that were sent and renders their reports, both in the one worker thread."""

    def work() -> Result:
        return render(
            [file if isinstance(file, Refused) else check(file[1], file[0], sent.password) for file in sent.files]
        )

    return await anyio.to_thread.run_sync(work, limiter=_ONE_AT_A_TIME)
