"""Pieces of work that misbehave, for the tests of the guard: a worker finds them by this module's name."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ingest import guard
from ingest.errors import BrokenFile


def double(number: int) -> int:
    return 2 * number


def who(_: int = 0) -> tuple[int, str]:
    return os.getpid(), tempfile.gettempdir()


def broken() -> None:
    raise BrokenFile("filen är skadad", "be om en ny")


def surprised() -> None:
    raise KeyError("hemligt ur avtalet")


def crash() -> None:
    ctypes.string_at(0)


def ended() -> None:
    os._exit(3)


def hang() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(1)


def eat(mib: int) -> int:
    held = b"x" * (mib * 2**20)
    time.sleep(0.6)
    return len(held) // 2**20


def eat_heavily(mib: int) -> int:
    guard.heavy(pages=1)
    return eat(mib)


def at_once(gib: int) -> int:
    return len(bytearray(gib * 2**30))


def child_eats(mib: int) -> None:
    guard.heavy()
    code = f"import time; held = b'x' * ({mib} * 2**20); time.sleep(60)"
    subprocess.run([sys.executable, "-c", code], check=False)


def leave_behind(note: str) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    Path(note).write_text(str(child.pid))
    Path(tempfile.gettempdir(), "rest.txt").write_text("x")
    hang()


def litter() -> str:
    folder = tempfile.mkdtemp()
    Path(folder, "rest.txt").write_text("x")
    return folder


def recurse() -> None:
    recurse()


def call_home(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), timeout=5)


def count(upto: int) -> Iterator[int]:
    yield from range(upto)


def half() -> Iterator[int]:
    yield 1
    crash()


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch /tmp/klausul-was-here",)


def answer_evil() -> Evil:
    return Evil()
