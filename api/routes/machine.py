"""The API: the same objects as the command gives, under /api/v1."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel

from api.reports import json, shapes
from api.routes.work import check_and
from api.shell import own_version
from api.trouble import Refused
from api.uploads import sent
from checks.finding import ContractReport

router = APIRouter()
_LINES = "application/x-ndjson"
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "password": {"type": "string", "description": "For encrypted files."},
                        "bundle": {"type": "boolean", "description": "The files are one contract: one report."},
                    },
                }
            }
        },
    }
}


class Health(BaseModel):
    """That the service answers, and with what."""

    status: str
    version: str
    requirements: int


@router.post(
    "/api/v1/check",
    summary="Check one or more contracts",
    openapi_extra=_FORM,
    response_class=Response,
    responses={
        200: {
            "model": shapes.ReportShape,
            "description": (
                "One file: its report, as `klausul check --format json` prints it. Several: JSON Lines, a report or a"
                " refusal (an object with `error`) a line, in the order of the files."
            ),
            "content": {_LINES: {"schema": {"type": "string"}}},
        },
        400: {"model": shapes.ErrorShape, "description": "No file, or no form that can be read."},
        413: {"model": shapes.ErrorShape, "description": "Too much at once."},
        422: {"model": shapes.RefusedShape, "description": "The one file could not be read."},
    },
)
async def check_contracts(request: Request) -> Response:
    """Holds contracts against the clause library. Nothing is kept."""

    def render(outcomes: list[ContractReport | Refused]) -> Response:
        body = "".join(json.line(outcome) for outcome in outcomes)
        if len(outcomes) > 1:
            return Response(body, media_type=_LINES)
        return Response(body, 422 if isinstance(outcomes[0], Refused) else 200, media_type="application/json")

    return await check_and(render, await sent(request), boxes=True)


@router.get("/health", summary="Whether the service answers")
def health() -> Health:
    """That the service answers, and how many requirements it knows."""
    from clauses import load

    return Health(status="ok", version=own_version(), requirements=len(load().requirements))
