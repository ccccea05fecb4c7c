"""Mutants that move a clause and leave its meaning: to a table, a list, an appendix, a footnote, a text box, over a
page break. The status must stay as it is.
"""

from __future__ import annotations

import re
import textwrap

from corpora.mutation.clause import Clause
from corpora.mutation.mutants import chosen
from corpora.mutation.remade import Moved, pdf_file, scanned_file, word_file
from corpora.mutation.source import Edit, NotMade
from corpora.mutation.surroundings import amending, blocks, dependents, words
from ingest.document import Block, BlockKind
from ingest.ocr.engines import engine
from ingest.ocr.recognised import OcrUnavailable

_MOVABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_HEADS = (("Nr", "Villkor"), ("Punkt", "Krav"), ("Nr", "Bestämmelse"))
_LEADS = ("Följande gäller:", "Följande villkor gäller:", "Parterna är överens om följande:")
_APPENDIX = re.compile(r"\bbilaga (\d{1,2})\b", re.I)
_BOX = re.compile(r"[\[\]☐☒☑□]")


def movable(clause: Clause) -> list[Block]:
    """The blocks that give the clause and can stand elsewhere: its core's, and other quoted ones that are whole text.

    Raises NotMade where the core stands in a table or a list that completes an introduction, or introduces one itself.
    """
    if amending(clause):
        raise NotMade("villkoret står i ett tillägg")
    found = []
    for block in blocks(clause, clause.quoted):
        if _stands_alone(clause, block):
            found.append(block)
        elif block in blocks(clause, clause.core):
            raise NotMade("satsen hör ihop med en lista eller tabell")
    return found


def _stands_alone(clause: Clause, block: Block) -> bool:
    document = clause.source.document
    inside = [at for at, each in enumerate(document.statements) if block.span.holds(each.span)]
    return (
        block.kind in _MOVABLE
        and not any(document.statements[at].lead_in or dependents(clause, at) for at in inside)
        and not _BOX.search(document.quote(block.span))
        and not document.quote(block.span).rstrip().endswith(":")
    )


def to_table(clause: Clause) -> str:
    """Each block's sentences as the rows of a table in its place."""
    heads = _HEADS[len(clause.key) % len(_HEADS)]
    edits: list[Edit] = []
    for block in movable(clause):
        place = clause.source.place(words(clause, block))
        rows = [heads, *((str(at), said) for at, said in enumerate(_sentences(clause, block), 1))]
        table = _piped(rows) if clause.source.markdown else _drawn(rows)
        edits.append((place.start, place.end, f"Villkoret framgår av tabellen.\n\n{table}\n"))
    return clause.source.edited(edits)


def _piped(rows: list[tuple[str, str]]) -> str:
    lines = [f"| {one} | {other} |" for one, other in rows]
    return "\n".join([lines[0], "|---|---|", *lines[1:]])


def _drawn(rows: list[tuple[str, str]], width: int = 58) -> str:
    """A table drawn with rules, as plain text has it."""
    rule = f"+-----+{'-' * (width + 2)}+"
    lines = [rule]
    for one, other in rows:
        for at, part in enumerate(_wrapped(other, width)):
            lines.append(f"| {one if not at else '':<3} | {part:<{width}} |")
        lines.append(rule)
    lines[2] = rule.replace("-", "=") if len(lines) > 2 else lines[2]
    return "\n".join(lines)


def to_list(clause: Clause) -> str:
    """Each block's sentences as the items of a list in its place."""
    edits: list[Edit] = []
    for block in movable(clause):
        place = clause.source.place(words(clause, block))
        items = [f"- {said}" for said in _sentences(clause, block)]
        if not clause.source.markdown:
            items = ["\n".join(_wrapped(f"    {item}", 66, indent=6)) for item in items]
        edits.append((place.start, place.end, f"{chosen(_LEADS, clause)}\n\n" + "\n".join(items) + "\n"))
    return clause.source.edited(edits)


def to_appendix(clause: Clause) -> str:
    """Each block as a point of an appendix at the file's end; its place refers to it."""
    source = clause.source
    number = 1 + max((int(found) for found in _APPENDIX.findall(source.text)), default=0)
    edits: list[Edit] = []
    points = []
    for at, block in enumerate(movable(clause), 1):
        place = source.place(words(clause, block))
        edits.append((place.start, place.end, f"Se bilaga {number}."))
        said = f"{at}. {_in_one_line(clause, block)}"
        points.append(said if source.markdown else "\n".join(_wrapped(said, 70, indent=4)))
    head = f"# Bilaga {number} – {_title(clause)}" if source.markdown else f"BILAGA {number} {_title(clause).upper()}"
    return f"{source.edited(edits).rstrip()}\n\n\n{head}\n\n" + "\n\n".join(points) + "\n"


def to_footnote(clause: Clause) -> bytes:
    """The contract as a Word file with each block in a footnote."""
    return word_file(clause.source.document, _moved(clause, "footnote", "Villkoret står i noten."))


def to_text_box(clause: Clause) -> bytes:
    """The contract as a Word file with each block in a text box anchored in its place."""
    return word_file(clause.source.document, _moved(clause, "box", ""))


def over_pages(clause: Clause) -> bytes:
    """The contract as a PDF in which the core sentence goes over from one page to the next."""
    return pdf_file(clause.source.document, clause.core[0])


def scanned(clause: Clause) -> bytes:
    """The contract as a PDF in which the page with the core sentence is an image. Raises NotMade without OCR."""
    try:
        engine()
    except OcrUnavailable as error:
        raise NotMade(str(error)) from None
    return scanned_file(clause.source.document, clause.core[0])


def _moved(clause: Clause, where: str, left: str) -> dict[int, Moved]:
    document = clause.source.document
    place = {block.span: at for at, block in enumerate(document.blocks)}
    return {
        place[block.span]: Moved(where, f"{block.number} {left}".strip(), _in_one_line(clause, block))
        for block in movable(clause)
    }


def _sentences(clause: Clause, block: Block) -> list[str]:
    document = clause.source.document
    inside = [each.span for each in document.statements if block.span.holds(each.span)]
    return [" ".join(document.quote(span).split()) for span in inside]


def _in_one_line(clause: Clause, block: Block) -> str:
    return " ".join(clause.source.document.quote(words(clause, block)).split())


def _title(clause: Clause) -> str:
    path = clause.source.document.path(clause.source.document.statements[clause.core[0]].section)
    return next((section.title for section in reversed(path) if section.title), "Särskilda villkor")


def _wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * indent, break_long_words=False, drop_whitespace=True)
