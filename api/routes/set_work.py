"""The service's work on sets of documents: an audit with its responses, and guidelines held against a framework."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from fastapi import Request
from starlette.exceptions import HTTPException

from api import auditing, covering
from api.covering import Given
from api.printable import one_line
from api.routes.work import in_turn
from api.trouble import Refused
from api.uploads import Form, form_of

if TYPE_CHECKING:
    from checks.coverage_report import CoverageReport
    from checks.followup import AuditReport

Result = TypeVar("Result")
DEFAULT_FRAMEWORK = "welfare-crime-guidelines"


@dataclass(frozen=True, slots=True)
class AuditDone:
    """The follow-up (None where no response could be read), and the files that could not be read."""

    report: AuditReport | None
    refused: list[Refused]


@dataclass(frozen=True, slots=True)
class CoverageDone:
    """The coverage (None where no document could be read), and the files that could not be read."""

    report: CoverageReport | None
    refused: list[Refused]


async def audit_and(render: Callable[[AuditDone, Form], Result], request: Request) -> Result:
    """Follows up the audit that the request's form holds. Raises HTTPException with a sentence where it cannot."""
    form = await form_of(request, ("report", "responses", "earlier"))
    if not form.files["responses"]:
        raise HTTPException(400, "inget svar kom med; välj minst ett svar på rapporten och lämna det igen")
    if len(form.files["report"]) > 1:
        raise HTTPException(400, "flera rapporter kom med; lämna en rapport i fältet report och svaren i responses")

    def work() -> Result:
        names: set[str] = set()
        refused: list[Refused] = []
        reports, responses, earlier = (
            _given(form, field, names, refused) for field in ("report", "responses", "earlier")
        )
        found, more = auditing.audit(
            reports[0] if reports else None, responses, earlier=earlier, password=form.password
        )
        return render(AuditDone(found, [*refused, *more]), form)

    return await in_turn(work)


async def cover_and(render: Callable[[CoverageDone, Form], Result], request: Request) -> Result:
    """Holds the guidelines of the request's form against a framework. Raises HTTPException with a sentence."""
    form = await form_of(request, ("files",))
    if not form.files["files"]:
        raise HTTPException(400, "ingen fil kom med; välj minst en riktlinje och lämna den igen")
    framework = known_framework(form.words.get("framework") or DEFAULT_FRAMEWORK)

    def work() -> Result:
        from clauses.framework_files import load_framework

        refused: list[Refused] = []
        given = _given(form, "files", set(), refused)
        found, more = covering.cover(given, load_framework(framework), form.password)
        return render(CoverageDone(found, [*refused, *more]), form)

    return await in_turn(work)


def known_framework(name: str) -> str:
    """The id of a framework that klausul brings: a form must not name a file of the computer. Raises HTTPException."""
    from clauses.framework_files import built_in

    if name not in built_in():
        raise HTTPException(400, f"ramverket {one_line(name)[:60]} finns inte; välj {', '.join(built_in())}")
    return name


def _given(form: Form, field: str, names: set[str], refused: list[Refused]) -> list[Given]:
    """The files of a field, each by a name that no other file of the form has; those too large go to `refused`."""
    given = []
    for file in form.files[field]:
        if isinstance(file, Refused):
            refused.append(file)
            continue
        given.append(Given(file[1], _own(file[0], names)))
    return given


def _own(name: str, names: set[str]) -> str:
    path, number = PurePosixPath(name), 2
    own = name
    while own in names:
        own, number = f"{path.stem} ({number}){path.suffix}", number + 1
    names.add(own)
    return own
