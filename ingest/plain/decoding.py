"""Bytes to text: UTF-8, UTF-16 and UTF-32 with and without a byte order mark, else one of the older encodings.

Lines of a file that was put together from two are decoded each for itself; letters that were decoded wrongly before
the file was written ("LeverantÃ¶ren") are put right.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Windows, DOS and the old Macintosh wrote Swedish letters as.
_OLDER = ("cp1252", "cp850", "mac_roman")
_LETTERS = re.compile("(?<=[a-zåäö])[åäö]|[åäöÅÄÖ](?=[a-zåäö])")
_SURE = 3  # more of its letters than of Windows' must stand in words for an older encoding
_TWICE = re.compile("Ã[¤¥¶„…–©]")
_GAP = re.compile(r"\n{5,}")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decoded(data: bytes) -> str | None:
    """The text of `data`, or None where it is no text (more than one control character in a hundred)."""
    text = _decoded(data)
    if text is None:
        return None
    controls = len(_CONTROL.findall(text[:100_000]))
    return None if controls * 100 > min(len(text), 100_000) + 200 else text


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return None if text.count("\ufffd") * 100 > len(text) + 100 else text
    wide = _without_mark(data)
    if wide:
        return wide
    try:
        return _put_right(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.start > 200:
            return data.decode("utf-8", errors="ignore")
    if b"\x00" in data[:4096]:
        return None
    return _older(data)


def _older(data: bytes) -> str:
    """Text in an encoding of one byte a letter; lines that are UTF-8 are read as that."""
    sample = data[:200_000]
    found = {code: len(_LETTERS.findall(sample.decode(code, errors="replace"))) for code in _OLDER}
    best = max(_OLDER, key=lambda each: found[each])
    code = best if found[best] >= found["cp1252"] + _SURE else "cp1252"
    if not any(letter in sample for letter in (b"\xc3\xa5", b"\xc3\xa4", b"\xc3\xb6")):
        return data.decode(code, errors="replace").replace("\ufffd", "")
    return "\n".join(_line(line, code) for line in data.split(b"\n"))


def _line(line: bytes, code: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(code, errors="replace").replace("\ufffd", "")


def _put_right(text: str) -> str:
    """The text, decoded once more where all its Swedish letters had been taken for two letters each."""
    if "Ã" not in text or len(_TWICE.findall(text)) < 3 or "å" in text or "ä" in text or "ö" in text:
        return text
    for code in ("cp1252", "latin-1"):
        with suppress(UnicodeEncodeError, UnicodeDecodeError):
            return text.encode(code).decode("utf-8")
    return text


def without_wide_gaps(text: str) -> str:
    """The text with at most four line breaks in a row: more say nothing more, and a file may hold a million."""
    return _GAP.sub("\n\n\n\n", text)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 and UTF-32 without a mark show in where the zero bytes stand: Swedish letters lie below U+0100."""
    sample = data[:2000]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    for width, encodings in ((4, ("utf-32-le", "utf-32-be")), (2, ("utf-16-le", "utf-16-be"))):
        units = len(sample) // width
        for encoding, zero in zip(encodings, (width - 1, 0), strict=True):
            if (
                sample[zero::width].count(0) >= units * 0.8
                and sample[width - 1 - zero :: width].count(0) <= units * 0.2
            ):
                try:
                    return data[: len(data) // width * width].decode(encoding)
                except UnicodeDecodeError:
                    continue
    return None
