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
from checks.negation import is_finite
from checks.parties import Parties
from checks.precedence import Precedence, parts, precedence
from checks.reader import Reader, Votes
from checks.reading import Reading, read
from checks.standing import Standing, standings
from clauses.quantities import amounts, durations
from ingest.document import BlockKind

if TYPE_CHECKING:
    from clauses.scanner import Scanner
    from ingest.document import Document, Statement

TITLE = 6  # words
_ROW_NUMBER = re.compile(
    r"^\s*(?:(?:[A-ZÅÄÖ]\.?)?\d{1,3}(?:\.\d{1,3}){0,3}|[a-zåäö])[.)]?\s*\t\s*(?=\D)|^\d{1,2}\s+(?=[A-ZÅÄÖ][a-zåäö]+\s)"
)
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

    @cached_property
    def _titles(self) -> frozenset[str]:
        return frozenset(section.title.strip(" .:").casefold() for section in self.document.sections)

    @cached_property
    def _leading(self) -> frozenset[int]:
        return frozenset(each.lead_in.start for each in self.document.statements if each.lead_in)

    def is_title(self, index: int) -> bool:
        """Whether the statement is a title that stands alone, or a line of a list of the document's titles."""
        said, statement = self.said(index), self.document.statements[index]
        kind = self.document.blocks[statement.block].kind
        if kind is BlockKind.LIST_ITEM:
            return said.partition(" (")[0].strip(" .:").casefold() in self._titles
        words = re.findall(r"\w+", said.lower())
        plain = kind is BlockKind.PARAGRAPH and statement.lead_in is None and not re.search(r"[\d\t]|[.:;,]$", said)
        return plain and len(words) <= TITLE and not any(map(is_finite, words))

    def leads(self, index: int) -> bool:
        """Whether the statement introduces others, as "Leverantören ska" does."""
        return self.document.statements[index].span.start in self._leading

    def said(self, index: int) -> str:
        """The statement's own words, for matching."""
        return self._said[index]

    @cached_property
    def _said(self) -> tuple[str, ...]:
        own = (self.document.quote(statement.span) for statement in self.document.statements)
        return tuple(self.mended.get(index) or said for index, said in enumerate(own))

    def marked(self, index: int) -> str:
        """The statement after its lead-in, in lower case, with the parties' names as roles."""
        led = introduction(self.document, self.document.statements[index])
        return self.parties.mark(f"{led} {without_number(self.said(index))}".strip().lower())

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


def introduction(document: Document, statement: Statement) -> str:
    """The line that a statement completes: its lead-in, unless that is a sentence of its own ("Se tabellen.")."""
    lead_in = document.quote(statement.lead_in) if statement.lead_in else ""
    return "" if lead_in.endswith(".") else lead_in


def without_number(said: str) -> str:
    """A row or a note without its number: "1\tBryter leverantören ..." begins with its verb."""
    return _ROW_NUMBER.sub("", said, count=1)


def context(document: Document, statement: Statement) -> str:
    """What a statement inherits, in one string: headings from the outermost, lead-in, column heads."""
    titles = [section.title for section in document.path(statement.section)][-2:]
    lead_in = document.quote(statement.lead_in) if statement.lead_in else ""
    if pointers.only_refers(lead_in):
        lead_in = ""
    heads = " ".join(document.quote(head) for head in statement.heads)
    return " ".join(part for part in (*titles, lead_in, heads) if part)


def passages(document: Document, parties: Parties, reader: Reader, scanner: Scanner) -> Passages:
    """Reads every statement of a document."""
    inherited: dict[tuple[object, ...], Inherited] = {}
    seen = []
    right = mended(document)

    def said(index: int) -> str:
        return without_number(right.get(index) or document.quote(document.statements[index].span))

    for index, statement in enumerate(document.statements):
        key = (statement.section, statement.lead_in, statement.heads)
        if key not in inherited:
            inherited[key] = inherit(context(document, statement), parties, scanner)
        seen.append(see(said(index), inherited[key], parties, scanner))

    @cache
    def reading(index: int) -> Reading:
        statement = document.statements[index]
        lead_in = mark(introduction(document, statement), parties)
        return read(f"{lead_in} {seen[index].marked}".strip())

    def wording(index: int) -> str:
        return encoder.wording(said(index), context(document, document.statements[index]), parties)

    standing = list(standings(document))
    taken_back = replaced(document)
    for index in taken_back:
        standing[index] = Standing.REPLACED
    votes = reader.read(seen, reading, wording)
    order = precedence(document)
    return Passages(document, parties, votes, reading, tuple(standing), order, scanner, taken_back, right)
