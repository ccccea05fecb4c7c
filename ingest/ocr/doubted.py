"""A page whose own text is in doubt: which is taken, that text or what was read from the page's image."""

from __future__ import annotations

from dataclasses import replace

from ingest.ocr.words import share_known
from ingest.pdf.legible import SHIFTED, SPARSE
from ingest.pdf.sheets import Sheet

# So much more of the one must be words, or so many times its length.
_MORE_WORDS = 0.04
_LONGER = 1.5


def better(written: Sheet, found: Sheet) -> Sheet:
    """The sheet to go on with, and in its `why` what was the matter. Where only the doubted text is to be had, it is
    kept as far as it can be text, with its share of known words as its confidence.
    """
    if found.source == "ocr":
        return replace(found, why=written.doubt) if _is_better(written, found) else written
    if found.source == "empty" or written.doubt == SPARSE:
        # Stamped text over a picture: what else the picture shows is not known where it could not be read.
        return written if found.source == "empty" else replace(written, confidence=0.0, why=_unsure(written, found))
    if written.doubt == SHIFTED:
        return replace(found, why=f"{written.doubt}: {found.why}")
    return replace(written, confidence=share_known(written.text), why=_unsure(written, found))


def _is_better(written: Sheet, found: Sheet) -> bool:
    if written.doubt == SPARSE:
        return len(found.text) > _LONGER * len(written.text)
    return share_known(found.text) > share_known(written.text) + _MORE_WORDS


def _unsure(written: Sheet, found: Sheet) -> str:
    return f"{written.doubt}: {found.why}"
