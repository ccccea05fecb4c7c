"""The report's own words around its recommendations: the chapter that led to each, and its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.audit import alike
from checks.audit.asked import Asked
from ingest.document import BlockKind, Document

_PARAGRAPH = 80  # characters of a paragraph in running text
_MOST = 1_500  # paragraphs of a report that are compared


def contexts(report: Document, asked: Sequence[Asked], texts: Sequence[str]) -> list[str]:
    """For each recommendation the chapter of the report that led to it: where it is repeated, else the likest one."""
    chapters = _chapters(report)
    if not chapters:
        return [""] * len(texts)
    likeness = alike.Likeness.over(texts, [text for _, _, text in chapters])
    vectors = [likeness.vector(text) for _, _, text in chapters]
    found = []
    for each, text in zip(asked, texts, strict=True):
        places = [span.start for span in each.repeated] + ([] if each.listed else [each.span.start])
        chosen = next(
            (at for at, (first, last, _) in enumerate(chapters) if any(first <= place < last for place in places)), None
        )
        if chosen is None:
            own = likeness.vector(text)
            scores = [alike.cosine(own, vector) for vector in vectors]
            best = max(range(len(scores)), key=scores.__getitem__)
            chosen = best if scores[best] > 0.12 else None
        found.append(chapters[chosen][2][:6000] if chosen is not None else "")
    return found


def _chapters(report: Document) -> list[tuple[int, int, str]]:
    """The report's parts between headings, without summary, introduction and recommendations: start, end, text."""
    heads = [(place, block) for place, block in enumerate(report.blocks) if block.kind is BlockKind.HEADING]
    found = []
    for (_, block), following in zip(heads, [*heads[1:], None], strict=True):
        title = report.quote(block.span)
        end = following[1].span.start if following else len(report.text)
        if re.search(
            r"sammanfatt|rekommend|inledning|bakgrund|syfte|metod|innehåll|kriterier|revisionsfråg|avgräns",
            title,
            re.IGNORECASE,
        ):
            continue
        text = report.text[block.span.start : end]
        if len(text) > 150:
            found.append((block.span.start, end, text))
    return found


def paragraphs(report: Document, texts: Sequence[str]) -> list[str]:
    """The report's paragraphs in running text that are no recommendation themselves."""
    told = [
        " ".join(report.quote(block.span).split())
        for block in report.blocks
        if len(block.span) > _PARAGRAPH and not block.cells and block.kind is not BlockKind.CONTENTS
    ]
    return [text for text in dict.fromkeys(told) if text not in texts][:_MOST]
