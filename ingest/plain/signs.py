"""The marks by which Markdown is told from plain text."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*_])(\*\*|__)(?=[^\s*_])[^*_\n]{1,200}(?<=[^\s*_])\1(?![\w*_])")
_LINK = re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?://|#|\.{0,2}/|mailto:|[\w-]+\.)[^)\s]{0,500}\)")
_TABLE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|?)+[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,400}~~")
_ESCAPE = re.compile(r"\\[()\[\].*_#+\-]")
_QUOTE = re.compile(r"^ {0,3}>[ \t]+\S", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether the text is marked up as Markdown: by a heading, a table or a fence, or two other marks."""
    if _HEADING.search(text) or _TABLE.search(text):
        return True
    if len(_FENCE.findall(text)) >= 2:
        return True
    marks = sum(bool(pattern.search(text)) for pattern in (_BOLD, _LINK, _STRUCK, _ESCAPE, _QUOTE))
    return marks >= 2 or len(_BOLD.findall(text)) >= 2 or bool(_STRUCK.search(text)) or bool(_LINK.search(text))
