"""Frames, shapes and objects: their text boxes and tables, and the account of what cannot be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from ingest.document import Part
from ingest.draft import Draft
from ingest.odf.names import DRAW, OFFICE, SVG, TABLE, TEXT, XLINK, H, P
from ingest.odf.package import OpenDocument
from ingest.odf.styles import points

PAGE_WIDTH, PAGE_HEIGHT = 280, 340  # points: a picture of this size may be a scanned page, a logotype is never as high
_LITTLE_TEXT = 200  # characters of body beside which a picture may be the whole contract
_HOLDERS = frozenset((f"{DRAW}g", f"{DRAW}a", f"{DRAW}frame", f"{DRAW}page"))
_SILENT = frozenset((f"{DRAW}image-map", f"{DRAW}glue-point", f"{SVG}title", f"{SVG}desc"))
_BLOCKS = frozenset((P, H, f"{TEXT}list", f"{TABLE}table"))


@dataclass(slots=True)
class Account:
    """What a walk met beside the text."""

    annotations: int = 0
    pictures: int = 0
    page_pictures: int = 0
    objects: Counter[str] = field(default_factory=Counter)
    left_out: dict[str, str] = field(default_factory=dict)

    def parts(self, drafts: list[Draft]) -> list[Part]:
        """The lines of the ledger."""
        why = "en inbäddad fil som inte läses; spara den som en egen fil och läs den också"
        found = [Part(f"inbäddat objekt ({name})", "unread", why) for name in sorted(self.objects)]
        found += [Part(name, "left-out", why) for name, why in self.left_out.items()]
        if not self.pictures:
            return found
        name = f"bilder ({self.pictures})"
        if sum(len(draft.text) for draft in drafts) < _LITTLE_TEXT:
            why = "dokumentet består nästan bara av bilder; spara det som PDF och läs den med OCR"
            return [*found, Part(name, "unread", why)]
        if self.page_pictures:
            why = f"{self.page_pictures} bilder är så stora att de kan vara inskannade sidor; deras text läses inte"
            return [*found, Part(name, "unread", why)]
        return [*found, Part(name, "left-out", "bilder läses inte")]


def boxes(file: OpenDocument, element: etree._Element, account: Account) -> list[etree._Element]:
    """The elements under a drawing whose children are blocks of text, in order; `account` learns of the others."""
    found: list[etree._Element] = []
    _inside(file, element, account, found)
    return found


def _inside(file: OpenDocument, element: etree._Element, account: Account, found: list[etree._Element]) -> None:
    tag = element.tag
    if tag in _SILENT:
        return
    if tag == f"{DRAW}image":
        _picture(element, account)
    elif tag in (f"{DRAW}object", f"{DRAW}object-ole"):
        _object(file, element, account)
    elif tag in _HOLDERS:
        children = list(element)
        if any(child.tag == f"{TABLE}table" for child in children):
            found.append(element)
            return
        drawn = next((child for child in children if child.tag in (f"{DRAW}object", f"{DRAW}object-ole")), None)
        for child in children if drawn is None else [drawn]:  # a picture beside an object only shows the object
            _inside(file, child, account, found)
    elif any(child.tag in _BLOCKS for child in element):
        found.append(element)
    else:
        for child in element:
            _inside(file, child, account, found)


def _picture(element: etree._Element, account: Account) -> None:
    account.pictures += 1
    frame = element.getparent()
    if frame is not None:
        width, height = (points(frame.get(f"{SVG}{side}")) or 0 for side in ("width", "height"))
        account.page_pictures += width >= PAGE_WIDTH and height >= PAGE_HEIGHT


def _object(file: OpenDocument, element: etree._Element, account: Account) -> None:
    name = element.get(f"{XLINK}href", "").removeprefix("./").strip("/")
    inner = next(iter(element), None) if not name else file.object_text(name)
    if inner is not None and isinstance(inner.tag, str) and inner.tag.endswith("}math"):
        account.left_out["formler"] = "formler läses inte"
    elif inner is not None and inner.find(f"{OFFICE}body/{OFFICE}chart") is not None:
        account.left_out["diagram"] = "diagram läses inte"
    else:
        account.objects[name or "okänt objekt"] += 1
