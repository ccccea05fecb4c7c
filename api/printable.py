"""Text by others made safe to print: nothing in a file's name or words may steer a terminal or break a line."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """`text` with characters that cannot be seen as escapes (`\\x1b`); line breaks and tabs stay."""
    if text.isprintable():
        return text
    return "".join(_seen(sign, "\n\t") for sign in text)


def one_line(text: str) -> str:
    """`text` on one line: as `visible`, with line breaks and tabs as escapes too."""
    if text.isprintable():
        return text
    return "".join(_seen(sign, "") for sign in text)


def encodable(text: str) -> str:
    """`text` with bytes of a file name that are no UTF-8 as U+FFFD, one for one, so that offsets hold."""
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


def _seen(sign: str, kept: str) -> str:
    if sign in kept or unicodedata.category(sign) not in _HIDDEN:
        return sign
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    return sign.encode("unicode_escape").decode("ascii")
