"""The members of a zip, unpacked one by one in memory, and refused one by one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from ingest.containers.budget import FREE, MOST_EXPANDED, MOST_MEMBERS, RATIO, Budget
from ingest.containers.member import Member
from ingest.containers.names import is_junk
from ingest.errors import BrokenFile, EncryptedFile, TooLarge, UnknownFormat, UnreadableDocument
from ingest.source import LARGEST

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_UTF8 = 0x800  # the flag that says that a name is UTF-8
_AES = 99
_AT_ONCE = 2**20
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)


def members(data: bytes, password: str | None, budget: Budget) -> Iterator[Member]:
    """Each file of a zip. Raises BrokenFile or TooLarge for the zip as a whole."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _ERRORS as error:
        raise BrokenFile("ZIP-arkivet är skadat", "hämta eller packa det på nytt") from error
    if len(entries) > 4 * MOST_MEMBERS:
        raise TooLarge(f"arkivet har fler än {MOST_MEMBERS} filer", "dela upp det")
    with archive:
        for entry in entries:
            name = _name(entry)
            if entry.is_dir():
                continue
            if is_junk(name):
                budget.skipped += 1
                continue
            try:
                yield Member(name, _unpacked(archive, entry, password, budget))
            except UnreadableDocument as error:
                yield Member(name, None, error)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its packer wrote it: Macs write UTF-8 without saying so."""
    if entry.flag_bits & _UTF8 or entry.filename.isascii():
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str | None, budget: Budget) -> bytes:
    encrypted = bool(entry.flag_bits & 1)
    if entry.compress_type == _AES or (encrypted and password is None):
        raise EncryptedFile("filen är krypterad i arkivet", _UNLOCK if password is None else "packa upp den för sig")
    if entry.compress_type not in _METHODS:
        raise UnknownFormat("filen är packad på ett sätt som klausul inte läser", "packa om arkivet som vanlig ZIP")
    try:
        return _inflated(archive, entry, password, budget)
    except RuntimeError as error:
        if encrypted:
            raise EncryptedFile("filen är krypterad i arkivet och lösenordet stämmer inte", _UNLOCK) from error
        raise BrokenFile("filen är skadad i arkivet", "packa det på nytt") from error
    except _ERRORS as error:
        if encrypted:
            raise EncryptedFile("filen är krypterad i arkivet och lösenordet stämmer inte", _UNLOCK) from error
        raise BrokenFile("filen är skadad i arkivet", "packa det på nytt") from error


_UNLOCK = "ange rätt lösenord med --password"


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str | None, budget: Budget) -> bytes:
    """The member's bytes, counted as they come: what the zip says of their number is not believed."""
    secret = password.encode("utf-8", "surrogateescape") if password else None
    made = bytearray()
    with archive.open(entry, pwd=secret) as stream:
        while part := stream.read(_AT_ONCE):
            made += part
            if len(made) > FREE and len(made) > RATIO * max(1, entry.compress_size):
                raise TooLarge("filen packar upp sig orimligt mycket, som en zip-bomb", "packa upp den för sig")
            if len(made) > LARGEST:
                raise TooLarge(f"filen är större än {LARGEST // 2**20} MB", "dela upp den i mindre filer")
            if budget.bytes + len(made) > MOST_EXPANDED:
                budget.expanded(len(made))
    return bytes(made)
