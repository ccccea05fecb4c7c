"""What mutation testing says, for a person (tables) and for other programs (one object of JSON)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from api.printable import encodable, one_line
from api.reports.evaluation import Paper, share_shape, with_interval
from api.tongue import STATUS_WORDS
from checks.finding import Status
from corpora.measures import Share
from corpora.mutation.kinds import KINDS
from corpora.mutation.trials import Mutations, Trial

_QUOTED = 160
_NOTE = (
    "En mutant är ett avtal där en klausul har ändrats på ett sätt. Den är fångad när kravet får den status som måste "
    "följa. Inom parentes: 95 % konfidensintervall (Wilson)."
)
_TITLES = {kind.id: kind.title for kind in KINDS}


def render(mutations: Mutations, *, colour: bool = False) -> str:
    """Shares caught for each kind and each requirement, the missed mutants, and why others were not made."""
    paper = Paper(colour)
    paper.line(f"{len(mutations.documents)} dokument, {len(mutations.trials)} mutanter", "bold")
    if mutations.trials:
        paper.line(_NOTE, "dim")
        paper.table("I stort", ("Mått", "Andel", "Antal"), [_row("Fångade", mutations.caught)])
        kinds = [_row(f"{name}: {_TITLES[name]}", share) for name, share in mutations.kinds.items()]
        paper.table("Per slag", ("Slag", "Fångade", "Antal"), kinds)
        requirements = [_row(name, share) for name, share in mutations.requirements.items()]
        paper.table("Per krav", ("Krav", "Fångade", "Antal"), requirements)
    if mutations.missed:
        paper.line()
        paper.line("Inte fångade", "bold")
        for each in mutations.missed:
            paper.line(one_line(_missed(each)))
    _not_made(paper, mutations)
    return paper.content()


def _not_made(paper: Paper, mutations: Mutations) -> None:
    reasons = Counter((each.kind, each.why) for each in mutations.skipped)
    if reasons:
        rows = [(_TITLES.get(kind, "alla slag"), why, str(count)) for (kind, why), count in reasons.most_common()]
        paper.table("Inte gjorda", ("Slag", "Skäl", "Antal"), rows)


def _row(name: str, share: Share) -> tuple[str, str, str]:
    return name, with_interval(share.value, share.interval), f"{share.right} av {share.of}"


def _missed(trial: Trial) -> str:
    said = f"{trial.document}, {trial.requirement}, {_TITLES[trial.kind]}: "
    said += f"{STATUS_WORDS[trial.found]} i stället för {' eller '.join(STATUS_WORDS[each] for each in _wanted(trial))}"
    return f"{said}; ”{_short(trial.said)}”" + (f" ← ”{_short(trial.quoted)}”" if trial.quoted else "")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"


def _wanted(trial: Trial) -> Iterable[Status]:
    return (status for status in Status if status in trial.wanted)


def as_json(mutations: Mutations) -> str:
    """The same figures with every mutant and every one that was not made, one object on one line."""
    shape = {
        "version": 1,
        "documents": list(mutations.documents),
        "unused": [{"name": each.name, "why": each.why} for each in mutations.unused],
        "caught": share_shape(mutations.caught),
        "kinds": {name: share_shape(share) for name, share in mutations.kinds.items()},
        "requirements": {name: share_shape(share) for name, share in mutations.requirements.items()},
        "mutants": [_shape(each) for each in mutations.trials],
        "skipped": [
            {"document": each.document, "requirement": each.requirement, "kind": each.kind or None, "why": each.why}
            for each in mutations.skipped
        ],
    }
    return encodable(json.dumps(shape, ensure_ascii=False)) + "\n"


def _shape(trial: Trial) -> dict[str, object]:
    return {
        "document": trial.document,
        "requirement": trial.requirement,
        "kind": trial.kind,
        "wanted": list(_wanted(trial)),
        "before": trial.before,
        "found": trial.found,
        "caught": trial.caught,
        "said": trial.said,
        "quoted": trial.quoted,
    }
