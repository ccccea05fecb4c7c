"""Destinations: what a group's first word says that the group is, and what is to be done when it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.document import BlockKind
from ingest.rtf.state import Into

if TYPE_CHECKING:
    from ingest.rtf.reader import Reader

_STORIES = {
    **{f"header{which}": BlockKind.HEADER for which in ("", "l", "r", "f")},
    **{f"footer{which}": BlockKind.FOOTER for which in ("", "l", "r", "f")},
    "footnote": BlockKind.FOOTNOTE,
    "shptxt": BlockKind.TEXT_BOX,
    "dptxbxtext": BlockKind.TEXT_BOX,
}
# Destinations with a star that hold text; all others with a star are passed over.
_STARRED = frozenset(
    ("footnote", "shpinst", "shppict", "ud", "do", "nesttableprops", "pntext", "cs", "fldinst", "pict")
)
_SILENT = frozenset(
    (
        *("colortbl", "info", "filetbl", "rxe", "xe", "tc", "tcn", "sp", "shprslt", "nonshppict", "nonesttables"),
        *("listtable", "listoverridetable", "pn", "pntxta", "pntxtb", "bkmkstart", "bkmkend", "atnid", "atnauthor"),
        *("themedata", "colorschememapping", "latentstyles", "datastore", "generator", "xmlnstbl", "rsidtbl"),
        *("revtbl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "ftncn", "aftncn", "objdata", "objclass", "stextflow"),
    )
)


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and for a form's tick box whether it is ticked."""

    instruction: str = ""
    box: int | None = None
    contents: bool = False


def opens(reader: Reader, word: str) -> bool:
    """Whether a group's first word names a destination, which begins here."""
    state = reader.state
    starred, state.starred = state.starred, False
    if state.into is Into.NOWHERE:
        if word == "ud" and state.twice:  # what stands beside it in ANSI was passed over
            state.into, state.twice = state.twice, None
        return True
    if word in _STORIES:
        _story(reader, word)
    elif word in _OPENERS:
        _OPENERS[word](reader)
    elif word in ("annotation", "pict", "object", "mmath"):
        reader.met[word] += 1
        if word != "object":
            state.into = Into.NOWHERE
    elif word in _SILENT or (starred and word not in _STARRED):
        state.into = Into.NOWHERE
    else:
        return False
    return True


def _story(reader: Reader, word: str) -> None:
    reader.begin_story(word, _STORIES.get(word, BlockKind.FOOTNOTE))


def _into(into: Into, ends: str) -> Callable[[Reader], None]:
    def opener(reader: Reader) -> None:
        reader.state.into, reader.state.ends = into, ends
        reader.gathered = ""

    return opener


def _field(reader: Reader) -> None:
    reader.fields.append(Field())
    reader.state.ends = "field"


def _twice(reader: Reader) -> None:
    reader.state.twice, reader.state.into = reader.state.into, Into.NOWHERE


def _formfield(reader: Reader) -> None:
    reader.state.into = Into.INSTRUCTION


_OPENERS: dict[str, Callable[[Reader], None]] = {
    "fonttbl": _into(Into.FONTS, ""),
    "stylesheet": _into(Into.STYLES, ""),
    "listtext": _into(Into.NUMBER, "number"),
    "pntext": _into(Into.NUMBER, "number"),
    "fldinst": _into(Into.INSTRUCTION, "instruction"),
    "formfield": _formfield,
    "field": _field,
    "upr": _twice,
}


def _end_field(reader: Reader) -> None:
    if reader.fields:
        reader.fields.pop()
    reader.story.contents = any(field.contents for field in reader.fields)


def _end_instruction(reader: Reader) -> None:
    text, reader.gathered = reader.gathered.strip(), ""
    if not reader.fields:
        return
    field = reader.fields[-1]
    if text.upper().startswith("TOC"):
        field.contents = reader.story.contents = True
    if text.upper().startswith("FORMCHECKBOX"):
        into, reader.state.into = reader.state.into, Into.STORY
        reader.say("☒" if field.box == 1 else "☐")
        reader.state.into = into


def _end_font(reader: Reader) -> None:
    name, reader.gathered = reader.gathered, ""
    reader.defined.font(reader.state.font, reader.charset, reader.code_page, name)
    reader.charset, reader.code_page = None, ""


def _end_style(reader: Reader) -> None:
    name, reader.gathered = reader.gathered, ""
    reader.defined.style(reader.state.style, reader.state.outline, reader.base, name)
    reader.base = None


ENDINGS: dict[str, Callable[[Reader], None]] = {
    "story": lambda reader: reader.end_story(),
    "number": lambda reader: reader.end_number(),
    "field": _end_field,
    "instruction": _end_instruction,
    "font": _end_font,
    "style": _end_style,
}
