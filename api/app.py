"""The local service: the pages and the API, behind the gate. Nothing is kept, and nothing is fetched from elsewhere."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.answers import problem
from api.gate import LARGEST_REQUEST, Gate
from api.routes import machine, pages, set_machine, set_pages
from api.shell import own_version

_STATIC = Path(__file__).parent / "static"
_WORDS = {404: "sidan finns inte; börja om på startsidan", 405: "adressen tar inte emot det; se /api/v1/openapi.json"}


def make_app(largest_request: int = LARGEST_REQUEST) -> FastAPI:
    """The service as an ASGI application. `largest_request` is in bytes."""
    app = FastAPI(
        title="klausul",
        version=own_version(),
        summary="Which clauses against welfare crime a Swedish contract has and lacks, with quotes and places.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    for door in (machine, set_machine, pages, set_pages):
        app.include_router(door.router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.add_exception_handler(HTTPException, _refused)
    app.add_middleware(Gate, largest=largest_request)
    return app


def _refused(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    return problem(request, status, _WORDS.get(status, str(getattr(error, "detail", ""))))
