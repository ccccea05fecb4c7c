"""The marks by which Markdown is told from plain text."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_BOLD = re.compile(r"(?<!\*)\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?!\*)")
_LINK = re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?://|#|\.{0,2}/|mailto:|[\w-]+\.)[^)\s]{0,500}\)")
_TABLE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|?)+[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,400}~~")
_ESCAPE = re.compile(r"\\[()\[\].*_#+\-]")


def is_markdown(text: str) -> bool:
    """Whether the text is marked up as Markdown: by a heading, a table, a fence, bold, struck or linked words."""
    if "#" in text and _HEADING.search(text):
        return True
    if "|" in text and _TABLE.search(text):
        return True
    if "**" in text and _BOLD.search(text):
        return True
    if "](" in text and _LINK.search(text):
        return True
    if "~~" in text and (_STRUCK.search(text) or len(_FENCE.findall(text)) >= 2):
        return True
    if "```" in text and len(_FENCE.findall(text)) >= 2:
        return True
    return "\\" in text and len(_ESCAPE.findall(text)) >= 2
