"""Each file is read in a process with limits on time and memory: a crash, a hang or a bomb loses that file only.

`stream(function, *arguments)` and `run(function, *arguments)` do a piece of work in a worker, a process that is forked
from this one (where it has one thread) or started anew (where it has several: a service). What the work raises is
raised here; what it breaks is a `ReaderFailed` or `TooLarge`. `heavy(pages)` says, within the work, that OCR or
LibreOffice begins, and moves the limits.

Without fork and without pipes that can be waited for (Windows) the work is done unguarded in this process.
"""

from __future__ import annotations

from ingest.guard.limits import heavy
from ingest.guard.pool import retire, run, stream

__all__ = ["heavy", "retire", "run", "stream"]
