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
    """What a form held: the files in order (name and bytes, or why not), the password and the language, and whether the
    files are one contract.
    """

    files: list[tuple[str, bytes] | Refused]
    password: str | None
    language: str
    bundle: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a form held: the files of each field in order (name and bytes, or why not), and its other words."""

    files: dict[str, list[tuple[str, bytes] | Refused]]
    words: dict[str, str]

    @property
    def password(self) -> str | None:
        """The password, where one was given."""
        return self.words.get("password") or None

    @property
    def language(self) -> str:
        """The language that the answer is wanted in."""
        return "en" if self.words.get("sprak") == "en" else "sv"


async def sent(request: Request, field: str = "files") -> Sent:
    """The files of the request's form. Raises HTTPException with a sentence where there is none, or too much."""
    form = await form_of(request, (field,))
    if not form.files[field]:
        raise HTTPException(400, "ingen fil kom med; välj minst ett avtal och lämna det igen")
    bundle = form.words.get("bundle", "").lower() in ("1", "true", "on", "ja")
    return Sent(form.files[field], form.password, form.language, bundle)


async def form_of(request: Request, fields: tuple[str, ...]) -> Form:
    """The request's form, with the files of these fields. Raises HTTPException with a sentence where it is none, or
    holds too much.
    """
    named = " och ".join((", ".join(fields[:-1]), fields[-1])) if len(fields) > 1 else fields[0]
    where = f"fälten {named}" if len(fields) > 1 else f"fältet {named}"
    if not request.headers.get("content-type", "").startswith(_FORM):
        raise HTTPException(415, f"begäran är ingen {_FORM}; lämna filerna i {where}")
    try:
        async with request.form(max_files=MOST_FILES, max_fields=10) as form:
            found = {
                field: [await _file(item) for item in form.getlist(field) if isinstance(item, UploadFile)]
                for field in fields
            }
            words = {name: value for name, value in form.items() if isinstance(value, str)}
    except HTTPException as error:
        told = f"formuläret går inte att läsa; lämna högst {MOST_FILES} filer i {where}"
        raise HTTPException(error.status_code, told) from None
    return Form({field: [file for file in files if file is not None] for field, files in found.items()}, words)


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
