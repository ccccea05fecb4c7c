"""The one normalisation of characters, for all formats: what looks the same on the page is the same in the text.

It runs before a Document exists, never after, so that every offset counts in the normalised text.
"""

from __future__ import annotations

import re
import unicodedata

_OUT = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_HYPHENS = "\u2010\u2011"
_PRIVATE = "\ue000-\uf8ff"
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# The Symbol and Wingdings fonts lie at U+F020-U+F0FF. Some of the signs are text or tick boxes, all others bullets.
_SYMBOLS = {
    "\uf020": " ",
    "\uf02d": "-",
    "\uf02a": "*",
    "\uf02b": "+",
    "\uf0be": "–",
    "\uf0e0": "→",
    "\uf0e8": "→",
    "\uf06f": "☐",
    "\uf0a8": "☐",
    "\uf0fd": "☒",
    "\uf0fe": "☑",
    "\uf078": "☒",
    "\uf052": "☑",
    "\uf0fc": "✓",
}
_ODD = re.compile(f"\r\n|[{_OUT}{_SPACES}{_BREAKS}{_HYPHENS}{_PRIVATE}\ufb00-\ufb06]")


def _plain(match: re.Match[str]) -> str:
    odd = match.group()
    if odd in _LIGATURES:
        return _LIGATURES[odd]
    if "\ue000" <= odd <= "\uf8ff":
        return _SYMBOLS.get(odd, "•")
    if odd == "\r\n" or odd in _BREAKS:
        return "\n"
    if odd in _HYPHENS:
        return "-"
    return " " if odd.isspace() else ""


def clean(text: str) -> str:
    r"""The text in NFC, with ordinary spaces, hyphens and line breaks, without characters that nobody sees.

    Soft hyphens, zero-width and control characters go; no-break and other odd spaces become " ", the no-break hyphen
    "-"; every kind of line break becomes "\n"; ligatures are resolved (ﬁ -> fi); private-use signs of the Symbol fonts
    become the plain sign, "•" where they are bullets. Tabs, and how many spaces there are, stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _ODD.sub(_plain, text))


_SPACES_IN_A_ROW = re.compile(r"[ ]{2,}")
_ROUND_BREAKS = re.compile(r" ?([\t\n]) ?")


def tidy(text: str) -> str:
    """A paragraph as its page shows it: `clean`, one space where there are many, none round its tabs and line breaks,
    nor at its ends.
    """
    text = clean(text)
    if "  " in text:
        text = _SPACES_IN_A_ROW.sub(" ", text)
    if "\t" in text or "\n" in text:
        text = _ROUND_BREAKS.sub(r"\1", text)
    return text.strip()
