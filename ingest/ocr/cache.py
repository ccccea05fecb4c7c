"""Results kept by the image's hash, so that a page is read once: in the user's cache folder, for this user only.

A name is a hash and says nothing of the page; an entry that cannot be used is passed over. KLAUSUL_OCR_CACHE=off turns
it off.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from PIL import Image

from ingest.ocr.recognised import Recognition, Stretch

VARIABLE = "KLAUSUL_OCR_CACHE"
# Raised when what is kept, or how an image is read, changes.
_EDITION = "9"


def folder() -> Path | None:
    """Where results are kept; None where they are not to be kept."""
    if os.environ.get(VARIABLE, "").strip().lower() == "off":
        return None
    home = os.environ.get("XDG_CACHE_HOME", "")
    with suppress(RuntimeError):
        return (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "klausul" / "ocr"
    return None


def name(image: Image.Image, dpi: float, engine: str) -> str:
    """The name under which an image's result is kept."""
    hashed = hashlib.sha256(f"{_EDITION} {engine} {image.size} {image.mode} {dpi:.0f}".encode())
    hashed.update(image.tobytes())
    return hashed.hexdigest() + ".json"


def kept(called: str) -> Recognition | None:
    """The result kept under a name, or None."""
    place = folder()
    if place is None:
        return None
    try:
        found = json.loads((place / called).read_text(encoding="utf-8"))
        stretches = [Stretch(**stretch) for stretch in found.pop("stretches")]
        made = Recognition(stretches=stretches, **found)
        return made if all(len(one.edges) == len(one.text) + 1 for one in stretches) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def keep(called: str, made: Recognition) -> None:
    """Keeps a result; where the folder cannot be written, nothing is kept."""
    place = folder()
    if place is None:
        return
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=place, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(made), file, ensure_ascii=False, default=float)
            Path(path).replace(place / called)
        except (OSError, ValueError):
            Path(path).unlink(missing_ok=True)
