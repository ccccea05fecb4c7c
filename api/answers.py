"""How the service answers what it cannot do: one sentence, as a page to a person and as JSON to a program."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.shell import Shell, fill, own_version
from api.tongue import Tongue


def problem(request: Request, status: int, words: str) -> Response:
    """The answer to a request that could not be carried out: `words` say what happened and the remedy, in Swedish."""
    if wants_page(request):
        shell = Shell(requirements=0, version=own_version(), served=True)
        page = fill("problem.html", shell, Tongue("sv"), words=words[:1].upper() + words[1:])
        return HTMLResponse(page, status)
    from api.reports import json, shapes

    return Response(json.compact(shapes.ErrorShape(error=words)) + "\n", status, media_type="application/json")


def wants_page(request: Request) -> bool:
    """Whether a person's browser asks. The API always answers in JSON."""
    return not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", "")
