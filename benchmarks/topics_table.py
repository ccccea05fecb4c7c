"""How well the topics of guideline statements are read: by words alone, by words with their context, by the reader.

    python -m benchmarks.topics_table            the frozen test voice
    python -m benchmarks.topics_table --unseen   every other voice, each by a reader trained on the others

Prints precision, recall and F1 over all (statement, topic) pairs, and the mean F1 of the topics. The test voice is
looked at only to report: write each look into corpora/labelled/topics/looks-at-the-test-voice.txt.
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray

from checks.coverage_topics import MENTIONS
from checks.topic_reader import FAR, load, shown, weighing_inputs
from checks.topic_words import Shown
from clauses.framework_files import load_framework
from corpora.topic_statements import TopicStatement, examples, test_voices
from corpora.topic_statements import load as load_statements
from corpora.train_topics import labels, seen, topic_weighing, unseen_scores

Found = NDArray[np.bool_]


def truth(rows: list[TopicStatement]) -> Found:
    """Statements x topics: whether each is taken up."""
    topics = [topic.id for topic in load_framework().topics]
    return np.array([[topic in row.topics for topic in topics] for row in rows], dtype=bool)


def by_words(rows: list[TopicStatement], least: Shown) -> Found:
    """What the topics' words show."""
    return np.asarray(shown(seen(rows)) >= least)


def by_reader(rows: list[TopicStatement]) -> Found:
    """What the shipped reader finds at the threshold of the coverage check."""
    return np.asarray(load().read(seen(rows)).table[:, : len(load().topics)] >= MENTIONS)


def by_unseen_reader(rows: list[TopicStatement]) -> Found:
    """What readers find that have not seen the statement's voice."""
    known = [*rows, *examples(load_framework())]
    scores, views = unseen_scores(known), seen(known)
    told, weigh = shown(views), topic_weighing(scores, labels(known), views)
    near, at = np.nonzero(scores[:, : told.shape[1]] > FAR)
    found = np.zeros(told.shape, dtype=bool)
    found[near, at] = weigh(weighing_inputs(scores, told, near, at)) >= MENTIONS
    return found[: len(rows)]


def line(name: str, found: Found, wanted: Found) -> str:
    """Precision, recall, F1, and the mean F1 of the topics."""
    hits, told, there = (found & wanted).sum(0), found.sum(0), wanted.sum(0)
    each = 2 * hits / np.maximum(told + there, 1)
    precision, recall = hits.sum() / max(told.sum(), 1), hits.sum() / max(there.sum(), 1)
    f1 = 2 * hits.sum() / max(told.sum() + there.sum(), 1)
    return f"{name:32} {precision:9.3f} {recall:9.3f} {f1:9.3f} {each.mean():9.3f}"


def main(unseen: bool) -> None:
    """Prints the table."""
    test = test_voices()
    rows = [row for row in load_statements() if (row.voice in test) != unseen]
    wanted = truth(rows)
    print(f"{len(rows)} statements, {int(wanted.sum())} topics taken up")
    print(f"{'':32} {'precision':>9} {'recall':>9} {'F1':>9} {'mean F1':>9}")
    print(line("words alone", by_words(rows, Shown.BY_ITSELF), wanted))
    print(line("words with their context", by_words(rows, Shown.BY_CONTEXT), wanted))
    print(line("learned reader", by_unseen_reader(rows) if unseen else by_reader(rows), wanted))


if __name__ == "__main__":
    main("--unseen" in sys.argv[1:])
