"""Files imported into a document (altChunk): plain text, HTML and Word are read; others, and subdocuments, are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree, html

from ingest.characters import clean
from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.errors import UnreadableDocument
from ingest.word.names import R, W

if TYPE_CHECKING:
    from ingest.word.walker import Walker

DEEPEST = 2
_UNREAD = "en annan fil är infogad här och kan inte läsas; öppna dokumentet i Word och spara det på nytt"
_BLOCKS = {"p", "div", "li", "tr", "table", "ul", "ol", "br", "blockquote", "pre", "section"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "head", "title", "template"}


def read(walker: Walker, element: etree._Element) -> list[Draft]:
    """The drafts of an imported file; where it cannot be read, the walk's account says so."""
    key = element.get(f"{R}id", "")
    target = walker.source.package.relations(walker.part).get(key)
    name = key if target is None else target.target
    if target is None or target.outside or element.tag == f"{W}subDoc" or not walker.source.package.holds(name):
        walker.account.unread[name or "altChunk"] = _UNREAD
        return []
    if name in walker.account.read or name in walker.account.unread:  # once, however often it is pointed to
        return []
    try:
        drafts = _drafts(walker, name)
    except UnreadableDocument:
        drafts = None
    if drafts is None:
        walker.account.unread[name] = _UNREAD
        return []
    walker.account.read.add(name)
    return drafts


def _drafts(walker: Walker, name: str) -> list[Draft] | None:
    from ingest.word.source import Account, Source
    from ingest.word.stories import body  # the two call one another

    data = walker.source.package.bytes_of(name)
    if data.startswith(b"PK"):
        if walker.source.depth >= DEEPEST:
            return None
        inner = Account()
        drafts = body(Source(data, walker.source.depth + 1), walker.view, inner)
        walker.account.absorb(inner, name)
        return drafts
    if data.startswith(b"{\\rtf") or b"MIME-Version" in data[:400]:
        return None
    text = _decoded(data)
    if text is None:
        return None
    lines = _html_lines(text) if "<" in text[:2000] else [(line, 0) for line in text.splitlines()]
    return [
        Draft(line, BlockKind.HEADING if level else None, level=level or None)
        for line, level in ((" ".join(clean(raw).split()), level) for raw, level in lines)
        if line
    ]


def _decoded(data: bytes) -> str | None:
    codes = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for code in codes:
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            continue
    return None


def _html_lines(text: str) -> list[tuple[str, int]]:
    """The lines of an HTML text and their heading level, 0 for none."""
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return []
    lines: list[tuple[str, int]] = [("", 0)]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str) or any(outer.tag in _SILENT for outer in element.iterancestors()):
            continue
        level = int(element.tag[1]) if element.tag in _HEADINGS else 0
        if element.tag in _BLOCKS | _HEADINGS:
            lines.append(("", level if event == "start" else 0))
        added = (
            element.text if event == "start" and element.tag not in _SILENT else element.tail if event == "end" else ""
        )
        lines[-1] = (lines[-1][0] + (added or ""), lines[-1][1])
        if event == "end" and element.tag in ("td", "th"):
            lines[-1] = (lines[-1][0] + " ", lines[-1][1])
    return lines
