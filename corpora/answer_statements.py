"""Labelled sentences of answers: what the learned reader of answers is trained from, besides the labelled audits.

One JSON object a line; the file's name is the voice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

ANSWERS = Path(__file__).parent / "labelled" / "answers"

Says = Literal["done", "ongoing", "planned", "awaiting", "rejected", "hedged", "attitude", "background", "pointing"]
NO_POSITION = frozenset({"background", "pointing"})


class AnswerStatement(BaseModel):
    """A sentence of a response and all that it says. `hedged` stands beside a signal; the last three stand alone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    says: tuple[Says, ...]
    voice: str

    @property
    def takes_a_position(self) -> bool:
        """Whether it is the body's own word on what was asked."""
        return not NO_POSITION & set(self.says)


def load(folder: Path = ANSWERS) -> list[AnswerStatement]:
    """Every sentence of every voice, voices in order."""
    return [each for path in sorted(folder.glob("*.jsonl")) for each in _voice(path)]


def _voice(path: Path) -> Iterator[AnswerStatement]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield AnswerStatement(**json.loads(line), voice=path.stem)
