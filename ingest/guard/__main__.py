"""A worker that is started anew: its pipes are standard input and output, its folder the one argument."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

from ingest.guard.worker import serve


def _end_when_orphaned() -> None:
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    os.killpg(0, signal.SIGKILL)


jobs, results = os.dup(0), os.dup(1)
silent = os.open(os.devnull, os.O_RDWR)
os.dup2(silent, 0)
os.dup2(silent, 1)  # what a library prints must not stand among the messages
threading.Thread(target=_end_when_orphaned, daemon=True).start()
serve(jobs, results, sys.argv[1])
