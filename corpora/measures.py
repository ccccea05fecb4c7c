"""What an evaluation says: a judgement for each requirement of each document, and the figures that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from checks.finding import Status
from corpora.intervals import Interval, of_f1, wilson
from corpora.labels import Unused

Key = TypeVar("Key", bound=str)
PRESENT = frozenset({Status.MET, Status.PARTIAL})
_BINS = 10
COVERAGES = (1.0, 0.9, 0.8, 0.5)


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: whether the label has it, and whether it was found."""

    id: str
    wanted: bool
    found: bool


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotes of one finding: how many, how many of them are slices of the text, and how many whole statements.

    `placed`: whether any of them meets a labelled quote; None where the label has none.
    """

    count: int
    verbatim: int
    whole: int
    placed: bool | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One requirement of one document: the label's status and the finding's, with what belongs to them."""

    document: str
    requirement: str
    wanted: Status
    pointer: bool
    found: Status
    confidence: float
    facets: tuple[Facet, ...]
    quotes: Quotes

    @property
    def right(self) -> bool:
        """Whether the status is right; where the matter is left to an absent document, undetermined is right too."""
        return self.found is self.wanted or (self.pointer and self.found is Status.UNDETERMINED)

    @property
    def taken(self) -> Status:
        """The status as it counts: a right undetermined is the missing that the label says."""
        return self.wanted if self.right else self.found


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with a 95 % interval (Wilson)."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """The interval, None of nothing."""
        return wilson(self.right, self.of)


@dataclass(frozen=True, slots=True)
class Score:
    """What was rightly found (`hits`), wrongly found (`false`), and not found (`missed`); `interval` is that of F1."""

    hits: int
    false: int
    missed: int
    interval: Interval | None = None

    @property
    def precision(self) -> Share:
        """Of what was found, how much is right."""
        return Share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> Share:
        """Of what there is to find, how much was found."""
        return Share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there was nothing to find and nothing was found."""
        below = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / below if below else None


@dataclass(frozen=True)
class Evaluation:
    """Labelled documents held against what klausul finds. `unused` are files that were not measured.

    `lost` are labelled quotes that do not stand in the text as read: (document, requirement, quote).
    """

    documents: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    unused: tuple[Unused, ...] = ()
    lost: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def accuracy(self) -> Share:
        """Statuses that are right."""
        return Share(sum(each.right for each in self.judgements), len(self.judgements))

    @cached_property
    def present(self) -> Score:
        """Clauses present (met or partial), over all requirements."""
        return self._scores(("", each.document, *_present(each)) for each in self.judgements).get("", Score(0, 0, 0))

    @cached_property
    def requirements(self) -> dict[str, Score]:
        """Clauses present, for each requirement."""
        return self._scores((each.requirement, each.document, *_present(each)) for each in self.judgements)

    @cached_property
    def right_by_requirement(self) -> dict[str, Share]:
        """Statuses that are right, for each requirement."""
        return {
            name: Share(sum(each.right for each in kept), len(kept))
            for name in dict.fromkeys(each.requirement for each in self.judgements)
            if (kept := [each for each in self.judgements if each.requirement == name])
        }

    @cached_property
    def statuses(self) -> dict[Status, Score]:
        """Each status that was wanted or found, best last."""
        scores = self._scores(
            (status, each.document, each.wanted is status, each.taken is status)
            for status in Status
            for each in self.judgements
        )
        return {status: score for status, score in scores.items() if score.f1 is not None}

    @cached_property
    def facets(self) -> Score:
        """Facets, over all requirements."""
        return self._scores(("", *row[1:]) for row in self._facet_rows()).get("", Score(0, 0, 0))

    @cached_property
    def each_facet(self) -> dict[str, Score]:
        """Each facet, as `requirement.facet`."""
        return self._scores(self._facet_rows())

    @cached_property
    def overlooked(self) -> Share:
        """Clauses that are present and were called missing or undetermined: the error that costs most."""
        present = [each for each in self.judgements if each.wanted in PRESENT]
        return Share(sum(each.found in (Status.MISSING, Status.UNDETERMINED) for each in present), len(present))

    @cached_property
    def pointed(self) -> Share:
        """Of the clauses left to an absent document, those that were called undetermined."""
        pointers = [each for each in self.judgements if each.pointer]
        return Share(sum(each.found is Status.UNDETERMINED for each in pointers), len(pointers))

    @cached_property
    def verbatim(self) -> Share:
        """Quotes that are slices of the text."""
        return self._quotes(lambda quotes: quotes.verbatim)

    @cached_property
    def whole(self) -> Share:
        """Quotes that are one to three whole statements."""
        return self._quotes(lambda quotes: quotes.whole)

    @cached_property
    def placed(self) -> Share:
        """Of the findings with the right status and labelled quotes, those whose quotes meet one of them."""
        rated = [each.quotes.placed for each in self.judgements if each.right and each.quotes.placed is not None]
        return Share(sum(rated), len(rated))

    @cached_property
    def confusion(self) -> Counter[tuple[Status, Status]]:
        """How often each status was wanted and each found, as (wanted, found)."""
        return Counter((each.wanted, each.found) for each in self.judgements)

    @cached_property
    def calibration_error(self) -> float | None:
        """How far confidence lies from the share that is right, over ten bins of confidence by their sizes."""
        bins: dict[int, list[Judgement]] = {}
        for each in self.judgements:
            bins.setdefault(min(int(each.confidence * _BINS), _BINS - 1), []).append(each)
        gaps = [abs(sum(each.right - each.confidence for each in kept)) for kept in bins.values()]
        return sum(gaps) / len(self.judgements) if self.judgements else None

    @cached_property
    def surest(self) -> dict[float, Share]:
        """Right statuses among the surest so large part of the findings."""
        ordered = sorted(self.judgements, key=lambda each: (-each.confidence, each.document, each.requirement))
        parts = {part: ordered[: round(part * len(ordered))] for part in COVERAGES}
        return {part: Share(sum(each.right for each in kept), len(kept)) for part, kept in parts.items()}

    def _facet_rows(self) -> Iterable[tuple[str, str, bool, bool]]:
        for each in self.judgements:
            for facet in each.facets:
                yield f"{each.requirement}.{facet.id}", each.document, facet.wanted, facet.found

    def _quotes(self, count: Callable[[Quotes], int]) -> Share:
        return Share(
            sum(count(each.quotes) for each in self.judgements), sum(each.quotes.count for each in self.judgements)
        )

    def _scores(self, rows: Iterable[tuple[Key, str, bool, bool]]) -> dict[Key, Score]:
        """Scores by key, from rows of key, document, wanted and found."""
        import numpy as np

        tally: dict[Key, Counter[tuple[str, int]]] = {}
        for key, document, wanted, found in rows:
            kept = tally.setdefault(key, Counter())
            if wanted or found:
                kept[document, 0 if wanted and found else 1 if found else 2] += 1
        counts = np.array(
            [[[kept[name, kind] for kind in range(3)] for kept in tally.values()] for name in self.documents],
            dtype=np.int64,
        ).reshape(len(self.documents), len(tally), 3)
        rows_of_sums = counts.sum(0).tolist()
        return {
            key: Score(hits, false, missed, interval)
            for key, (hits, false, missed), interval in zip(tally, rows_of_sums, of_f1(counts), strict=True)
        }


def _present(judgement: Judgement) -> tuple[bool, bool]:
    return judgement.wanted in PRESENT, judgement.found in PRESENT
