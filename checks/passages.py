"""The statements of a contract, read: what the reader votes, what the rules see, and whether the statement stands.

Everything that judging needs is made here once for the whole document; `verdict` then looks at one requirement at a
time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checks import encoder, pointers
from checks.amendments import replaced
from checks.features import Inherited, inherit, mark, see
from checks.misread import mended
from checks.parties import Parties
from checks.precedence import Precedence, parts, precedence
from checks.reader import Reader, Votes
from checks.reading import Reading, read
from checks.standing import Standing, standings
from clauses.quantities import amounts, durations

if TYPE_CHECKING:
    from clauses.scanner import Scanner
    from ingest.document import Document, Statement

PLACEHOLDER = re.compile(
    r"\[[^\[\]]{0,60}\]|_{3,}|\.{5,}|…{2,}|\b[XN]{2,4}\b|\bx{2,4}\b(?=\s*(?:kr|%|procent|dagar|månader|år))|<[^<>\n]{2,40}>|●"
)


@dataclass(frozen=True)
class Passages:
    """A document's statements with all that was seen of them; `reading(index)` is what the rules see of one.
    `taken_back` are the statements that another takes back, each with the one that does; `mended` those with words
    that text recognition got wrong, as they are matched."""

    document: Document
    parties: Parties
    votes: Votes
    reading: Callable[[int], Reading]
    standing: tuple[Standing, ...]
    order: Precedence
    scanner: Scanner
    taken_back: dict[int, int]
    mended: dict[int, str] = field(default_factory=dict, repr=False)
    _concepts: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return pointers.numbers(self.document)

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        return parts(self.document)

    def said(self, index: int) -> str:
        """The statement's own words, for matching."""
        return self.mended.get(index) or self.document.quote(self.document.statements[index].span)

    def concepts(self, index: int) -> frozenset[str]:
        """The lexicon's concepts in the statement's own words."""
        if index not in self._concepts:
            self._concepts[index] = self.scanner.concepts(self.said(index))
        return self._concepts[index]

    def speaks_of(self, index: int, concepts: frozenset[str]) -> bool:
        """Whether the statement or the line that introduces it has one of the concepts; its heading is not enough."""
        lead_in = self.document.statements[index].lead_in
        if not concepts.isdisjoint(self.concepts(index)):
            return True
        return lead_in is not None and not concepts.isdisjoint(self.scanner.concepts(self.document.quote(lead_in)))

    def matter(self, index: int) -> frozenset[str]:
        """The concepts in the statement's own words and in its heading's."""
        path = self.document.path(self.document.statements[index].section)
        return self.concepts(index) | self.scanner.concepts(path[-1].title if path else "")

    def points_away(self, index: int) -> str | None:
        """What the statement refers its matter to, where that is not in the file."""
        said = self.said(index)
        appendix = pointers.to_absent_appendix(self.document, said)
        if appendix:
            return appendix
        agreement = pointers.to_other_agreement(self.document, said)
        if agreement:
            return agreement
        point = pointers.to_absent_point(said, self._numbers)
        return f"punkt {point}" if point else None

    def unfilled(self, index: int) -> bool:
        """Whether the statement has a placeholder where an amount or a time should stand, and no other amount or
        time.
        """
        said = self.said(index)
        return bool(PLACEHOLDER.search(said)) and not (amounts(said) or durations(said))

    def part(self, index: int) -> str:
        """The part of the contract that the statement stands in, as the order of precedence calls it."""
        section = self.document.statements[index].section
        return "main" if section is None else self._parts[section]


def context(document: Document, statement: Statement) -> str:
    """What a statement inherits, in one string: headings from the outermost, lead-in, column heads."""
    titles = [section.title for section in document.path(statement.section)][-2:]
    lead_in = document.quote(statement.lead_in) if statement.lead_in else ""
    heads = " ".join(document.quote(head) for head in statement.heads)
    return " ".join(part for part in (*titles, lead_in, heads) if part)


def passages(document: Document, parties: Parties, reader: Reader, scanner: Scanner) -> Passages:
    """Reads every statement of a document."""
    inherited: dict[tuple[object, ...], Inherited] = {}
    seen = []
    right = mended(document)
    for index, statement in enumerate(document.statements):
        key = (statement.section, statement.lead_in, statement.heads)
        if key not in inherited:
            inherited[key] = inherit(context(document, statement), parties, scanner)
        said = right.get(index) or document.quote(statement.span)
        seen.append(see(said, inherited[key], parties, scanner))

    @cache
    def reading(index: int) -> Reading:
        statement = document.statements[index]
        lead_in = mark(document.quote(statement.lead_in), parties) if statement.lead_in else ""
        return read(f"{lead_in} {seen[index].marked}".strip())

    def wording(index: int) -> str:
        said = right.get(index) or document.quote(document.statements[index].span)
        return encoder.wording(said, context(document, document.statements[index]), parties)

    standing = list(standings(document))
    taken_back = replaced(document)
    for index in taken_back:
        standing[index] = Standing.REPLACED
    votes = reader.read(seen, reading, wording)
    order = precedence(document)
    return Passages(document, parties, votes, reading, tuple(standing), order, scanner, taken_back, right)
