"""The five source documents give the matrix of the specification, in all cells that it does not mark open."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from checks.coverage_lines import Line, lines
from checks.coverage_report import TopicStatus
from checks.coverage_topics import judge
from clauses.framework_files import load_framework
from corpora.placing import squeezed
from ingest import read
from ingest.document import Document

SHARED = Path(__file__).parents[2] / "shared"
MATRIX = SHARED / "spec" / "source-coverage.yaml"
# The source documents are others' and not the project's to hold: a clone without them beside it has none to read.
pytestmark = pytest.mark.skipif(not MATRIX.is_file(), reason="källdokumenten (../shared) finns inte här")


def cells() -> list[tuple[str, str, str, str]]:
    """Every cell that is not open: document, topic, status and why."""
    if not MATRIX.is_file():
        return []
    told = yaml.safe_load(MATRIX.read_text(encoding="utf-8"))
    return [
        (name, topic, cell["status"], cell["why"])
        for name, topics in told.items()
        if name.endswith(".txt")
        for topic, cell in topics.items()
        if not cell.get("open")
    ]


CELLS = cells()


@cache
def known(name: str) -> tuple[Document, tuple[Line, ...]]:
    document = read(SHARED / "sources" / name)
    return document, lines(document, load_framework())


@pytest.mark.parametrize(("name", "topic", "status", "why"), CELLS, ids=[f"{cell[0][:3]}-{cell[1]}" for cell in CELLS])
def test_a_cell_of_the_matrix(name: str, topic: str, status: str, why: str) -> None:
    framework = load_framework()
    place = [each.id for each in framework.topics].index(topic)
    document, read_lines = known(name)
    found = judge(document, read_lines, place, framework.topics[place])
    assert found.status.value == status, f"{why} Got {found.status.value}: {found.because}"
    assert bool(found.evidence) == (found.status is not TopicStatus.ABSENT)


def test_the_focus_areas_of_the_strategy_are_its_own_words() -> None:
    from checks.framework_proposal import propose

    told = yaml.safe_load(MATRIX.read_text(encoding="utf-8"))["focus-areas-002"]
    document = read(SHARED / "sources" / told["document"])
    proposal = propose(document)
    assert proposal is not None
    wanted = [item["quote"] for part in ("starting-points", "focus-areas") for item in told[part]["items"]]
    proposed = [topic["asks"] for topic in proposal.framework["topics"]]
    assert [squeezed(each).rstrip(".") for each in proposed] == [squeezed(each).rstrip(".") for each in wanted]
