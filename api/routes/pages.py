"""The pages: where agreements are left, their report, and the library. They work without script."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from api.reports.html import page
from api.routes.work import check_and
from api.shell import Shell, fill, own_version
from api.tongue import Tongue
from api.trouble import Refused
from api.uploads import LARGEST_FILE, sent
from checks.finding import ContractReport
from clauses import load

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def start(sprak: str = "sv") -> HTMLResponse:
    """Where files are left."""
    tongue = spoken(sprak)
    return HTMLResponse(fill("start.html", served(tongue, "start", "/"), tongue, largest=LARGEST_FILE // 2**20))


@router.post("/check")
async def check_files(request: Request) -> Response:
    """The report of what was left."""
    given = await sent(request)
    tongue = spoken(given.language)

    def render(outcomes: list[ContractReport | Refused]) -> Response:
        return HTMLResponse(page(outcomes, load(), tongue.code, served(tongue, "report", "")))

    return await check_and(render, given)


@router.get("/check")
def nothing_to_check() -> RedirectResponse:
    """A report is not kept, so its address alone leads back to where files are left."""
    return RedirectResponse("/", 303)


@router.get("/bibliotek")
def library(sprak: str = "sv") -> HTMLResponse:
    """All requirements."""
    tongue = spoken(sprak)
    known = load()
    groups = [
        (tongue.of(words), [one for one in known.requirements if one.group == group])
        for group, words in known.groups.items()
    ]
    return HTMLResponse(fill("library.html", served(tongue, "library", "/bibliotek"), tongue, groups=groups))


@router.get("/bibliotek/{name}")
def requirement(name: str, sprak: str = "sv") -> HTMLResponse:
    """One requirement in full."""
    tongue = spoken(sprak)
    known = load()
    try:
        found = known.requirement(name)
    except KeyError:
        raise HTTPException(404, "kravet finns inte; välj ett i biblioteket") from None
    group = tongue.of(known.groups[found.group])
    shell = served(tongue, "library", f"/bibliotek/{found.id}")
    return HTMLResponse(fill("requirement.html", shell, tongue, requirement=found, group=group))


def spoken(code: str) -> Tongue:
    """The language of an address or a form; Swedish where it is none that klausul speaks."""
    return Tongue("en" if code == "en" else "sv")


def served(tongue: Tongue, here: str, other: str) -> Shell:
    """The frame of a served page: its place in the menu, and its address for the language switch."""
    return Shell(
        requirements=len(load().requirements),
        version=own_version(),
        served=True,
        query="" if tongue.code == "sv" else "?sprak=en",
        here=here,
        other=other,
    )
