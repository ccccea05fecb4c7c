"""The garbage collector held back while a document is read.

What reading makes stays or goes by its reference counts. The collector would walk through tens of thousands of new
records again and again and find nothing: it took a tenth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Holds the collector back, and lets it go on as before at the end. In threads the first to end lets it go on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
