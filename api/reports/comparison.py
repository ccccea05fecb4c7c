"""A comparison of two versions: for a person at a terminal, and as one object of JSON."""

from __future__ import annotations

import json
from typing import Any

from api.printable import encodable, one_line
from api.tongue import Tongue
from checks.comparison import Change, Compared, Comparison, Quote
from ingest.document import Document

_WORDS = {
    Change.WORSE: "Sämre i den nya",
    Change.BETTER: "Bättre i den nya",
    Change.DEEPER: "Djupare i den nya",
    Change.THINNER: "Tunnare i den nya",
}
_QUOTED = 200
_SWEDISH = Tongue("sv")


def answer(comparison: Comparison) -> str:
    """The whole answer as one sentence."""
    noun = "ämnen" if comparison.kind == "guideline" else "krav"
    better, worse = len(comparison.of(Change.BETTER)), len(comparison.of(Change.WORSE))
    number = _SWEDISH.number
    return (
        f"Av {len(comparison.rows)} {noun} är {number(better)} bättre och {number(worse)} sämre i den nya versionen; "
        f"{number(len(comparison.rows) - better - worse)} har samma utfall."
    )


def render(comparison: Comparison) -> str:
    """The comparison as text: the answer, then what changed, worst first."""
    names = f"{one_line(comparison.old.name)} mot {one_line(comparison.new.name)}"
    lines = [answer(comparison), names]
    for change, heading in _WORDS.items():
        rows = comparison.of(change)
        if rows:
            lines += ["", heading]
            for row in rows:
                lines += [f"- {one_line(row.sentence)}", *_quotes(comparison, row)]
    return "\n".join(lines) + "\n"


def _quotes(comparison: Comparison, row: Compared) -> list[str]:
    return [
        f"    {word}: ”{_short(document, quote)}”"
        for word, document, quote in (
            ("Gamla", comparison.old, row.before),
            ("Nya", comparison.new, row.after),
        )
        if quote is not None
    ]


def _short(document: Document, quote: Quote) -> str:
    words = one_line(" ".join(document.quote(quote.span).split()))
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1].rstrip()}…"


def line(comparison: Comparison) -> str:
    """The comparison on one line of JSON that ends with a line break."""
    shape = {
        "version": 1,
        "kind": comparison.kind,
        "old": {"name": comparison.old.name, "sha256": comparison.old.sha256},
        "new": {"name": comparison.new.name, "sha256": comparison.new.sha256},
        "answer": answer(comparison),
        "rows": [
            {
                "id": row.id,
                "title": row.title,
                "old": row.old,
                "new": row.new,
                "change": row.change.value,
                "sentence": row.sentence,
                "before": _shape(comparison.old, row.before),
                "after": _shape(comparison.new, row.after),
            }
            for row in comparison.rows
        ],
    }
    return encodable(json.dumps(shape, ensure_ascii=False)) + "\n"


def _shape(document: Document, quote: Quote | None) -> dict[str, Any] | None:
    if quote is None:
        return None
    return {
        "quote": document.quote(quote.span),
        "section": quote.section,
        "page": quote.page,
        "start": quote.span.start,
        "end": quote.span.end,
    }
