"""What a statement of a guideline says by its form: whether it binds, and who, when and how it is checked.

Rules over lower-case text. They are seen by the learned reader as features, they point out the words that say a piece
of depth, and they veto: what is weak, denied or only referred to does not bind. They read one statement at a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checks.governing_words import (
    CHECK,
    DEFINES,
    DESCRIBES,
    DOCUMENT_NAME,
    ESTABLISHED,
    FUTURE,
    INFINITIVE,
    LACKING,
    LINKED,
    NOT_WHO,
    PAST,
    PLURAL,
    REFERS,
    REPORTED,
    SCOPE,
    STRONG,
    TELLS,
    WEAK,
    WHEN,
    WHO,
)
from checks.negation import is_finite, negated
from checks.reading import is_weak

SENTENCE = 6  # words: a text that ends with a full stop and has so many is a sentence, whatever its verb


@dataclass(frozen=True, slots=True)
class Form:
    """What the rules see in one statement. `who`, `when`, `check` are the words that say it, "" where none do.

    `fragment`: no finite verb; `describes`: its heading or lead-in announces risks, examples or background; `tells`:
    its words tell of a case, a figure or a risk; `clause`: it begins as a subordinate clause ("att medarbetare ...");
    `established`: what it speaks of is decided or set up; `future`: it is still to come; `scope`: it says what the work
    is on; `defines`: it, its lead-in or heading gives the meaning of a word.
    """

    strong: bool
    indicative: bool
    weak: bool
    lacking: bool
    denied: bool
    refers: bool
    fragment: bool
    describes: bool
    tells: bool
    clause: bool
    established: bool
    future: bool
    scope: bool
    infinitive: bool
    reported: bool
    past: bool
    linked: bool
    defines: bool
    who: str
    when: str
    check: str

    @property
    def flags(self) -> tuple[float, ...]:
        """The form as numbers, for what weighs the learned votes."""
        return tuple(float(bool(getattr(self, name))) for name in SHOWN)

    @property
    def names(self) -> frozenset[str]:
        """The form as features of the learned reader."""
        return frozenset(f"?{name}" for name in SHOWN if getattr(self, name))


SHOWN = (
    *("strong", "indicative", "weak", "lacking", "denied", "refers", "fragment", "describes", "tells", "clause"),
    *("established", "future", "scope", "infinitive", "reported", "past", "linked", "defines"),
    *("who", "when", "check"),
)


@lru_cache(maxsize=20_000)
def form(text: str, lead_in: str = "", around: str = "") -> Form:
    """The form of a statement with its lead-in; `around` is its heading path and column heads."""
    low = f"{lead_in} {text}".strip().lower()
    own = re.findall(r"[a-zåäöé]+(?![a-zåäöé-])", low)
    indicative = any(is_finite(word) and not PLURAL.fullmatch(word) for word in own)
    return Form(
        strong=bool(STRONG.search(low)),
        indicative=indicative,
        weak=bool(WEAK.search(low)) or is_weak(low),
        lacking=bool(LACKING.search(low)),
        denied=negated(low) is not None,
        refers=bool(REFERS.search(low)) and bool(DOCUMENT_NAME.search(low)),
        fragment=not indicative and (not text.rstrip().endswith(".") or len(own) < SENTENCE),
        describes=bool(DESCRIBES.search(f"{around} {lead_in}".lower())),
        tells=bool(TELLS.search(text.lower())),
        clause=text[:4].lower() == "att ",
        established=bool(ESTABLISHED.search(low)),
        future=bool(FUTURE.search(low)),
        scope=bool(SCOPE.search(low)),
        infinitive=bool(INFINITIVE.search(text.lower())),
        reported=bool(REPORTED.search(low) or REPORTED.search(around.lower())),
        past=bool(PAST.search(text.lower())),
        linked=bool(LINKED.search(text.lower())),
        defines=bool(DEFINES.search(text.lower()) or DEFINES.search(around.lower()) or DEFINES.search(lead_in.lower())),
        who=_who(low),
        when=_words(WHEN.search(low)),
        check=_words(CHECK.search(low)),
    )


def _who(low: str) -> str:
    """The first role that is more than a bare common noun."""
    roles = (found[0] for found in WHO.finditer(low))
    return next((role for role in roles if not NOT_WHO.fullmatch(role)), "")


def _words(found: re.Match[str] | None) -> str:
    return found[0] if found else ""
