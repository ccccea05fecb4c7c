"""What the learned topic reader sees of a statement: match keys, pairs of neighbours, concepts, form, and pieces of
words.

Training and reading share this file, so that they see the same. Four blocks, each scaled to length one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from checks.features import pieces
from checks.governing import Form, form
from checks.negation import negated
from checks.topic_words import TopicWords
from clauses.framework_files import load_framework
from clauses.keys import key

BLOCKS = ("words", "pairs", "pieces", "context")
WEIGHTS = (1.0, 1.0, 1.5, 1.0)  # of the blocks; measured on voices not trained on
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[§%]")


class Seen(NamedTuple):
    """A statement, the lead-in of its list, and what else it inherits: heading path and column heads, in one string."""

    text: str
    lead_in: str = ""
    around: str = ""

    @property
    def form(self) -> Form:
        """What the rules see."""
        return form(self.text, self.lead_in, self.around)

    @property
    def context(self) -> str:
        """All that it inherits."""
        return f"{self.around} {self.lead_in}".strip()


@cache
def first_words() -> TopicWords:
    """The words of the first framework: its concepts are features."""
    return TopicWords(load_framework())


def blocks(seen: Seen) -> tuple[list[str], list[str], list[str], list[str]]:
    """The features of each block, sorted; a piece once for every word that has it."""
    low, around = seen.text.lower(), seen.context.lower()
    bare = ["0" if token.isdigit() else token for token in _TOKEN.findall(low)]
    keys = [key(word) for word in bare]
    context = _TOKEN.findall(around)
    scanner = first_words().scanner
    own, inherited = scanner.concepts(seen.text), scanner.concepts(seen.context)
    words = {*keys, *map("§".__add__, own), *map("@".__add__, inherited), *seen.form.names}
    denied = negated(low)
    if denied is not None:
        words.update("!" + key(token) for token in _TOKEN.findall(low, denied))
    words.update("^" + each for each in keys[:1])
    meeting = (f"§{a} §{b}" for a, b in combinations(sorted({name.split(".")[0] for name in own | inherited}), 2))
    pairs = {*(f"{a} {b}" for a, b in pairwise(keys)), *meeting}
    spelled = [piece for word in sorted(set(bare)) for piece in pieces(word)]
    around_pieces = [piece for word in sorted(set(context)) for piece in pieces(word)]
    return sorted(words), sorted(pairs), spelled, around_pieces
