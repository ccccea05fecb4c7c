"""Swedish as contracts write it: match keys, the literal scanner, dates and amounts. One door to the files of each."""

from clauses.keys import key
from clauses.quantities import Amount, Duration, Moment, amounts, dates, durations
from clauses.scanner import Hit, Scanner, normalise

__all__ = ["Amount", "Duration", "Hit", "Moment", "Scanner", "amounts", "dates", "durations", "key", "normalise"]
