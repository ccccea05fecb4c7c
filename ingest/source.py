"""A file's bytes, with the limits that keep a strange path or a huge file from hurting."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ingest.errors import EmptyFile, NotAFile, TooLarge

LARGEST = 200 * 1024 * 1024


def content(source: Path | bytes) -> bytes:
    """The bytes of `source`. Raises NotAFile, EmptyFile or TooLarge; never opens a pipe or a device in a way that
    waits.
    """
    data = source if isinstance(source, bytes) else _file(Path(source))
    if len(data) > LARGEST:
        raise TooLarge(f"filen är större än {LARGEST // 2**20} MB", "dela upp den i mindre filer")
    if not data:
        raise EmptyFile("filen är tom", "kontrollera att rätt fil valdes")
    return data


def _file(path: Path) -> bytes:
    try:
        # Not to wait for a pipe's other end; what is opened is looked at, so that nothing can be exchanged in between.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise NotAFile("filen finns inte", "kontrollera namn och mapp") from None
    except IsADirectoryError:
        raise NotAFile("det är en mapp, ingen fil", "ange filerna i den") from None
    except PermissionError:
        raise _unopened(path) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "ogiltigt namn"
        raise NotAFile(f"filen gick inte att öppna ({reason})", "kontrollera namn och mapp") from None
    try:
        return _read(descriptor)
    except OSError as error:
        raise NotAFile(f"filen gick inte att läsa ({error.strerror})", "försök igen eller kopiera den") from None
    finally:
        os.close(descriptor)


def _read(descriptor: int) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise NotAFile("det är en mapp, ingen fil", "ange filerna i den")
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile("det är ingen vanlig fil utan ett rör eller en enhet", "spara innehållet som en fil")
    if status.st_size > LARGEST:
        raise TooLarge(f"filen är större än {LARGEST // 2**20} MB", "dela upp den i mindre filer")
    parts: list[bytes] = []
    left = LARGEST + 1
    while left > 0 and (part := os.read(descriptor, min(left, 2**24))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _unopened(path: Path) -> NotAFile:
    if path.is_dir():
        return NotAFile("det är en mapp, ingen fil", "ange filerna i den")
    return NotAFile("filen får inte öppnas", "ge läsrätt till den")
