"""Bytes to text: UTF-8, UTF-16 and UTF-32 with and without a byte order mark, else Windows-1252."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decoded(data: bytes) -> str | None:
    """The text of `data`, or None where it is no text (more than one control character in two hundred)."""
    text = _decoded(data)
    if text is None:
        return None
    controls = len(_CONTROL.findall(text[:100_000]))
    return None if controls * 200 > min(len(text), 100_000) + 200 else text


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return data.decode(encoding, errors="replace") if encoding == "utf-8-sig" else None
    wide = _without_mark(data)
    if wide:
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.start > 200:
            return data.decode("utf-8", errors="ignore")
    if b"\x00" in data[:4096]:
        return None
    return data.decode("cp1252", errors="replace").replace("\ufffd", "")


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
