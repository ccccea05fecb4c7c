"""A report made light enough to be sent from the process that read the file: with what its readers ask of the
document, and no more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from checks.bundle import BundleReport
from checks.bundle_joining import home
from checks.finding import ContractReport
from ingest.document import RUNNING, Block, BlockKind, Box, Document, Span

_SHOWN = RUNNING | {BlockKind.HEADING}


class Known:
    """Where some spans stand, looked up: the file itself need not be opened again."""

    def __init__(self, boxes: dict[Span, tuple[Box, ...]]) -> None:
        self._boxes = boxes

    def __call__(self, span: Span) -> tuple[Box, ...]:
        """The boxes of a span that was asked for when the report was made."""
        return self._boxes.get(span, ())


def carried(report: ContractReport, *, boxes: bool) -> ContractReport:
    """The report with a document that has the text, the pages, the ledger, and the blocks around what is quoted.

    With `boxes` the document knows where the evidence stands, for which their pages are opened once more.
    """
    spans = sorted({each.span for finding in report.findings for each in finding.evidence})
    found = dict(zip(spans, report.document.all_boxes(spans), strict=True)) if boxes else {}
    return replace(report, document=light(report.document, _around(report.document, spans), Known(found)))


def carried_bundle(report: BundleReport, *, boxes: bool) -> BundleReport:
    """The report of several files, each file's document as light as `carried` makes that of one."""
    quoted: dict[int, list[Span]] = {}
    for span in sorted({each.span for finding in report.findings for each in finding.evidence}):
        place, own = home(report.starts, span)
        quoted.setdefault(place, []).append(own)
    files = []
    for place, file in enumerate(report.files):
        spans = quoted.get(place, [])
        found = dict(zip(spans, file.document.all_boxes(spans), strict=True)) if boxes else {}
        files.append(replace(file, document=light(file.document, _around(file.document, spans), Known(found))))
    return replace(report, document=light(report.document), files=tuple(files))


def light(document: Document, blocks: tuple[Block, ...] = (), locate: Known | None = None) -> Document:
    """The document without its statements and sections, and with these blocks only; its other view likewise."""
    rejected = light(document.rejected) if document.rejected else None
    where = locate or Known({})
    return replace(document, blocks=blocks, sections=(), statements=(), rejected=rejected, locate=where)


def _around(document: Document, spans: list[Span]) -> tuple[Block, ...]:
    """The blocks that a reader sees around the spans: those they stand in, one before and one after."""
    shown = [block for block in document.blocks if block.kind in _SHOWN]
    kept: set[int] = set()
    for span in spans:
        first = bisect_right(shown, span.start, key=lambda block: block.span.end)
        last = bisect_left(shown, span.end, key=lambda block: block.span.start)
        kept.update(range(max(first - 1, 0), min(last + 1, len(shown))))
    return tuple(shown[place] for place in sorted(kept))
