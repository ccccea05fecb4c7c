"""What an evaluation of guidelines says: a judgement for each topic of each document, and the figures that follow."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checks.coverage_report import TopicStatus
from corpora.intervals import Interval, of_f1
from corpora.labels import Unused
from corpora.measures import Quotes, Score, Share

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STATUSES = (TopicStatus.COVERED, TopicStatus.MENTIONED, TopicStatus.ABSENT)


@dataclass(frozen=True, slots=True)
class TopicJudgement:
    """One topic of one document: the label's status and the finding's, with the finding's quotes."""

    document: str
    topic: str
    wanted: TopicStatus
    found: TopicStatus
    confidence: float
    quotes: Quotes

    @property
    def right(self) -> bool:
        """Whether the status is right."""
        return self.found is self.wanted


@dataclass(frozen=True)
class GuidelineEvaluation:
    """Labelled guidelines held against what klausul finds. `unused` are files that were not measured, `lost` labelled
    quotes that do not stand in the text as read: (document, topic, quote).
    """

    documents: tuple[str, ...]
    judgements: tuple[TopicJudgement, ...]
    unused: tuple[Unused, ...] = ()
    lost: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def accuracy(self) -> Share:
        """Statuses that are right."""
        return Share(sum(each.right for each in self.judgements), len(self.judgements))

    @cached_property
    def by_topic(self) -> dict[str, Share]:
        """Statuses that are right, for each topic."""
        names = dict.fromkeys(each.topic for each in self.judgements)
        kept = {name: [each for each in self.judgements if each.topic == name] for name in names}
        return {name: Share(sum(each.right for each in rows), len(rows)) for name, rows in kept.items()}

    @cached_property
    def statuses(self) -> dict[TopicStatus, Score]:
        """Each status; the intervals of F1 draw whole documents anew."""
        counts = self._counts()
        sums = counts.sum(0).tolist()
        return {
            status: Score(row[0], row[1], row[2], interval)
            for status, row, interval in zip(STATUSES, sums, of_f1(counts), strict=True)
        }

    @cached_property
    def macro_f1(self) -> float | None:
        """The mean of the three statuses' F1."""
        known = [score.f1 for score in self.statuses.values() if score.f1 is not None]
        return sum(known) / len(known) if known else None

    @cached_property
    def macro_interval(self) -> Interval | None:
        """The 95 % interval of macro-F1, whole documents drawn anew."""
        import numpy as np

        from corpora.intervals import ROUNDS, SEED

        counts = self._counts()
        if len(counts) < 2:
            return None
        draws = np.random.default_rng(SEED).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=ROUNDS)
        sums = np.einsum("rd,dsk->rsk", draws, counts)
        below = np.maximum(2 * sums[:, :, 0] + sums[:, :, 1] + sums[:, :, 2], 1)
        low, high = np.percentile((2 * sums[:, :, 0] / below).mean(1), (2.5, 97.5))
        return Interval(float(low), float(high))

    @cached_property
    def verbatim(self) -> Share:
        """Quotes that are slices of the text."""
        return self._quotes("verbatim")

    @cached_property
    def whole(self) -> Share:
        """Quotes that are one to three whole statements."""
        return self._quotes("whole")

    @cached_property
    def placed(self) -> Share:
        """Of the findings with the right status and labelled quotes, those whose quotes meet one of them."""
        rated = [each.quotes.placed for each in self.judgements if each.right and each.quotes.placed is not None]
        return Share(sum(rated), len(rated))

    @cached_property
    def confusion(self) -> Counter[tuple[TopicStatus, TopicStatus]]:
        """How often each status was wanted and each found, as (wanted, found)."""
        return Counter((each.wanted, each.found) for each in self.judgements)

    def _quotes(self, kind: str) -> Share:
        right = sum(getattr(each.quotes, kind) for each in self.judgements)
        return Share(right, sum(each.quotes.count for each in self.judgements))

    def _counts(self) -> NDArray[np.int64]:
        """Documents x statuses x (hits, false, missed)."""
        import numpy as np

        kept: Counter[tuple[str, TopicStatus, int]] = Counter()
        for each in self.judgements:
            if each.right:
                kept[each.document, each.wanted, 0] += 1
            else:
                kept[each.document, each.found, 1] += 1
                kept[each.document, each.wanted, 2] += 1
        rows = [[[kept[name, status, kind] for kind in range(3)] for status in STATUSES] for name in self.documents]
        return np.array(rows, dtype=np.int64).reshape(len(self.documents), len(STATUSES), 3)
