"""An RTF file cut into braces, control words, escaped bytes and text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"\\(?:([A-Za-z]{1,32})(-?\d{1,10})? ?|'([0-9A-Fa-f]{2})|([^A-Za-z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)

# (kind, word or text, number): "{", "}", "word", "symbol", "byte" and "text".
Token = tuple[str, str, int | None]


def tokens(source: str) -> Iterator[Token]:
    r"""The tokens of a file that was decoded as Latin-1. The bytes that `\bin` announces are passed over."""
    at, end = 0, len(source)
    while at < end:
        found = _TOKEN.match(source, at)
        if found is None:  # a lone backslash, or \' without figures
            at += 1
            continue
        at = found.end()
        word, number, byte, symbol, brace, text = found.groups()
        if word is not None:
            value = int(number) if number else None
            if word == "bin":
                at += max(value or 0, 0)
            else:
                yield "word", word, value
        elif text is not None:
            yield "text", text, None
        elif brace is not None:
            yield brace, "", None
        elif byte is not None:
            yield "byte", chr(int(byte, 16)), None
        elif symbol is not None:
            yield "symbol", symbol, None
