"""How a worker comes to be, and how it ends with all that it started."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from ingest.guard import worker

_PREFIX = "klausul-"
_STALE = 3600  # seconds
_ROOT = Path(__file__).resolve().parents[2]
# The pipes of all workers: a forked one closes those of the others, so that each sees the end of its own.
_pipes: set[int] = set()
_noisy: list[bool] = [False]


def can_guard() -> bool:
    """Whether this system has what guarding needs."""
    return os.name == "posix"


def show_errors() -> None:
    """Lets workers write to standard error: for --debug."""
    _noisy[0] = True


@dataclass(slots=True)
class Worker:
    """A worker process: its number (also its group's), where work goes in and results come out, its folder."""

    pid: int
    jobs: int
    results: int
    folder: str
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    status: int | None = None

    def ended(self) -> int:
        """Kills the worker with its group, and all that it left; gives its status as os.waitpid does."""
        if self.status is not None:
            return self.status
        for pipe in (self.jobs, self.results):
            _pipes.discard(pipe)
            with contextlib.suppress(OSError):
                os.close(pipe)
        self.status = self._reaped()
        shutil.rmtree(self.folder, ignore_errors=True)
        return self.status

    def _reaped(self) -> int:
        died = self._status(os.WNOHANG)
        _kill(self.pid)
        status = self._status(0) if died is None else died
        return 0 if status is None else status

    def _status(self, flags: int) -> int | None:
        try:
            pid, status = os.waitpid(self.pid, flags)
        except ChildProcessError:
            return 0
        if self.process is not None and pid:
            self.process.returncode = os.waitstatus_to_exitcode(status)
        return status if pid else None


def _kill(pid: int) -> None:
    for each in [*(() if _alone(pid) else _descendants(pid)), -pid]:
        with contextlib.suppress(OSError):
            os.kill(each, signal.SIGKILL)


def _alone(pid: int) -> bool:
    """Whether a process certainly has no children: told by Linux without looking through all processes."""
    try:
        return not any((task / "children").read_bytes().strip() for task in Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return False


def _descendants(pid: int) -> list[int]:
    """All that a process started, also what has left its group."""
    import psutil

    try:
        return [child.pid for child in psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return []


def started() -> Worker:
    """A new worker: forked where this process has one thread, else started anew."""
    if not _pipes:
        _sweep(Path(tempfile.gettempdir()))
    folder = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")
    made = _forked(folder) if threading.active_count() == 1 and sys.platform == "linux" else _fresh(folder)
    _pipes.update((made.jobs, made.results))
    return made


def _sweep(home: Path) -> None:
    """Takes away the folders of processes that were killed an hour ago or more, and so could not do it themselves."""
    for folder in home.glob(f"{_PREFIX}*-*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        with contextlib.suppress(OSError):
            status = folder.lstat()
            old = time.time() - status.st_mtime > _STALE and status.st_uid == os.getuid()
            if old and number.isdigit() and not _lives(int(number)):
                shutil.rmtree(folder, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _forked(folder: str) -> Worker:
    theirs_in, jobs = os.pipe()
    results, theirs_out = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        _be_worker(theirs_in, theirs_out, (jobs, results), folder)
    os.close(theirs_in)
    os.close(theirs_out)
    return Worker(pid, jobs, results, folder)


def _be_worker(jobs: int, results: int, others: tuple[int, int], folder: str) -> None:
    try:
        worker.die_with_parent()
        for pipe in (*others, *_pipes):
            os.close(pipe)
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1) if _noisy[0] else (0, 1, 2):
            os.dup2(silent, stream)
        worker.serve(jobs, results, folder)
    finally:
        os._exit(0)


def _fresh(folder: str) -> Worker:
    process = subprocess.Popen(  # noqa: S603  (this program's own interpreter and module)
        [sys.executable, "-m", "ingest.guard", folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if _noisy[0] else subprocess.DEVNULL,
        cwd=_ROOT,
        start_new_session=True,
    )
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipes")
    jobs, results = os.dup(process.stdin.fileno()), os.dup(process.stdout.fileno())
    process.stdin.close()
    process.stdout.close()
    return Worker(process.pid, jobs, results, folder, process)
