"""What a page holds and does not show: `hidden`, `display: none` at the element, or by a rule of its style sheets.

Of style sheets only plain selectors are read (`p`, `.x`, `#x`, `p.x`), and none within `@media`.
"""

from __future__ import annotations

import re

from lxml import etree

_HIDDEN = re.compile(
    r"(?:^|[;{\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all)",
    re.I,
)
_SHOWN = re.compile(r"(?:^|[;{\s])display\s{0,9}:\s{0,9}(?!none)[a-z]", re.I)
_RULE = re.compile(r"[{}]")
_SELECTOR = re.compile(r"([a-z][a-z0-9]{0,20})?(?:([.#])([\w-]{1,80}))?$", re.I)
_LONGEST = 200_000  # characters of style sheets that are looked at


class Hiding:
    """Tells which elements of a page are hidden."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: set[tuple[str, str, str]] = set()
        sheets = ("".join(str(piece) for piece in element.itertext()) for element in root.iter("style"))
        for selector in _hiding_selectors("\n".join(sheets)[:_LONGEST]):
            found = _SELECTOR.match(selector)
            if found and (found[1] or found[3]):
                self._rules.add(((found[1] or "").lower(), found[2] or "", found[3] or ""))

    def __call__(self, element: etree._Element) -> bool:
        """Whether an element, with all in it, is not shown."""
        own = element.get("style", "")
        if element.get("hidden") is not None or (own and _HIDDEN.search(own)):
            return True
        if not self._rules or (own and _SHOWN.search(own)):
            return False
        tag = str(element.tag)
        marks = [(".", name) for name in element.get("class", "").split()] + [("#", element.get("id", "")), ("", "")]
        return any((name, sign, mark) in self._rules for sign, mark in marks for name in ("", tag))


def _hiding_selectors(sheet: str) -> list[str]:
    """The selectors of the rules, outside of at-rules, that hide."""
    sheet = _without_comments(sheet)
    found: list[str] = []
    depth = at = 0
    selector = ""
    for brace in _RULE.finditer(sheet):
        inner = sheet[at : brace.start()]
        at = brace.end()
        if brace.group() == "{":
            selector = inner.rpartition(";")[2].strip() if depth == 0 else ""
            depth += 1
            continue
        if depth == 1 and selector and not selector.startswith("@") and _HIDDEN.search(inner):
            found += [each.strip() for each in selector.split(",")]
        depth, selector = max(0, depth - 1), ""
    return found


def _without_comments(sheet: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := sheet.find("/*", at)) >= 0:
        parts.append(sheet[at:start])
        end = sheet.find("*/", start + 2)
        if end < 0:  # the rest is a comment
            return "".join(parts)
        at = end + 2
    return "".join([*parts, sheet[at:]]).replace("<!--", " ").replace("-->", " ")
