"""The marks of Markdown around the text: by which it is told from plain text, and what they part it into."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}(?:(?:\d{1,3}[.)]|[-*+])[ \t]+)?#{1,6}[ \t]+\S", re.MULTILINE)
_BOLD = re.compile(r"(?<!\*)\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?!\*)")
_LINK = re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?://|#|\.{0,2}/|mailto:|[\w-]+\.)[^)\s]{0,500}\)")
_TABLE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|?)+[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,400}~~")
_CELL = re.compile(r"(?<!\\)\|")
_LONGEST_FRONT = 60
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


def without_comments(text: str) -> tuple[str, int]:
    """The text without <!-- comments -->, and how many there were. One that is never closed is text."""
    parts: list[str] = []
    at = count = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[at:start])
        at, count = end + 3, count + 1
    return "".join([*parts, text[at:]]), count


def front_matter(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines between "---" and "---" at the top where each is a key and its value, and the lines after them."""
    if lines and lines[0].strip() == "---":
        for end in range(1, min(len(lines), _LONGEST_FRONT)):
            if lines[end].strip() in ("---", "..."):
                if all(":" in line or not line.strip() for line in lines[1:end]):
                    return lines[1:end], lines[end + 1 :]
                break
    return [], lines


def row_cells(line: str) -> list[str]:
    """The cells of a table's line, as they stand; an escaped pipe parts none."""
    bare = line.strip().removeprefix("|")
    return _CELL.split(bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare)
