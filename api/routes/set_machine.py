"""The API on sets of documents: an audit with its responses, and guidelines, as the same objects as the commands."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.printable import encodable
from api.reports import set_shapes, shapes
from api.reports.audit_shapes import AuditShape
from api.reports.coverage_shapes import CoverageShape
from api.reports.json import compact
from api.routes.set_work import AuditDone, CoverageDone, audit_and, cover_and
from api.trouble import Refused
from api.uploads import Form

router = APIRouter()
_FILE = {"type": "string", "format": "binary"}
_FILES = {"type": "array", "items": _FILE}
_PASSWORD = {"type": "string", "description": "For encrypted files."}
_SAID: dict[int | str, dict[str, Any]] = {
    400: {"model": shapes.ErrorShape, "description": "Too little in the form, or no form that can be read."},
    413: {"model": shapes.ErrorShape, "description": "Too much at once."},
    422: {"model": set_shapes.NothingReadShape, "description": "No file that the answer needs could be read."},
}


def _form(required: list[str], **properties: object) -> dict[str, Any]:
    schema = {"type": "object", "required": required, "properties": {**properties, "password": _PASSWORD}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


@router.post(
    "/api/v1/audit",
    summary="Follow up an audit: which recommendation got which answer",
    openapi_extra=_form(["responses"], report=_FILE, responses=_FILES, earlier=_FILES),
    response_class=Response,
    responses={
        200: {
            "model": AuditShape,
            "description": (
                "The follow-up, as `klausul audit --format json` prints it; `refused` only where a file could not be"
                " read. Without `report` the recommendations are those that the responses repeat."
            ),
        },
        **_SAID,
    },
)
async def follow_up(request: Request) -> Response:
    """Holds an audit's report against its responses. Nothing is kept."""

    def render(done: AuditDone, form: Form) -> Response:
        if done.report is None:
            return _nothing(done.refused)
        from api.reports.audit_json import shape

        return _object(shape(done.report), done.refused)

    return await audit_and(render, request)


@router.post(
    "/api/v1/coverage",
    summary="Hold a set of guidelines against a framework of topics",
    openapi_extra=_form(
        ["files"], files=_FILES, framework={"type": "string", "description": "The id of a framework that klausul has."}
    ),
    response_class=Response,
    responses={
        200: {
            "model": CoverageShape,
            "description": (
                "The coverage, as `klausul coverage --format json` prints it; `refused` only where a file could not be"
                " read."
            ),
        },
        **_SAID,
    },
)
async def coverage(request: Request) -> Response:
    """Holds guidelines against a framework. Nothing is kept."""

    def render(done: CoverageDone, form: Form) -> Response:
        if done.report is None:
            return _nothing(done.refused)
        from api.reports.coverage_json import shape

        return _object(shape(done.report), done.refused)

    return await cover_and(render, request)


def _object(found: dict[str, Any], refused: list[Refused]) -> Response:
    """The command's own object; what could not be read, which the command says on standard error, comes last."""
    if refused:
        found = {**found, "refused": [{"name": each.name, "error": each.message} for each in refused]}
    return Response(encodable(json.dumps(found, ensure_ascii=False)) + "\n", media_type="application/json")


def _nothing(refused: list[Refused]) -> Response:
    told = [set_shapes.RefusedFile(name=each.name, error=each.message) for each in refused]
    nothing = set_shapes.NothingReadShape(error="ingen fil att svara om gick att läsa; se refused", refused=told)
    return Response(compact(nothing) + "\n", 422, media_type="application/json")
