"""The open promises of an audit as a picture: a square each, month by month, with the day of the check among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.tongue import Tongue
from checks.followup import AuditReport

MONTHS = {
    "sv": ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_MOST_MONTHS = 40  # more would be too thin to read; the list has all
_STEP, _SQUARE, _GROUND = 44, 13, 84
_HIGH, _SIDE_BY_SIDE = 4, 3


@dataclass(frozen=True, slots=True)
class Square:
    """A promise in the picture, in its points."""

    x: int
    y: int
    late: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the axis: where it begins, its name, and the year where it changes."""

    x: int
    name: str
    year: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture: its width, months, squares, where today is, and all of it in words."""

    width: int
    months: tuple[Month, ...]
    squares: tuple[Square, ...]
    today: int
    right: bool
    words: str


def timeline(report: AuditReport, tongue: Tongue) -> Timeline | None:
    """The picture; None where there is nothing to draw, or more months or promises in one than can be seen."""
    dues = sorted((line.due, line.overdue) for line in report.follow_up if line.due)
    if not dues:
        return None
    today = report.checked
    first = _index(min(dues[0][0], today))
    months = _index(max(dues[-1][0], today)) - first + 1
    places: dict[int, int] = {}
    squares = []
    for due, late in dues:
        month = _index(due) - first
        nth = places[month] = places.get(month, -1) + 1
        squares.append(Square(month * _STEP + 3 + nth // _HIGH * 14, _GROUND - 18 - nth % _HIGH * 18, late))
    if months > _MOST_MONTHS or max(places.values()) >= _HIGH * _SIDE_BY_SIDE:
        return None
    at = (_index(today) - first) * _STEP + round((today.day - 1) / 31 * _STEP)
    names = tuple(
        Month(
            place * _STEP,
            MONTHS[tongue.code][(first + place) % 12],
            str((first + place) // 12) if place == 0 or (first + place) % 12 == 0 else "",
        )
        for place in range(months)
    )
    width = max(months, 8) * _STEP
    return Timeline(width, names, tuple(squares), at, at > width / 2, _words(dues, tongue))


def _words(dues: list[tuple[date, bool]], tongue: Tongue) -> str:
    late = sum(each for _, each in dues)
    told = tongue(
        "{count} löften med datum, från {first} till {last}.", count=len(dues), first=dues[0][0], last=dues[-1][0]
    )
    return f"{told} {tongue('{count} har passerat.', count=late)}"


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1
