"""Small labelled audits, many to a file: recommendations, and the paragraphs that answer them.

Plain text. `== subject | board | date` begins an audit; an `R` line is a recommendation, an `H` line a heading and a
`P` line a paragraph of the response. In a paragraph `[2 done+planned] words [/]` are an answer to the second
recommendation and what it says: signals, `none` for an attitude alone, `hedged` beside them. What stands outside is
background. In the folder `far` answers share hardly a word with what they answer: more seldom so in real responses, and
only their sentences are learned from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SMALL_AUDITS = Path(__file__).parent / "labelled" / "small-audits"
FAR = "far"
SIGNALS = ("done", "ongoing", "planned", "awaiting", "rejected")
_ANSWER = re.compile(r"\[(?P<number>\d+)\s+(?P<says>[^\]]+)\](?P<words>.*?)\[/\]")
_BESIDES = {"none", "hedged", ""}


@dataclass(frozen=True)
class SmallAnswer:
    """Words of a response that answer a recommendation (by index), and the signals that they give."""

    recommendation: int
    signals: frozenset[str]
    words: str


@dataclass
class SmallAudit:
    """One audit: `hand` is its file's name, `far` whether it lies in that folder. `lines` are the response's headings
    and paragraphs as Markdown.
    """

    hand: str
    far: bool
    subject: str
    board: str
    day: date
    recommendations: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    answers: list[SmallAnswer] = field(default_factory=list)

    @property
    def response(self) -> str:
        """The response as Markdown."""
        return f"# {self.board}\n\nYttrande, {self.day.isoformat()}\n\n" + "\n\n".join(self.lines) + "\n"


def load(folder: Path = SMALL_AUDITS) -> list[SmallAudit]:
    """Every small audit of every hand. Raises ValueError with file and line where one cannot be read."""
    return [audit for path in sorted(folder.rglob("*.txt")) for audit in _audits(path)]


def _audits(path: Path) -> Iterator[SmallAudit]:
    audit: SmallAudit | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        kind, _, rest = line.strip().partition(" ")
        if kind == "==":
            if audit is not None:
                yield audit
            subject, board, day = (part.strip() for part in rest.split("|"))
            audit = SmallAudit(path.stem, path.parent.name == FAR, subject, board, date.fromisoformat(day))
        elif kind and (audit is None or kind not in ("R", "H", "P")):
            raise ValueError(f"{path.name}, line {number}: begins with {kind!r}, not with ==, R, H or P")
        elif kind == "R" and audit is not None:
            audit.recommendations.append(rest.strip())
        elif kind == "H" and audit is not None:
            audit.lines.append(f"## {rest.strip()}")
        elif kind == "P" and audit is not None:
            _paragraph(audit, rest, f"{path.name}, line {number}")
    if audit is not None:
        yield audit


def _paragraph(audit: SmallAudit, text: str, place: str) -> None:
    for found in _ANSWER.finditer(text):
        says = set(re.split(r"[+,\s]+", found["says"].strip()))
        if not says <= {*SIGNALS, *_BESIDES} or not 0 < int(found["number"]) <= len(audit.recommendations):
            raise ValueError(f"{place}: [{found['number']} {found['says']}] names no recommendation, or no signal")
        audit.answers.append(
            SmallAnswer(int(found["number"]) - 1, frozenset(says & set(SIGNALS)), " ".join(found["words"].split()))
        )
    audit.lines.append(" ".join(_ANSWER.sub(lambda found: f" {found['words']} ", text).split()))
