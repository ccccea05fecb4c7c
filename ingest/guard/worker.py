"""What a worker does: work after work from its pipe, each in the worker's own temporary folder, until the pipe ends.

Started with fork it goes on from here; started anew it is `python -m ingest.guard`.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ingest.errors import ReaderFailed, TooLarge, UnreadableDocument
from ingest.guard import messages
from ingest.guard.limits import ADDRESS_SPACE, listen

_NETWORK = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"})
_PARENT_DEATH = 1  # prctl's PR_SET_PDEATHSIG


def serve(jobs: int, results: int, folder: str) -> None:
    """Does the work that comes on `jobs` and sends what it gives on `results`."""
    _settle(folder)
    while (job := messages.read(jobs)) is not None:
        function, arguments = job
        _limit_address_space(ADDRESS_SPACE)
        listen(lambda pages: _heavy(results, pages))
        _work(function(*arguments), results)
        listen(None)
        _empty(folder)


def _work(items: Iterable[Any], results: int) -> None:
    try:
        for item in items:
            messages.write(results, messages.packed(messages.ITEM, item))
        end = messages.packed(messages.END, None)
    except UnreadableDocument as error:
        end = messages.packed(messages.ERROR, error)
    except MemoryError:
        what = "filen kräver mer minne än vad klausul ger en fil"
        end = messages.packed(messages.ERROR, TooLarge(what, "dela upp den eller spara om den"))
    except RecursionError:
        what = "filen är nästlad djupare än vad klausul läser"
        end = messages.packed(messages.ERROR, TooLarge(what, "spara om den i programmet som den kommer från"))
    except Exception as error:
        failed = ReaderFailed(f"något oväntat hände ({type(error).__name__})", "be om en ny kopia av filen")
        end = messages.packed(messages.ERROR, failed)
    messages.write(results, end)


def _settle(folder: str) -> None:
    """Makes this process one that can do no harm: a group of its own, its own temporary folder, no network."""
    if hasattr(os, "setsid") and os.getsid(0) != os.getpid():
        os.setsid()
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.addaudithook(_no_network)


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError("klausul asks no address")


def _limit_address_space(more: int | None) -> None:
    """So much more than now, or (None) as much as there is. Only where the size now is known: Linux."""
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        soft = hard if more is None else pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def _heavy(results: int, pages: int) -> None:
    _limit_address_space(None)
    messages.write(results, messages.packed(messages.HEAVY, pages))


def _empty(folder: str) -> None:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            Path(entry.path).unlink(missing_ok=True)


def die_with_parent() -> None:
    """Ends this forked process when the thread that forked it ends: Linux only."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PARENT_DEATH, int(signal.SIGKILL), 0, 0, 0)
