"""The statements of a guideline, read: which topics each takes up, whether it binds, and what pieces it adds.

Everything that judging needs is made here once for a document; `coverage_topics` then looks at one topic at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from checks import topic_reader
from checks.action_tables import ActionRow, action_row
from checks.coverage_report import How, Piece
from checks.governing import Form
from checks.topic_features import Seen
from checks.topic_words import Shown, TopicWords
from clauses.framework_files import FIRST

if TYPE_CHECKING:
    from checks.topic_reader import Floats
    from clauses.framework import Framework, Topic
    from ingest.document import Document, Statement

FRAGMENT = 12  # words: a longer one without a finite verb is told in full
FEW = 8  # statements: in a shorter document nothing tells what it is on
ON_MATTER = 0.05  # of the statements: a document with fewer on the matter is on something else
OPENING = 900  # characters in which a document names whose it is
_AUTHORITY = re.compile(
    r"(?:I\s|Även\s|Hos\s)?(?P<name>Region\s[A-ZÅÄÖ][\wåäö-]{2,20}|[A-ZÅÄÖ][\wåäö-]{2,20}s?\s(?:kommun|stad|region))\s"
    r"(?:har|hade|arbetar|finns|gör|inrättade|tog|använder)\b"
)
TITLE_HOLDS = 0.8  # of the statements: a section with more is the document under its title
OWN = 0.2  # what a framework's own words add to the learned votes on another framework's topics
ONLY = 0.6  # how surely a statement takes up what its words say that it only mentions
BY_RULE = {Piece.WHO: 0.85, Piece.WHEN: 0.9, Piece.CHECK: 0.7}  # their precision on labelled statements
BY_WORDS = {Shown.NOT: 0.0, Shown.PARTLY: 0.1, Shown.BY_CONTEXT: 0.6, Shown.BY_ITSELF: 0.85}
_HOW_OF = {"risk": How.RISK, "intent": How.INTENT, "refers": How.REFERS, "lacking": How.LACKING}


@dataclass(frozen=True)
class Line:
    """A statement, read. `up` is how surely it takes up each topic of the framework, in order; `binds` how surely it
    says what is done, `pieces` who, when and check; `mention` the likeliest way of only mentioning, and `mentions` how
    likely. `only` are the places of the topics that it only mentions, however it binds.
    """

    index: int
    statement: Statement
    text: str
    form: Form
    up: Floats
    binds: float
    pieces: dict[Piece, float]
    mention: How
    mentions: float
    only: frozenset[int] = frozenset()

    @property
    def how(self) -> How:
        """How the statement speaks, whatever its topic."""
        return How.BINDS if self.binds >= self.mentions else self.mention


def lines(document: Document, framework: Framework) -> tuple[Line, ...]:
    """Every statement of a document, read for the framework's topics."""
    title = _title(document)
    seen = [_seen(document, statement, title, whole=False) for statement in document.statements]
    votes = topic_reader.load().read(seen)
    up = _up(framework, seen, votes)
    called = document.sections[title].title if title is not None else ""
    named = np.array([kind is Shown.BY_ITSELF for kind in words_of(framework).shown(called, "")], dtype=bool)
    if named.any():
        whole = [_seen(document, statement, title, whole=True) for statement in document.statements]
        again = _up(framework, whole, topic_reader.load().read(whole))
        up = np.where(named, np.maximum(up, again), up)
    words = words_of(framework)
    up = _on_matter(document, framework, seen, up)
    read = []
    for index, statement in enumerate(document.statements):
        line = _line(index, statement, seen[index], up[index], votes)
        line = _in_plan(line, action_row(document, statement))
        if _elsewhere(line, document):
            line = replace(line, binds=min(line.binds, 0.2), mention=How.RISK, mentions=max(line.mentions, 0.5))
        only = words.only_mentioned(line.text) | _listed(line, seen[index], words)
        read.append(replace(line, only=only, up=_at_least(line.up, only)) if only else line)
    return tuple(read)


def _on_matter(document: Document, framework: Framework, seen: Sequence[Seen], up: Floats) -> Floats:
    """In a document on something else, what is bound to the framework's matter counts only where its words stand."""
    words = words_of(framework)
    own = [words.on_matter(each.text) for each in seen]
    headed = any(words.on_matter(section.title) for section in document.sections)
    if headed or len(seen) < FEW or sum(own) >= max(2, ON_MATTER * len(seen)):
        return up
    bound = np.array([topic.bound for topic in framework.topics], dtype=bool)
    near = np.array([has or words.on_matter(each.context) for has, each in zip(own, seen, strict=True)], dtype=bool)
    return np.where(bound[None, :] & ~near[:, None], 0, up).astype(np.float32)


def _elsewhere(line: Line, document: Document) -> bool:
    """Whether a statement tells what another region or municipality does: it opens with the name of one that the
    document's beginning does not have.
    """
    found = _AUTHORITY.match(line.text)
    return found is not None and found["name"] not in document.text[:OPENING]


def _listed(line: Line, seen: Seen, words: TopicWords) -> frozenset[int]:
    """The topics that a short fragment names by their own words: a theme, an area, a document in a list."""
    if not line.form.fragment or line.form.strong or len(line.text.split()) > FRAGMENT:
        return frozenset()
    kinds = words.shown(seen.text, "")
    return frozenset(place for place, kind in enumerate(kinds) if kind is Shown.BY_ITSELF)


