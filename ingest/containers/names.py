"""Names of files within containers: harmless as paths, and each used once."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST = 240  # characters
_JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
_JUNK_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information"})


def harmless(name: str) -> str:
    """A path within a container as a plain path below it: nothing above, absolute or unseen."""
    steps = _DRIVE.sub("", name.replace("\\", "/").replace("\0", "")).split("/")
    kept = "/".join(step for step in steps if step.strip() and step not in (".", ".."))
    return unicodedata.normalize("NFC", kept)[-_LONGEST:] or "namnlös"


def is_junk(name: str) -> bool:
    """Whether a file is hidden, a program's own, or the mark of an open document: nobody's document."""
    steps = [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]
    if any(step.lower() in _JUNK_FOLDERS for step in steps[:-1]):
        return True
    if any(step.startswith(".") for step in steps):
        return True
    last = steps[-1].lower() if steps else ""
    return last in _JUNK_NAMES or last.startswith("~$") or last.startswith(".~lock")


class Names:
    """Gives each name once: the second "avtal.pdf" is "avtal (2).pdf"."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def harmless(self, name: str) -> str:
        """The name made harmless, and another where it is taken."""
        plain = path = harmless(name)
        number = 2
        while path in self._given:
            parts = PurePosixPath(plain)
            path = str(parts.with_name(f"{parts.stem} ({number}){parts.suffix}"))
            number += 1
        self._given.add(path)
        return path
