"""The guard: what crashes, hangs or swells in a worker is one line here, and nothing of it is left behind."""

from __future__ import annotations

import os
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import guard_works as works
import psutil
import pytest

from ingest import guard
from ingest.errors import BrokenFile, ReaderFailed, TooLarge, UnreadableDocument
from ingest.guard import limits, starting
from ingest.guard.limits import Allowance

# The guard works by process groups and signals, which other systems do not have: there files are read unguarded.
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the guard needs posix")


@pytest.fixture(params=["forked", "fresh"])
def workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Workers of one kind: forked as the command does, or started anew as the service does."""
    guard.retire()
    made = getattr(starting, f"_{request.param}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    monkeypatch.setattr(starting, "_forked", made)
    monkeypatch.setattr(starting, "_fresh", made)
    yield request.param
    guard.retire()


def born_with(workers: str) -> int:
    """Megabytes that a worker may hold before it has done anything."""
    return psutil.Process().memory_info().rss // 2**20 if workers == "forked" else 0


@pytest.fixture
def small(workers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Less memory than files get, so that the tests need not take it.

    A forked worker may be born with all that the tests before it have loaded into this process.
    """
    monkeypatch.setattr(limits.Allowance.__init__, "__defaults__", (60.0, (400 + born_with(workers)) * 2**20))
    monkeypatch.setattr(limits, "HEAVY_MEMORY", (800 + born_with(workers)) * 2**20)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second instead of a minute."""
    monkeypatch.setattr(limits.Allowance.__init__, "__defaults__", (1.0, limits.TEXT_MEMORY))


def test_work_is_done_elsewhere_and_its_worker_is_used_again(workers: str) -> None:
    assert guard.run(works.double, 21) == 42
    one, other = guard.run(works.who), guard.run(works.who)
    assert one == other
    assert one[0] != os.getpid()
    assert list(guard.stream(works.count, 3)) == [0, 1, 2]


MEMORY = "filen kräver mer minne än vad klausul ger en fil; dela upp den eller spara om den"
BAD = [
    (works.broken, (), BrokenFile, "filen är skadad; be om en ny"),
    (works.surprised, (), ReaderFailed, "något oväntat hände (KeyError); be om en ny kopia av filen"),
    (works.crash, (), ReaderFailed, "filen fick läsaren att krascha (SIGSEGV); be om en ny kopia eller spara om den"),
    (works.ended, (), ReaderFailed, "filen fick läsaren att krascha; be om en ny kopia eller spara om den"),
    (works.eat, (450,), TooLarge, MEMORY),
    (
        works.at_once,
        (40,),
        TooLarge,
        "filen kräver mer minne än vad klausul ger en fil; dela upp den eller spara om den",
    ),
    (works.recurse, (), TooLarge, "filen är nästlad djupare än vad klausul läser; spara om den i programmet"),
    (works.answer_evil, (), ReaderFailed, "filen fick läsaren att svara fel; be om en ny kopia av filen"),
]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("work", "arguments", "kind", "line"), BAD, ids=[work.__name__ for work, *_ in BAD])
def test_whatever_happens_is_one_line_and_the_next_work_is_done(
    workers: str, work: object, arguments: tuple[int, ...], kind: type[UnreadableDocument], line: str
) -> None:
    if work is works.eat:
        arguments = (arguments[0] + born_with(workers),)
    with pytest.raises(kind) as raised:
        guard.run(work, *arguments)
    assert str(raised.value).startswith(line)
    assert "hemligt" not in str(raised.value)
    assert guard.run(works.double, 2) == 4
    assert not Path("/tmp/klausul-was-here").exists()


@pytest.mark.usefixtures("small")
def test_heavy_work_may_take_more(workers: str) -> None:
    assert guard.run(works.eat_heavily, 450) == 450


@pytest.mark.usefixtures("small")
def test_the_memory_of_the_workers_children_counts(workers: str) -> None:
    with pytest.raises(TooLarge):
        guard.run(works.child_eats, 800 + born_with(workers))


@pytest.mark.usefixtures("short")
def test_no_process_and_no_file_is_left_behind(workers: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, note = tmp_path / "tmp", tmp_path / "pid"
    home.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    guard.run(works.double, 1)  # a worker started anew takes its time
    assert len(list(home.iterdir())) == 1
    with pytest.raises(ReaderFailed, match="filen tog för lång tid att läsa; dela upp den eller spara om den"):
        guard.run(works.leave_behind, str(note))
    assert list(home.iterdir()) == []
    pid = int(note.read_text())
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    folder = guard.run(works.litter)
    guard.run(works.double, 1)
    assert not Path(folder).exists()
    guard.retire()
    assert list(home.iterdir()) == []
    assert not [child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE]


def test_folders_of_the_killed_are_swept_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed outright leaves its worker's folder: the next one takes it away, when it is old."""
    dead, hour = 2**22 + 1, 3601
    old, new, own, other = (
        tmp_path / name for name in (f"klausul-{dead}-a", f"klausul-{dead}-b", f"klausul-{os.getpid()}-c", "klausul-x")
    )
    for folder in (old, new, own, other):
        folder.mkdir()
        if folder is not new:
            os.utime(folder, (time.time() - hour, time.time() - hour))
    starting._sweep(tmp_path)
    assert [folder.exists() for folder in (old, new, own, other)] == [False, True, True, True]


def test_no_address_can_be_asked(workers: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.setblocking(False)
        with pytest.raises(ReaderFailed, match="PermissionError"):
            guard.run(works.call_home, canary.getsockname()[1])
        with pytest.raises(BlockingIOError):
            canary.accept()


def test_what_came_before_a_crash_is_kept(workers: str) -> None:
    given = []
    with pytest.raises(ReaderFailed):
        given.extend(guard.stream(works.half))
    stream = guard.stream(works.half)
    assert next(stream) == 1
    stream.close()
    assert guard.run(works.double, 3) == 6


def test_a_worker_that_died_while_it_was_free_is_replaced(workers: str) -> None:
    pid, _ = guard.run(works.who)
    os.kill(pid, 9)
    time.sleep(0.05)
    assert guard.run(works.who)[0] != pid


@pytest.mark.parametrize("workers", ["fresh"], indirect=True)  # a process with threads is never forked
def test_threads_work_side_by_side(workers: str) -> None:
    given: list[int] = []
    threads = [threading.Thread(target=lambda at=at: given.append(guard.run(works.double, at))) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == [0, 2, 4, 6]


def test_pages_of_ocr_give_time() -> None:
    allowance = Allowance()
    allowance.widen(12)
    assert (allowance.seconds, allowance.memory) == (60 + 120, 3 * 2**30)
    allowance.widen(10**9)
    assert allowance.seconds < 10**5
