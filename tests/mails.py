"""Mails and zips made for the tests, Outlook's compound files included."""

from __future__ import annotations

import io
import struct
import zipfile
from email.message import EmailMessage

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def mail(
    body: str = "Hej,\n\nHär kommer avtalet.\n",
    html: str | None = None,
    attachments: tuple[tuple[str, bytes], ...] = (),
    subject: str = "Avtal för påskrift – vård",
) -> bytes:
    """A travelling mail."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Åsa Öberg <asa@exempel.se>"
    message["To"] = "upphandling@exempel.se"
    message["Date"] = "Mon, 02 Mar 2026 10:00:00 +0100"
    message["Message-ID"] = "<1@exempel.se>"
    message.set_content(body)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def compound(streams: dict[tuple[str, ...], bytes]) -> bytes:
    """A compound file ([MS-CFB]) with these streams by their paths, padded with zeros to go without a mini stream."""
    tree: dict[tuple[str, ...], bytes | None] = {(): None}
    for path, data in streams.items():
        for depth in range(1, len(path)):
            tree.setdefault(path[:depth], None)
        tree[path] = data
    order = list(tree)
    sectors: list[bytes] = []
    fat: list[int] = []

    def stored(data: bytes) -> int:
        count = max(1, -(-len(data) // SECTOR))
        first = len(sectors)
        padded = data.ljust(count * SECTOR, b"\0")
        sectors.extend(padded[at : at + SECTOR] for at in range(0, len(padded), SECTOR))
        fat.extend([*range(first + 1, first + count), END])
        return first

    entries = b""
    for place, path in enumerate(order):
        data = tree[path]
        children = [
            at for at, other in enumerate(order) if other and other[:-1] == path and len(other) == len(path) + 1
        ]
        siblings = [at for at, other in enumerate(order) if other and path and other[:-1] == path[:-1]]
        after = next((at for at in siblings if at > place), FREE)
        name = (path[-1] if path else "Root Entry").encode("utf-16-le") + b"\0\0"
        kind = 5 if not path else 1 if data is None else 2
        first, size = (0, 0) if data is None else (stored(data.ljust(4096, b"\0")), max(len(data), 4096))
        child = children[0] if children else FREE
        entries += name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name), kind, 1, FREE, after, child)
        entries += bytes(36) + struct.pack("<IQ", first if data is not None else (END if not path else 0), size)
    directory = stored(entries.ljust(-(-len(entries) // SECTOR) * SECTOR, b"\0"))
    count = 1
    while (len(fat) + count) * 4 > count * SECTOR:
        count += 1
    tables = list(range(len(fat), len(fat) + count))
    fat += [FAT] * count
    table = b"".join(struct.pack("<I", each) for each in fat).ljust(count * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, END, 0, END, 0)
    head += b"".join(struct.pack("<I", each) for each in [*tables, *[FREE] * (109 - count)])
    return head + b"".join(sectors) + table


def outlook(
    text: dict[int, str], attachments: tuple[tuple[str, bytes], ...] = (), binary: dict[int, bytes] | None = None
) -> bytes:
    """Outlook's saved mail with these properties of text, by their numbers."""
    streams: dict[tuple[str, ...], bytes] = {("__properties_version1.0",): bytes(32)}
    for number, words in text.items():
        streams[f"__substg1.0_{number:04X}001F",] = words.encode("utf-16-le")
    for number, data in (binary or {}).items():
        streams[f"__substg1.0_{number:04X}0102",] = data
    for place, (name, data) in enumerate(attachments):
        storage = f"__attach_version1.0_#{place:08X}"
        streams[storage, "__properties_version1.0"] = bytes(8)
        streams[storage, "__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[storage, "__substg1.0_37010102"] = data.ljust(4096, b"\n")
    return compound(streams)
