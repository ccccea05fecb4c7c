"""How well statements of the frozen test voices are read: by keywords, by the library's combinations, by the reader.

    python -m benchmarks.reader_table

Prints precision, recall and F1 over all facets, and F1 of the core facets alone. The test voices are looked at only to
report: write each look into corpora/labelled/looks-at-the-test-split.txt.
"""

from __future__ import annotations

from collections.abc import Callable

import clauses
from checks.features import inherit, see
from checks.parties import named
from checks.reader import load as load_reader
from checks.reading import read
from checks.verdict import GIVEN
from corpora.statements import BROAD, LabelledStatement, load

Given = Callable[[LabelledStatement], set[str]]


def by_keywords(row: LabelledStatement) -> set[str]:
    """Every core facet whose requirement has a word of its matter in the statement."""
    library = clauses.load()
    held = library.scanner.concepts(row.text)
    return {
        f"{requirement.id}.{facet.id}"
        for requirement in library.requirements
        for facet in requirement.facets
        if facet.core and not held.isdisjoint(requirement.matter)
    }


def by_combinations(row: LabelledStatement) -> set[str]:
    """Every facet of which a combination of concepts stands in statement and context."""
    library = clauses.load()
    held = library.scanner.concepts(row.text) | library.scanner.concepts(row.context)
    return {
        f"{requirement.id}.{facet.id}"
        for requirement in library.requirements
        for facet in requirement.facets
        if facet.recognise(held)
    }


def by_first_look(row: LabelledStatement) -> set[str]:
    """Every facet that the linear look alone gives."""
    return by_reader(row, again=False)


def by_reader(row: LabelledStatement, *, again: bool = True) -> set[str]:
    """Every facet that the learned reader gives a probability from which it counts."""
    scanner, parties, reader = clauses.load().scanner, named(row.buyer, row.supplier), load_reader()
    seen = see(row.text, inherit(row.context, parties, scanner), parties, scanner)
    reading = read(parties.mark(f"{row.lead_in} {row.text}".strip().lower()))
    votes = reader.read([seen], lambda _: reading, again=again)
    return {name for name, chance in zip(votes.columns.facets, votes.facets[0], strict=True) if chance >= GIVEN}


def scores(rows: list[LabelledStatement], given: Given, core: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 over the facets of all rows."""
    cores = {f"{r.id}.{facet.id}" for r in clauses.load().requirements for facet in r.facets if facet.core}
    right = told = there = 0
    for row in rows:
        found, wanted = given(row), set(row.facets)
        if core or given is by_keywords:
            found, wanted = found & cores, wanted & cores
        right, told, there = right + len(found & wanted), told + len(found), there + len(wanted)
    return right / max(1, told), right / max(1, there), 2 * right / max(1, told + there)


def main() -> None:
    rows = list(load(BROAD / "test"))
    print(f"{len(rows)} statements in voices not trained on")
    print(f"{'':22} {'precision':>9} {'recall':>7} {'F1':>6} {'F1, core':>9}")
    for name, given in (
        ("keywords (core)", by_keywords),
        ("combinations alone", by_combinations),
        ("linear look", by_first_look),
        ("both looks", by_reader),
    ):
        precision, recall, f1 = scores(rows, given, core=False)
        print(f"{name:22} {precision:9.2f} {recall:7.2f} {f1:6.2f} {scores(rows, given, core=True)[2]:9.2f}")


if __name__ == "__main__":
    main()
