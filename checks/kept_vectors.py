"""Vectors kept by the hash of the text that they are of, so that a text costs its encoding once.

In memory, and in a file in the user's cache folder, for this user only. The file holds hashes and numbers, no text. An
entry that cannot be used is passed over, and a file that is none of ours is begun anew; where the folder cannot be
written, memory is all. KLAUSUL_ENCODER_CACHE=off keeps the file away.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    import sqlite3

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

VARIABLE = "KLAUSUL_ENCODER_CACHE"
IN_MEMORY = 20_000  # texts
ON_DISK = 200_000  # texts; the oldest go first
_WAIT = 1.0  # seconds for another process that writes
_AT_ONCE = 500  # hashes in one question
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (hash BLOB UNIQUE, vector BLOB)"
_TRIM = "DELETE FROM vectors WHERE rowid <= (SELECT max(rowid) FROM vectors) - ?"


def folder() -> Path | None:
    """Where the files lie; None where nothing is to be kept there."""
    if os.environ.get(VARIABLE, "").strip().lower() == "off":
        return None
    home = os.environ.get("XDG_CACHE_HOME", "")
    with suppress(RuntimeError):
        return (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "klausul" / "encoder"
    return None


class KeptVectors:
    """`make` gives the vectors of texts, `width` numbers each; `mark` tells vectors of other weights apart.

    Numbers are rounded to 16 bits before anyone sees them: what is kept is what was given the first time.
    """

    def __init__(self, name: str, mark: bytes, width: int, make: Callable[[Sequence[str]], Floats]) -> None:
        self._name, self._mark, self._width, self._make = f"{name}.sqlite", mark, width, make
        self._memory: dict[bytes, NDArray[np.float16]] = {}

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Texts x numbers."""
        hashes = [self._hash(text) for text in texts]
        if len(self._memory) > IN_MEMORY:
            self._memory.clear()
        found = {each: self._memory[each] for each in hashes if each in self._memory}
        found |= self._from_disk([each for each in dict.fromkeys(hashes) if each not in found])
        new = {each: text for each, text in zip(hashes, texts, strict=True) if each not in found}
        if new:
            made = dict(zip(new, self._make(list(new.values())).astype(np.float16), strict=True))
            self._to_disk(made)
            found |= made
        self._memory |= found
        rows = np.stack([found[each] for each in hashes]) if hashes else np.zeros((0, self._width))
        return cast("Floats", rows.astype(np.float32))

    def _hash(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8"), digest_size=16, key=self._mark).digest()

    def _from_disk(self, hashes: Sequence[bytes]) -> dict[bytes, NDArray[np.float16]]:
        place = folder()
        if not hashes or place is None or not os.path.isfile(place / self._name):  # noqa: PTH113 - raises nothing
            return {}
        import sqlite3

        rows: list[tuple[bytes, bytes]] = []
        with suppress(sqlite3.Error), closing(self._opened(place)) as base:
            for start in range(0, len(hashes), _AT_ONCE):
                some = hashes[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows += base.execute(f"SELECT hash, vector FROM vectors WHERE hash IN ({marks})", some).fetchall()  # noqa: S608
        unpacked = {called: self._unpacked(packed) for called, packed in rows}
        return {called: vector for called, vector in unpacked.items() if vector is not None}

    def _to_disk(self, made: dict[bytes, NDArray[np.float16]]) -> None:
        place = folder()
        if place is None:
            return
        import sqlite3

        rows = [(called, _packed(vector)) for called, vector in made.items()]
        with suppress(OSError, sqlite3.OperationalError):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                self._write(place, rows)
            except sqlite3.OperationalError:
                raise  # held by another process, or nowhere to write: it is not kept this time
            except sqlite3.DatabaseError:
                (place / self._name).unlink(missing_ok=True)
                with suppress(sqlite3.Error):
                    self._write(place, rows)

    def _write(self, place: Path, rows: list[tuple[bytes, bytes]]) -> None:
        path = place / self._name
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(self._opened(place)) as base, base:
            base.execute(_TABLE)
            base.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            base.execute(_TRIM, (ON_DISK,))

    def _opened(self, place: Path) -> sqlite3.Connection:
        import sqlite3

        return sqlite3.connect(place / self._name, timeout=_WAIT)

    def _unpacked(self, packed: object) -> NDArray[np.float16] | None:
        if not isinstance(packed, bytes) or len(packed) != 4 + 2 * self._width:
            return None
        if zlib.crc32(packed[4:]).to_bytes(4, "little") != packed[:4]:
            return None
        return np.frombuffer(packed[4:], dtype="<f2").astype(np.float16)


def _packed(vector: NDArray[np.float16]) -> bytes:
    numbers = vector.astype("<f2").tobytes()
    return zlib.crc32(numbers).to_bytes(4, "little") + numbers
