"""Markdown within a line: the words without their marks."""

from __future__ import annotations

import html
import re

from ingest.numbers import label

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\ue100-\ue17f]")
_CODE = re.compile(r"(`{1,3})(?!`)([^\n]{1,2000}?)(?<!`)\1(?!`)")
_STRUCK = re.compile(r"~~(?=[^\s~])([^~]{1,4000})~~|<(del|s|strike)>(.{0,4000}?)</\2>", re.IGNORECASE | re.DOTALL)
_IMAGE_OR_LINK = re.compile(
    r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]\((?:<[^>\n]{0,1000}>|"
    r"[^()\s]{0,1000}(?:\([^()\s]{0,200}\))?)(?:[ \t]+[\"'][^\"'\n]{0,300}[\"'])?\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,100})\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,64}@[\w.-]{1,200})>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|center|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|"
    r"mark|ol|p|pre|q|section|small|span|strong|sub|summary|"
    r"sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)\b[^<>\n]{0,1000}>",
    re.IGNORECASE,
)
_RUN = re.compile(r"\*+|_+")
_WHOLLY_BOLD = re.compile(r"(?:\*\*|__)(?=[^\s*_])(?:(?!\*\*|__).){1,400}(?:\*\*|__)[.:]?")
_SET_OFF = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,200})(?<=\S)\1(?=[\s.:]|$)")
_MARKS = re.compile(r"[\\`*_~\[<&]")


def plain(text: str) -> str:
    """The words of a line of Markdown: no emphasis, links' addresses, tags or struck words; escapes and entities
    resolved.
    """
    if not _MARKS.search(text):
        return text
    text = _ESCAPED.sub(lambda found: chr(0xE100 + ord(found[1])), text)
    text = _CODE.sub(lambda found: _held(found[2].strip()), text)
    text = _STRUCK.sub("", text)
    text = _IMAGE_OR_LINK.sub(r"\1", text)
    text = _REFERENCE.sub(lambda found: found[1] if found[2] or "Bilaga" not in found[1] else found[0], text)
    text = _FOOTNOTE.sub("", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub(" ", text))
    if "*" in text or "_" in text:
        text = _without_emphasis(text)
    if "&" in text:
        text = html.unescape(text)
    return _HELD.sub(lambda found: chr(ord(found[0]) - 0xE100), text)


def _without_emphasis(text: str) -> str:
    """The text without the stars and underscores that stand in pairs around words; others ("10 * 3", "____") stay."""
    out: set[int] = set()
    openers: list[tuple[str, int, int]] = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        inside = bool(before) and (before.isalnum() or before == "_") and (after.isalnum() or after == "_")
        if end - start > 3 or (inside and (run[0][0] == "_" or end - start == 1)):
            continue
        if before and not before.isspace():
            start = _closed(openers, text[start], start, end, out)
        if start < end and after and not after.isspace():
            openers = [*openers[-30:], (text[start], start, end)]
    return "".join(sign for place, sign in enumerate(text) if place not in out) if out else text


def _closed(openers: list[tuple[str, int, int]], sign: str, start: int, end: int, out: set[int]) -> int:
    """Pairs a closing run with the nearest openers of its sign; gives where what is left of the run begins."""
    while start < end:
        place = next((at for at in range(len(openers) - 1, -1, -1) if openers[at][0] == sign), None)
        if place is None:
            break
        _, first, last = openers[place]
        count = min(last - first, end - start)
        out.update(range(last - count, last), range(start, start + count))
        start += count
        del openers[place:]
        if last - count > first:
            openers.append((sign, first, last - count))
    return start


def _held(code: str) -> str:
    """Punctuation in code stands for itself: held out of the way of the other marks."""
    return "".join(chr(0xE100 + ord(sign)) if sign in "\\`*_~[]<>&|" else sign for sign in code)


def has_struck(text: str) -> bool:
    """Whether words in the line are struck out."""
    return _STRUCK.search(text) is not None


def lead(text: str) -> int:
    """How many characters of a line's words stand before the end of the bold or italic ones that it begins with; a
    number or a box may stand before these. 0 where there are none.
    """
    number = label(text)
    found = _SET_OFF.match(text, number.end if number else 0)
    return len(" ".join(plain(text[: found.end()]).split())) if found else 0


def is_bold(text: str) -> bool:
    """Whether the whole line is bold."""
    return _WHOLLY_BOLD.fullmatch(text.strip()) is not None
