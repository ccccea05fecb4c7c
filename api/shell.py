"""The pages' frame: the templates' environment, and whether a page stands alone or is served with its style sheet."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from api.printable import encodable, visible
from api.tongue import Tongue

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shell:
    """A page's frame. `here` is its place in the menu, `other` the address of the same page for the language switch."""

    requirements: int
    version: str
    served: bool = False
    query: str = ""
    here: str = ""
    other: str = ""

    @property
    def style(self) -> Markup:
        """The style sheet, for a page that stands alone. It is klausul's own text, so it needs no escaping."""
        return Markup(_style())  # noqa: S704

    @property
    def policy(self) -> str:
        """What a page that stands alone may do: show its own style, and fetch and run nothing."""
        digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
        return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def fill(template: str, shell: Shell, tongue: Tongue, **values: object) -> str:
    """A template filled in: every value escaped, every character visible."""
    page = _environment().get_template(template).render(shell=shell, t=tongue, **values)
    return encodable(page)


def own_version() -> str:
    """klausul's version, as installed."""
    try:
        return version("klausul")
    except PackageNotFoundError:
        return "–"


@cache
def _style() -> str:
    return (HERE / "static" / "style.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )


def _finalize(value: object) -> object:
    return visible(value) if type(value) is str else value
