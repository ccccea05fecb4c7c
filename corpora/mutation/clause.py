"""A labelled clause: which statements of a contract the label's quotes meet, and which others might give the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from clauses.requirement import Facet, Requirement
from clauses.scanner import Scanner
from corpora.labels import Label
from corpora.mutation.source import NotMade, Source
from corpora.placing import Squeezed
from ingest.document import Block, Document

_LONG = 12  # statements
_CHANGES = re.compile(r"\b(?:gäller följande|utgår|upphör|ersätt\w*|lydelse\w*|tillämpas inte|stället)\b", re.I)


@dataclass(frozen=True)
class Clause:
    """A requirement that a contract's label says is there. Statements by their indexes in the Document.

    `quoted` are those that a labelled quote meets, `core` those of them that give the core: the first quote's first,
    then every other in which the lexicon recognises it. `rivals` are statements that no quote meets and that may give
    the core as well: the lexicon recognises it there, or their words restate it; `restating` are the quoted ones whose
    words do, `companions` the others of the clause's own section. Labels quote what suffices, and a contract may say a
    thing twice.
    """

    source: Source
    requirement: Requirement
    label: Label
    core: tuple[int, ...]
    quoted: tuple[int, ...]
    rivals: tuple[int, ...] = ()
    restating: tuple[int, ...] = ()
    companions: tuple[int, ...] = ()

    @property
    def facet(self) -> Facet:
        """The core facet."""
        return next(facet for facet in self.requirement.facets if facet.core)

    def said(self, index: int) -> str:
        """A statement's words."""
        return self.source.document.quote(self.source.document.statements[index].span)

    def block(self, index: int) -> Block:
        """The block that a statement stands in."""
        return self.source.document.blocks[self.source.document.statements[index].block]

    @property
    def key(self) -> str:
        """What tells the clause from others: wordings are chosen by it, always the same."""
        return f"{self.source.name}/{self.requirement.id}"


def clause(source: Source, requirement: Requirement, label: Label, scanner: Scanner) -> Clause:
    """The clause by its labelled quotes. Raises NotMade where the first does not stand in the text."""
    text = Squeezed.of(source.document.text)
    places = [text.find(quote) for quote in label.quotes]
    if not places or not places[0]:
        raise NotMade("citatet står inte i texten")
    if any(len(spans) > 1 for spans in places if spans) and len(places[0]) > 1:
        raise NotMade("annan text ger samma sak")
    statements = source.document.statements
    quoted = [
        index
        for spans in places
        for index, each in enumerate(statements)
        if any(each.span.start < span.end and span.start < each.span.end for span in spans[:1])
    ]
    if not quoted:
        raise NotMade("citatet står inte i en sats")
    facet = next(facet for facet in requirement.facets if facet.core)
    giving = {
        index
        for index, each in enumerate(statements)
        if facet.recognise(scanner.concepts(source.document.quote(each.span)))
    }
    core = (quoted[0], *(index for index in quoted[1:] if index in giving))
    again = {at for at, each in enumerate(statements) if _restates(requirement.id, source.document.quote(each.span))}
    rivals = tuple(sorted((giving | again) - set(quoted)))
    restating = tuple(sorted(again & set(quoted) - set(core)))
    beside = tuple(at for at in _section(source.document, quoted[0]) if at not in quoted and at not in rivals)
    core, quoted = tuple(dict.fromkeys(core)), list(dict.fromkeys(quoted))
    return Clause(source, requirement, label, core, tuple(quoted), rivals, restating, beside)


def _restates(requirement: str, said: str) -> bool:
    """Whether a sentence has the words by which a requirement's core may be given again."""
    return requirement in _words() and all(pattern.search(said) for pattern in _words()[requirement])


def speaks_of(requirement: str, said: str) -> bool:
    """Whether a list's introduction speaks of the requirement's matter, so that its items share in it."""
    return requirement in _words() and bool(_words()[requirement][0].search(said))


@cache
def _words() -> dict[str, list[re.Pattern[str]]]:
    read: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / "restating.yaml").read_text("utf-8"))
    return {
        name: [re.compile(rf"\b(?:{words})\b", re.I) for words in patterns.values()] for name, patterns in read.items()
    }


def _section(document: Document, index: int) -> list[int]:
    """The statements of a statement's own section, but those that change other clauses; none of a long section."""
    statements = document.statements
    inside = [at for at, each in enumerate(statements) if each.section == statements[index].section]
    if len(inside) > _LONG:
        inside = [at for at in inside if statements[at].block == statements[index].block]
    led = {statements[at].lead_in for at in (index, *(at for at in inside if statements[at].lead_in))}
    return [
        at
        for at in inside
        if not _CHANGES.search(document.quote(statements[at].span))
        and statements[at].span not in led
        and not (statements[at].lead_in and statements[index].span.holds(statements[at].lead_in or statements[at].span))
    ]