def _in_plan(line: Line, row: ActionRow | None) -> Line:
    """A row of an action plan says who and when in cells of their own, or does not say it."""
    if row is None:
        return line
    told = {Piece.WHO: row.who, Piece.WHEN: row.when}
    cells = {piece: float(bool(cell)) for piece, cell in told.items() if cell is not None}
    if any(cells.values()):
        binds = line.binds if line.form.weak else max(line.binds, 0.8)
        return replace(line, pieces=line.pieces | cells, binds=binds, mentions=min(line.mentions, binds))
    return replace(line, pieces=dict.fromkeys(Piece, 0.0))


def _at_least(up: Floats, only: frozenset[int]) -> Floats:
    raised = up.copy()
    raised[list(only)] = np.maximum(raised[list(only)], ONLY)
    return raised


@lru_cache(maxsize=8)
def words_of(framework: Framework) -> TopicWords:
    """The words of a framework, made ready once."""
    return TopicWords(framework)


def _title(document: Document) -> int | None:
    """The section that is the whole document under its title, if there is one."""
    starts = [statement.span.start for statement in document.statements]
    for index, section in enumerate(document.sections):
        held = bisect_left(starts, section.span.end) - bisect_left(starts, section.span.start)
        if section.parent is None and held >= TITLE_HOLDS * len(starts) and len(document.sections) > 1:
            return index
    return None


def _seen(document: Document, statement: Statement, title: int | None, *, whole: bool) -> Seen:
    path = [section.title for section in document.path(statement.section)]
    if title is not None and not whole and path and path[0] == document.sections[title].title:
        path = path[1:]
    heads = [document.quote(head) for head in statement.heads]
    lead_in = document.quote(statement.lead_in) if statement.lead_in else ""
    return Seen(document.quote(statement.span), lead_in, " ".join((*path, *heads)))


def _up(framework: Framework, seen: Sequence[Seen], votes: topic_reader.Votes) -> Floats:
    """Statements x topics: how surely each takes each up."""
    table = np.zeros((len(seen), len(framework.topics)), dtype=np.float32)
    words = words_of(framework)
    alone = [place for place, topic in enumerate(framework.topics) if not _learned(topic, votes)]
    for place, topic in enumerate(framework.topics):
        for head in _learned(topic, votes):
            table[:, place] = np.maximum(table[:, place], votes.of(head))
    foreign = [place for place in range(len(framework.topics)) if place in alone or framework.id != FIRST]
    for row, each in enumerate(seen):
        if foreign:
            kinds = words.shown(each.text, each.context)
            for place in foreign:
                words_say = BY_WORDS[kinds[place]] if place in alone else OWN * (kinds[place] is Shown.BY_ITSELF)
                table[row, place] = (
                    max(words_say, table[row, place]) if place in alone else table[row, place] + words_say
                )
        table[row, words.without_need(each.text, each.context)] = 0
    return table


def _learned(topic: Topic, votes: topic_reader.Votes) -> tuple[str, ...]:
    return tuple(head for head in topic.learned if head in votes.heads)


def _line(index: int, statement: Statement, seen: Seen, up: Floats, votes: topic_reader.Votes) -> Line:
    chance = {head: float(votes.of(head)[index]) for head in topic_reader.FORMS}
    shape = seen.form
    mention = max(topic_reader.MENTIONS, key=chance.__getitem__)
    binds, mention, mentions = _ruled(shape, chance["bind"], mention, chance[mention])
    pieces = {piece: _said(shape, piece, chance[piece.value]) for piece in Piece}
    return Line(index, statement, seen.text, shape, up, binds, pieces, _HOW_OF[mention], mentions)


def _said(shape: Form, piece: Piece, chance: float) -> float:
    """How surely a piece is said: its words are seldom there for something else."""
    return max(chance, BY_RULE[piece]) if getattr(shape, piece.value) else chance


def _ruled(shape: Form, binds: float, mention: str, mentions: float) -> tuple[float, str, float]:
    """The learned votes on binding and mentioning, under the rules: what is weak, to come, told of others or a mere
    fragment does not bind; what is strong, or set up, does.
    """
    open_end = shape.future and not (shape.who or shape.when)
    soft = shape.weak or shape.lacking or shape.reported or open_end
    if shape.reported:
        return min(binds, 0.2), "lacking" if shape.lacking or shape.denied else mention, max(mentions, 0.5)
    if shape.strong and not soft and not shape.refers:
        return max(binds, 0.8), mention, min(mentions, 0.4)
    if shape.established and not soft:
        return max(binds, 0.85 if shape.who or shape.when else 0.7), mention, min(mentions, 0.5)
    if shape.past and not shape.strong:
        return min(binds, 0.25), mention if mentions > 0.5 else "risk", max(mentions, 0.5)
    if (shape.weak or open_end or shape.infinitive) and not shape.strong:
        return min(binds, 0.3), "intent", max(mentions, 0.5)
    if (shape.fragment or shape.scope or shape.clause) and not shape.strong:
        return min(binds, 0.25), mention if mentions > 0.5 else "risk", max(mentions, 0.5)
    return binds, mention, mentions
