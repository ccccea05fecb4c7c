"""Markdown within a line: the words without their marks."""

from __future__ import annotations

import html
import re

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\ue100-\ue17f]")
_CODE = re.compile(r"(`{1,3})(?!`)([^\n]{1,2000}?)(?<!`)\1(?!`)")
_STRUCK = re.compile(r"~~(?=[^\s~])([^~]{1,4000})~~|<(del|s|strike)>(.{0,4000}?)</\2>", re.IGNORECASE | re.DOTALL)
_IMAGE_OR_LINK = re.compile(
    r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]\((?:<[^>\n]{0,1000}>|[^()\s]{0,1000}(?:\([^()\s]{0,200}\))?)(?:[ \t]+[\"'][^\"'\n]{0,300}[\"'])?\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,100})\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,64}@[\w.-]{1,200})>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|center|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|section|small|span|strong|sub|summary|"
    r"sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)\b[^<>\n]{0,1000}>",
    re.IGNORECASE,
)
_EMPHASIS = (
    re.compile(
        r"(?<!\*)(\*{1,3})(?=[^\s*])([^*\n]{1,4000}?(?:\*{1,2}[^*\n]{1,2000}?\*{1,2}[^*\n]{0,2000}?)?)(?<=[^\s*])\1(?!\*)"
    ),
    re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,4000}?)(?<=[^\s_])\1(?![\w_])"),
)
_WHOLLY_BOLD = re.compile(r"(?:\*\*|__)(?=[^\s*_])(?:(?!\*\*|__).){1,400}(?:\*\*|__)[.:]?")
_MARKS = re.compile(r"[\\`*_~\[<&]")


def plain(text: str) -> str:
    """The words of a line of Markdown: no emphasis, links' addresses, tags or struck words; escapes and entities resolved."""
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
    for pattern in _EMPHASIS:
        for _ in range(3):
            text, count = pattern.subn(r"\2", text)
            if not count:
                break
    if "&" in text:
        text = html.unescape(text)
    return _HELD.sub(lambda found: chr(ord(found[0]) - 0xE100), text)


def _held(code: str) -> str:
    """Punctuation in code stands for itself: held out of the way of the other marks."""
    return "".join(chr(0xE100 + ord(sign)) if sign in "\\`*_~[]<>&|" else sign for sign in code)


def has_struck(text: str) -> bool:
    """Whether words in the line are struck out."""
    return _STRUCK.search(text) is not None


def is_bold(text: str) -> bool:
    """Whether the whole line is bold."""
    return _WHOLLY_BOLD.fullmatch(text.strip()) is not None
