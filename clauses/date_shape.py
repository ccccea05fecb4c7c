"""What the forms of dates are built from: a form, the shapes of years and months, and the words between them.

Every pattern is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clauses.days import MONTHS, SHORT, Build, Find, by_year

S = r"[ \t\n\u00a0\u202f]{1,3}"
MAYBE = r"[ \t\n\u00a0\u202f]{0,3}"
DASH = r"[-\u2010\u2011\u2012\u2013\u2014]"
OF = rf"(?:{S}(?:(?:av|under|i|för|år){S}){{0,2}}|,{S}|{MAYBE}[-/–]{MAYBE}|)"
YEAR = r"(?P<year>20\d\d)(?!\d|[:/]\d)"
YEAR_TOO = rf"(?:{OF}{YEAR}|{MAYBE}[-’'](?P<yy>[2-4]\d)(?![\d-]))?"
MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
ANY_MONTH = "(?P<month>" + "|".join([*MONTHS, *sorted(SHORT, key=len, reverse=True)]) + r")(?!\w)\.?"


_EDGE = r"(?:(?<![\w/:§])|(?<=/)(?=[^\W\d_]))"
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_BACK_REFERENCE = re.compile(r"\(\?P=\w+\)")


@dataclass(frozen=True, slots=True)
class Form:
    """One form. `days` gives what a match names, with the day when the document was written (None where unknown).

    `kind` is `day`, `week`, `month`, `meeting`, `season`, `part` (of a year), `year`, `years`, `bare-year` (a number),
    `turn` (a point such as the turn of the year), `christmas` (a holiday), `plan` (the year before it), `budget` (that
    names no year), `report`, `mandate`, `era` (a school year), `deictic` or `term` (both counted from the writing).
    """

    kind: str
    pattern: re.Pattern[str]
    days: Find


def form(kind: str, pattern: str, build: Build, *, exact_case: bool = False) -> Form:
    """A form of one year: that of the words, else the nearest one."""
    return free(kind, pattern, by_year(build), exact_case=exact_case)


def free(kind: str, pattern: str, days: Find, *, exact_case: bool = False) -> Form:
    """A form that finds its days by itself."""
    compiled = re.compile(rf"{_EDGE}(?:{pattern})(?!\w)", 0 if exact_case else re.IGNORECASE)
    return Form(kind, compiled, days)


@cache
def any_form(forms: tuple[Form, ...]) -> re.Pattern[str]:
    """Matches, with no width, wherever one of the forms may begin: each is then tried there alone.

    Looking for every form by itself everywhere takes four times as long.
    """
    bodies = []
    for each in forms:
        body = _NAMED_GROUP.sub("(?:", each.pattern.pattern.removeprefix(_EDGE))
        body = _BACK_REFERENCE.sub(".", body)
        bodies.append(body if each.pattern.flags & re.IGNORECASE else f"(?-i:{body})")
    return re.compile(rf"{_EDGE}(?=\w)(?={'|'.join(bodies)})", re.IGNORECASE)
