"""What a sentence of a report recommends, and how strongly it does so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

ADVERB = (
    r"(?:därför|även|också|dessutom|vidare|således|alltså|därutöver|därtill|därmed|ändå|dock|nu|samtidigt|sålunda|"
    r"följaktligen|fortsättningsvis|skyndsamt|snarast|särskilt|gemensamt|tillsammans|omgående|framöver|fortsatt|genast|"
    r"i första hand|snarast möjligt|utan dröjsmål|på sikt|sammantaget|åtminstone|rimligen|i stället|"
    r"enligt (?:vår|min|revisorernas|revisionens|\w{0,20}revisionens|vår samlade) \w{3,20}|som vi ser det|"
    r"enligt (?:oss|mig|revisorerna|\w{0,20}revisionen)|enligt vad vi kan bedöma|härutöver|i det fortsatta arbetet)"
)
TO_WORDS = 6  # words of what is recommended, among which the body that shall do it is named


class Strength(IntEnum):
    """How a sentence recommends: it calls for something to be done, says that a body ought, or says so outright."""

    NEED = 1
    OUGHT = 2
    SAID = 3


@dataclass(frozen=True, slots=True)
class Advice:
    """`to` are the words that name to whom; what is recommended begins at `what` in the sentence. `own` is true where
    the sentence names the auditor, `again` where it says that it repeats.
    """

    strength: Strength
    to: str
    what: int
    own: bool = False
    again: bool = False
