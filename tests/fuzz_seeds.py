"""What the fuzz run begins with: a sample of every format, and the hostile files that are small."""

from __future__ import annotations

from pathlib import Path

import hostile
import test_canary as canary
from mails import outlook

_SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"
_FORMATS = Path(__file__).parent / "samples"
_ENDINGS = {"links_of_a_pdf": "pdf", "mail_with_pictures": "eml", "docx_with_entity": "docx", "markdown": "md"}


def seeds() -> dict[str, bytes]:
    """Files by their names."""
    found = {path.name: path.read_bytes() for path in _SAMPLES.iterdir() if path.suffix in (".md", ".docx", ".pdf")}
    found |= {path.name: path.read_bytes() for path in _FORMATS.rglob("*") if path.suffix not in (".expected", ".py")}
    for make in canary.MAKERS:
        name = make.__name__
        found[f"{name}.{_ENDINGS.get(name, name)}"] = make("bild.png")
    found |= {name: data for name, data in hostile.files().items() if 0 < len(data) < 60_000}
    found |= hostile.texts()
    found["b.msg"] = outlook({0x0037: "Avtal", 0x1000: hostile.CONTRACT}, (("a.txt", hostile.CONTRACT.encode()),))
    found["tabell.csv"] = "Krav;Vite\nTid;10 000 kronor\nKvalitet;5 000 kronor\n".encode("cp1252")
    return found
