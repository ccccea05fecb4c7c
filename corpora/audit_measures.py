"""What an evaluation of audits says: a judgement for each recommendation and response, and the figures that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpora.intervals import of_f1
from corpora.labels import Unused
from corpora.measures import Score, Share


@dataclass(frozen=True, slots=True)
class AnswerJudgement:
    """One recommendation x one response: the label's answer and the finding's. `found` is None where the recommendation
    was not found. `placed` is None where the label has no quote, else whether a quote of the finding meets one.
    """

    audit: str
    recommendation: str
    response: str
    wanted: str
    found: str | None
    placed: bool | None
    wanted_signals: frozenset[str]
    found_signals: frozenset[str]
    wanted_dates: tuple[str, ...]
    found_dates: tuple[str, ...]
    quotes: int
    verbatim: int
    hedged: tuple[bool, bool]
    responsible: tuple[str | None, str | None]
    adequacy: tuple[str | None, str]
    decided: tuple[str | None, str]

    @property
    def right(self) -> bool:
        """Whether the status is right."""
        return self.wanted == self.found


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The recommendations of one audit: how many were rightly found, found too much, and missed (by their words)."""

    audit: str
    hits: int
    extra: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True)
class AuditEvaluation:
    """Labelled audits held against what klausul finds. `lost` are labelled quotes that do not stand in the text,
    `unused` audits that could not be measured.
    """

    recommendations: tuple[Recommendations, ...]
    judgements: tuple[AnswerJudgement, ...]
    lost: tuple[tuple[str, str, str], ...] = ()
    unused: tuple[Unused, ...] = ()

    @property
    def audits(self) -> tuple[str, ...]:
        """The audits that were measured."""
        return tuple(each.audit for each in self.recommendations)

    @cached_property
    def found(self) -> Score:
        """Recommendations found."""
        return _score([(each.audit, each.hits, len(each.extra), len(each.missed)) for each in self.recommendations])

    @cached_property
    def accuracy(self) -> Share:
        """Statuses that are right, of all labelled pairs."""
        return Share(sum(each.right for each in self.judgements), len(self.judgements))

    @cached_property
    def placed(self) -> Share:
        """Of the pairs that the labels say are answered, those where a quote meets a labelled one."""
        rated = [each.placed for each in self.judgements if each.placed is not None]
        return Share(sum(rated), len(rated))

    @cached_property
    def signals(self) -> Score:
        """Signals, over all pairs."""
        return _score(_counts((each.audit, each.wanted_signals, each.found_signals) for each in self.judgements))

    @cached_property
    def deadlines(self) -> Score:
        """Deadlines by their dates, over all pairs."""
        return _score(_counts((each.audit, each.wanted_dates, each.found_dates) for each in self.judgements))

    @cached_property
    def verbatim(self) -> Share:
        """Quotes that are slices of the text."""
        return Share(sum(each.verbatim for each in self.judgements), sum(each.quotes for each in self.judgements))

    @cached_property
    def hedged(self) -> Share:
        """Pairs that are rightly said to be firm or not, of those with something to come."""
        rated = [each for each in self.judgements if each.wanted_dates or each.hedged[0] or each.hedged[1]]
        return Share(sum(each.hedged[0] == each.hedged[1] for each in rated), len(rated))

    @cached_property
    def responsible(self) -> Share:
        """Pairs whose responsible is rightly named, or rightly nobody, of those where label or finding names one."""
        rated = [each.responsible for each in self.judgements if any(each.responsible)]
        return Share(sum(_same(*each) for each in rated), len(rated))

    @cached_property
    def adequacy(self) -> Share:
        """Adequacy that is right, where the label says it and the status is right."""
        rated = [each.adequacy for each in self.judgements if each.right and each.adequacy[0] is not None]
        return Share(sum(wanted == found for wanted, found in rated), len(rated))

    @cached_property
    def decided(self) -> Share:
        """Proposed or decided, where the label says it."""
        rated = [each.decided for each in self.judgements if each.decided[0] is not None]
        return Share(sum(wanted == found for wanted, found in rated), len(rated))

    @cached_property
    def confusion(self) -> Counter[tuple[str, str]]:
        """How often each status was wanted and each found, as (wanted, found); "missing" where there was none."""
        return Counter((each.wanted, each.found or "missing") for each in self.judgements)


def _same(wanted: str | None, found: str | None) -> bool:
    if wanted is None or found is None:
        return False
    first, second = ("".join(each.lower().split()) for each in (wanted, found))
    return first in second or second in first


def _counts(
    rows: Iterable[tuple[str, Iterable[str], Iterable[str]]],
) -> list[tuple[str, int, int, int]]:
    found = []
    for audit, wanted, got in rows:
        first, second = Counter(wanted), Counter(got)
        hits = (first & second).total()
        found.append((audit, hits, second.total() - hits, first.total() - hits))
    return found


def _score(rows: list[tuple[str, int, int, int]]) -> Score:
    """Hits, false and missed by audit as a score; whole audits are drawn anew for its interval."""
    import numpy as np

    audits = list(dict.fromkeys(row[0] for row in rows))
    counts = np.zeros((len(audits), 1, 3), dtype=np.int64)
    for audit, *three in rows:
        counts[audits.index(audit), 0] += three
    if not audits:
        return Score(0, 0, 0)
    hits, false, missed = counts.sum(0)[0].tolist()
    return Score(hits, false, missed, of_f1(counts)[0])
