"""A counter's value as an office program writes it: 4 is "4", "d", "IV", "04" or "4:e"."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ENCLOSED = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_REPEATS = 30  # Word's own limit lies there; beyond it the letters say nothing


def _letters(count: int) -> str:
    if count < 1:
        return str(count)
    again, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * min(again + 1, _REPEATS)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    digits = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        digits += letters * times
    return digits


def _ordinal(count: int) -> str:
    return f"{count}:{'a' if count % 10 in (1, 2) and count % 100 not in (11, 12) else 'e'}"


def _enclosed(count: int) -> str:
    return _ENCLOSED[count] if 0 <= count < len(_ENCLOSED) else str(count)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedCircle": _enclosed,
    "hex": lambda count: f"{count:X}",
    "none": lambda _: "",
}


def label(count: int, shape: str) -> str:
    """A counter in one of the number formats, by Word's names for them: decimal where the format is unknown, "001"
    pads to its own length.
    """
    if shape[:1] == "0" and shape.isdigit():
        return f"{count:0{min(len(shape), 9)}d}"
    return _FORMATS.get(shape, str)(count)
