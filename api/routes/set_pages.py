"""The pages on sets of documents: where an audit or guidelines are left, and the matrix. They work without script."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.routes.pages import served, spoken
from api.routes.set_work import AuditDone, CoverageDone, audit_and, cover_and
from api.shell import fill
from api.uploads import LARGEST_FILE, Form

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_LARGEST = LARGEST_FILE // 2**20


@router.get("/revision")
def leave_audit(sprak: str = "sv") -> HTMLResponse:
    """Where an audit's report and its responses are left."""
    tongue = spoken(sprak)
    return HTMLResponse(fill("audit_start.html", served(tongue, "audit", "/revision"), tongue, largest=_LARGEST))


@router.post("/revision")
async def follow_up(request: Request) -> Response:
    """The matrix of recommendations and boards."""

    def render(done: AuditDone, form: Form) -> Response:
        tongue = spoken(form.language)
        shell = served(tongue, "audit", "")
        if done.report is None:
            return HTMLResponse(fill("unread.html", shell, tongue, refused=done.refused, again="/revision"), 422)
        from api.reports.audit_html import page

        return HTMLResponse(page(done.report, tongue.code, shell, done.refused))

    return await audit_and(render, request)


@router.get("/riktlinjer")
def leave_guidelines(sprak: str = "sv") -> HTMLResponse:
    """Where guidelines are left."""
    from clauses.framework_files import built_in, load_framework

    tongue = spoken(sprak)
    frameworks = [load_framework(name) for name in built_in()]
    shell = served(tongue, "guidelines", "/riktlinjer")
    return HTMLResponse(fill("coverage_start.html", shell, tongue, largest=_LARGEST, frameworks=frameworks))


@router.post("/riktlinjer")
async def cover(request: Request) -> Response:
    """The matrix of topics and documents."""

    def render(done: CoverageDone, form: Form) -> Response:
        tongue = spoken(form.language)
        shell = served(tongue, "guidelines", "")
        if done.report is None:
            return HTMLResponse(fill("unread.html", shell, tongue, refused=done.refused, again="/riktlinjer"), 422)
        from api.reports.coverage_html import page

        return HTMLResponse(page(done.report, tongue.code, shell, done.refused))

    return await cover_and(render, request)
