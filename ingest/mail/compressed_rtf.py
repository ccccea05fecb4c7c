"""Outlook's packed RTF ([MS-OXRTFCP]): a window of 4096 bytes that begins with the usual words of RTF."""

from __future__ import annotations

import struct

from ingest.errors import TooLarge

_BEGINS = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_LARGEST = 50 * 2**20


def unpacked(data: bytes) -> bytes:
    """The RTF; empty where the bytes are no packed RTF. Raises TooLarge."""
    if len(data) < 16:
        return b""
    _, size, kind, _ = struct.unpack_from("<II4sI", data)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED:
        return b""
    if size > _LARGEST:
        raise TooLarge("brevets text är för stor", "spara den som ett eget dokument")
    window = bytearray(_WINDOW)
    window[: len(_BEGINS)] = _BEGINS
    return bytes(_unpack(data, window, size))


def _unpack(data: bytes, window: bytearray, size: int) -> bytearray:
    place, at, made = len(_BEGINS), 16, bytearray()
    while at < len(data) and len(made) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data) or len(made) >= size:
                break
            if control >> bit & 1:
                if at + 1 >= len(data):
                    return made
                token = data[at] << 8 | data[at + 1]
                at += 2
                start, length = token >> 4, (token & 15) + 2
                if start == place:
                    return made
                copied = range(start, start + length)
            else:
                window[place] = data[at]
                at += 1
                made.append(window[place])
                place = (place + 1) % _WINDOW
                continue
            for each in copied:
                sign = window[each % _WINDOW]
                made.append(sign)
                window[place] = sign
                place = (place + 1) % _WINDOW
    return made
