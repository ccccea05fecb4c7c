"""Roman numerals as contracts number with them: of i, v and x."""

from __future__ import annotations

_VALUES = {"i": 1, "v": 5, "x": 10}


def roman(numeral: str) -> int | None:
    """The value of a numeral of i, v and x written as it should be, else None."""
    total = 0
    values = [_VALUES[letter] for letter in numeral.lower()]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if numeral.lower() == _numeral(total) else None


def _numeral(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
