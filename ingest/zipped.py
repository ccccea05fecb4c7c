"""Formats that are zips of XML parts: opened within limits, no entity resolved, nothing outside the file followed.

A zip may say that it holds little and unpack to a mountain, name one part twice, or hide a DTD that makes a text of
gigabytes: each is refused before it costs anything.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from io import BytesIO
from struct import error as StructError  # noqa: N812
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from ingest.errors import BrokenFile, EncryptedFile, TooLarge

PART_LIMIT = 64 * 2**20  # bytes of one part when unpacked; a novel's text is a tenth of it
READ_LIMIT = 160 * 2**20  # of all parts that are read
DECLARED_LIMIT = 2 * 2**30  # of all that the zip says it holds, pictures included
MEMBER_LIMIT = 20_000

_ZIP_ERRORS = (
    zipfile.BadZipFile,
    ZlibError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    StructError,
)


class Archive:
    """The parts of one file. `names` are all parts as written, without a leading slash; they are found in any case.

    `what` is what the file is called in errors ("Word-filen"), `program` what its owner opens it in.
    """

    def __init__(self, data: bytes, what: str, program: str) -> None:
        self.what = what
        self.resave = f"öppna den i {program} och spara den på nytt"
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except _ZIP_ERRORS as error:
            raise BrokenFile(f"{what} är ingen hel zip-fil", self.resave) from error
        if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > DECLARED_LIMIT:
            raise TooLarge("filen packar upp sig till mer än vad klausul läser", self.resave)
        self._members = {_key(member.filename): member for member in members}
        self._copies = Counter(_key(member.filename) for member in members)
        self._read = 0
        self.names = [member.filename.replace("\\", "/").lstrip("/") for member in members if not member.is_dir()]

    def holds(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return _key(name) in self._members

    def size(self, name: str) -> int:
        """How many bytes a part says it has, 0 where there is none."""
        member = self._members.get(_key(name))
        return 0 if member is None else member.file_size

    def bytes_of(self, name: str) -> bytes:
        """A part's bytes. Raises BrokenFile, EncryptedFile, and TooLarge by what it declares and by what it gives."""
        member = self._members.get(_key(name))
        if member is None:
            raise BrokenFile(f"delen {name} saknas i {self.what}", self.resave)
        if self._copies[_key(name)] > 1:  # two readers would read two different contracts
            raise BrokenFile(f"{self.what} har två delar som heter {name}", self.resave)
        if member.flag_bits & 1:
            raise EncryptedFile("filen är krypterad", "spara den utan lösenord och försök igen")
        if member.file_size > PART_LIMIT:
            raise TooLarge(f"delen {name} är större än {PART_LIMIT // 2**20} MB", "dela upp dokumentet")
        try:
            with self._zip.open(member) as stream:
                data = stream.read(PART_LIMIT + 1)
        except _ZIP_ERRORS as error:
            raise BrokenFile(f"delen {name} går inte att packa upp", self.resave) from error
        self._read += len(data)
        if len(data) > PART_LIMIT or self._read > READ_LIMIT:
            raise TooLarge("filen packar upp sig till mer än vad klausul läser", "dela upp dokumentet")
        return data

    def xml(self, name: str) -> etree._Element:
        """The root of a part's XML. Raises BrokenFile and TooLarge."""
        return parsed(self.bytes_of(name), f"delen {name}", self.resave)


def refuse_dtd(data: bytes, name: str, remedy: str) -> None:
    """Raises BrokenFile for an XML text with a DTD, in which entities could be defined."""
    if any("<!DOCTYPE".encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be")):
        raise BrokenFile(f"{name} har en DTD, som inte får finnas i en sådan fil", remedy)


def parsed(data: bytes, name: str, remedy: str) -> etree._Element:
    """The root of an XML text, without comments and instructions. A DTD is refused: no office format has one.

    `name` is what the text is called in errors, `remedy` what its owner can do. Raises BrokenFile and TooLarge.
    """
    refuse_dtd(data, name, remedy)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise TooLarge(f"{name} är nästlad djupare än vad klausul läser", remedy) from error
        raise BrokenFile(f"{name} är trasig XML", remedy) from error
    except ValueError as error:  # an encoding that nobody knows
        raise BrokenFile(f"{name} är trasig XML", remedy) from error


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
