"""Every format has a sample, and every sample its expected Document beside it.

KLAUSUL_REWRITE_SAMPLES=1 writes what is expected anew from what is read; the test fails while that is set.
"""

from __future__ import annotations

import os
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest

import ingest
import ingest.formats
from ingest import libreoffice
from ingest.containers import kind
from ingest.document import Document
from ingest.errors import UnknownFormat

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix not in (".py", ".expected"))
BY_LIBREOFFICE = {".doc", ".ppt", ".xls"}
REWRITE = "KLAUSUL_REWRITE_SAMPLES"
CONTRACTS = [path for path in FILES if path.stem == "contract" and path.suffix not in (".txt", ".md", ".png")]


def told(document: Document) -> str:
    """A Document as lines that can be read and compared."""
    lines = [
        f"{block.kind} {block.level} [{block.number}] {document.quote(block.span)!r}"
        + (f" cells {len(block.cells)}" if block.cells else "")
        + (f" page {block.page}" if block.page else "")
        for block in document.blocks
    ]
    lines += [f"section {each.level} [{each.number}] {each.title!r}" for each in document.sections]
    lines += [f"{part.fate}: {part.name}{part.why and ': '}{part.why}" for part in document.ledger.parts]
    lines.append(f"complete: {document.ledger.complete}, comments: {document.ledger.comments}")
    return "\n".join(lines) + "\n"


def test_every_format_has_a_sample() -> None:
    formats = {module.name for module in pkgutil.iter_modules(ingest.formats.__path__)}
    assert formats == {kind(path.read_bytes()) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_is_read_as_expected(path: Path) -> None:
    expected = path.with_name(f"{path.name}.expected")
    if path.suffix in BY_LIBREOFFICE and libreoffice.program() is None:
        with pytest.raises(UnknownFormat, match="installera LibreOffice"):
            ingest.read(path)
        return
    read = told(ingest.read(path))
    if os.environ.get(REWRITE):
        expected.write_text(read, encoding="utf-8")
        pytest.fail(f"{expected.name} was written anew: look at it, then run again without {REWRITE}")
    if path.suffix in BY_LIBREOFFICE | {".png"}:  # another version of the program may part blocks in another way
        assert words(read) == words(expected.read_text(encoding="utf-8"))
    else:
        assert read == expected.read_text(encoding="utf-8")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.name)
def test_the_same_contract_is_the_same_in_every_format(path: Path) -> None:
    """At least 98 of 100 words of the Word file, its automatic numbers included."""
    if path.suffix in BY_LIBREOFFICE and libreoffice.program() is None:
        return  # tested above: it is refused with a clear word
    best = words(ingest.read(SAMPLES / "contract.docx").text)
    missing = best - words(ingest.read(path).text)
    assert missing.total() <= best.total() * 0.02, missing
