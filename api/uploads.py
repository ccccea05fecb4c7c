"""The files of a request: read from its form with limits, handed on as bytes, and gone when the answer is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.trouble import Refused

LARGEST_FILE = 50 * 2**20
MOST_FILES = 100
_FORM = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form held: the files in order (name and bytes, or why not), the password and the language."""

    files: list[tuple[str, bytes] | Refused]
    password: str | None
    language: str


async def sent(request: Request, field: str = "files") -> Sent:
    """The files of the request's form. Raises HTTPException with a sentence where there is none, or too much."""
    if not request.headers.get("content-type", "").startswith(_FORM):
        raise HTTPException(415, f"begäran är ingen {_FORM}; lämna filerna i fältet {field}")
    try:
        async with request.form(max_files=MOST_FILES, max_fields=10) as form:
            files = [await _file(item) for item in form.getlist(field) if isinstance(item, UploadFile)]
            password, language = form.get("password"), form.get("sprak")
    except HTTPException as error:
        words = f"formuläret går inte att läsa; lämna högst {MOST_FILES} filer i fältet {field}"
        raise HTTPException(error.status_code, words) from None
    chosen = [file for file in files if file is not None]
    if not chosen:
        raise HTTPException(400, "ingen fil kom med; välj minst ett avtal och lämna det igen")
    return Sent(
        chosen,
        password if isinstance(password, str) and password else None,
        "en" if language == "en" else "sv",
    )


async def _file(item: UploadFile) -> tuple[str, bytes] | Refused | None:
    """One file; None where the browser sent an empty field because nothing was chosen."""
    name = own_name(item.filename or "")
    if not item.filename and not item.size:
        return None
    if item.size is not None and item.size > LARGEST_FILE:
        return Refused(name, f"filen är större än {LARGEST_FILE // 2**20} MB; dela upp den i mindre filer")
    return name, await item.read()


def own_name(name: str) -> str:
    """A file's own name, without the folders that some browsers and programs send with it."""
    return PureWindowsPath(PurePosixPath(name).name).name or "avtal"
