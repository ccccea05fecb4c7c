"""Outlook's saved mail (.msg, [MS-OXMSG]): a compound file whose streams are named by their property's number."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta
from typing import Any

from ingest.document import Part
from ingest.errors import BrokenFile
from ingest.mail.compressed_rtf import unpacked
from ingest.mail.letter import Attachment, Letter

_SIGN = "__properties_version1.0"
_SUBJECT, _PLAIN, _RTF, _HTML = 0x0037, 0x1000, 0x1009, 0x1013
_FROM, _FROM_ADDRESS, _TO, _COPY = 0x0C1A, 0x0C1F, 0x0E04, 0x0E03
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME = 0x3707, 0x3704, 0x3001
_DATA, _HIDDEN, _CONTENT_ID = 0x3701, 0x7FFE, 0x3712
_SENT, _CODE_PAGE, _BODY_CODE_PAGE = 0x0039, 0x3FFD, 0x3FDE
_HEADER_SIZES = {0: 32, 1: 24, 2: 8}  # of the properties stream: the mail, a mail within, an attachment
_MOST = 2_000
# What olefile raises for broken files, besides errors of its own that are OSErrors.
_ERRORS = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError, struct.error)
_BEGAN = datetime(1601, 1, 1, tzinfo=UTC)


def is_msg(data: bytes) -> bool:
    """Whether a compound file is a mail."""
    return _SIGN.encode("utf-16-le") in data


def letter(data: bytes) -> Letter:
    """The letter of a saved mail. Raises BrokenFile."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _letter(_Store(ole, (), 0))
    except _ERRORS as error:
        raise BrokenFile("e-brevet är skadat", "spara om det från Outlook") from error


class _Store:
    """One mail or attachment within the compound file, by the path of its storage."""

    def __init__(self, ole: Any, path: tuple[str, ...], sort: int) -> None:
        self.ole, self.path = ole, path
        self.fixed = self._fixed(_HEADER_SIZES[sort])

    def _fixed(self, header: int) -> dict[int, bytes]:
        stream = self.raw(_SIGN)[header:]
        found = {}
        for at in range(0, min(len(stream) - 15, 16 * 4096), 16):
            tag, _, value = struct.unpack_from("<II8s", stream, at)
            found[tag >> 16] = value
        return found

    def raw(self, name: str) -> bytes:
        place = [*self.path, name]
        return bytes(self.ole.openstream(place).read()) if self.ole.exists(place) else b""

    def binary(self, number: int) -> bytes:
        return self.raw(f"__substg1.0_{number:04X}0102")

    def text(self, number: int) -> str:
        wide = self.raw(f"__substg1.0_{number:04X}001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return _in_code_page(self.raw(f"__substg1.0_{number:04X}001E"), self.number(_CODE_PAGE)).rstrip("\0")

    def number(self, number: int) -> int:
        return int(struct.unpack("<I", self.fixed.get(number, bytes(8))[:4])[0])

    def time(self, number: int) -> str:
        ticks = struct.unpack("<Q", self.fixed.get(number, bytes(8)))[0]
        try:
            return f"{_BEGAN + timedelta(microseconds=ticks // 10):%Y-%m-%d %H.%M}" if ticks else ""
        except OverflowError:
            return ""

    def below(self, prefix: str) -> list[str]:
        depth = len(self.path)
        names = {
            entry[depth]
            for entry in self.ole.listdir(streams=True, storages=True)
            if len(entry) > depth and tuple(entry[:depth]) == self.path and entry[depth].startswith(prefix)
        }
        return sorted(names)[:_MOST]


def _letter(store: _Store) -> Letter:
    sender = " ".join(filter(None, (store.text(_FROM), store.text(_FROM_ADDRESS))))
    heads = (
        ("Ämne", store.text(_SUBJECT)),
        ("Från", sender),
        ("Till", store.text(_TO)),
        ("Kopia", store.text(_COPY)),
        ("Datum", store.time(_SENT)),
    )
    made = Letter([(what, text) for what, text in heads if text.strip()], store.text(_PLAIN))
    made.html = _utf8(store.binary(_HTML) or store.text(_HTML).encode("utf-8"), store.number(_BODY_CODE_PAGE))
    made.rtf = unpacked(store.binary(_RTF))
    for name in store.below("__attach_version1.0_"):
        _attach(_Store(store.ole, (*store.path, name), 2), made)
    return made


def _attach(store: _Store, made: Letter) -> None:
    name = store.text(_LONG_NAME) or store.text(_SHORT_NAME) or store.text(_SHOWN_NAME) or "bilaga"
    inner = f"__substg1.0_{_DATA:04X}000D"
    if store.ole.exists([*store.path, inner]):
        made.attachments.append(_embedded(store, inner, name))
    elif store.number(_HIDDEN) & 1 or (store.text(_CONTENT_ID) and _is_image(store.binary(_DATA))):
        made.parts.append(Part(name, "left-out", "en bild i brevets text"))
    elif data := store.binary(_DATA):
        made.attachments.append(Attachment(name, data))
    else:
        made.parts.append(Part(name, "unread", "bilagan följde inte med brevet; den är en länk eller är tom"))


def _embedded(store: _Store, inner: str, name: str) -> Attachment:
    """A mail within the mail: written anew as a travelling mail, so that it is read as any other."""
    from ingest.mail.rewriting import as_eml

    path = (*store.path, inner)
    sort = 1 if store.ole.exists([*path, _SIGN]) else 2
    named = name if name.lower().endswith((".msg", ".eml")) else f"{name}.eml"
    return Attachment(named, as_eml(_letter(_Store(store.ole, path, sort))))


def _is_image(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM"))


def _in_code_page(data: bytes, page: int) -> str:
    for name in (f"cp{page}" if page and page != 65001 else "utf-8", "utf-8", "windows-1252"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("latin-1")


def _utf8(html: bytes, page: int) -> bytes:
    return _in_code_page(html, page).encode("utf-8", "replace") if page else html
