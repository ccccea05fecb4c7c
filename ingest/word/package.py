"""A Word file as a zip of parts: opened within limits, no entity resolved, nothing outside the file followed."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from struct import error as StructError  # noqa: N812
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from ingest.errors import BrokenFile, EncryptedFile, TooLarge
from ingest.word.names import PACKAGE_RELATIONSHIPS

PART_LIMIT = 64 * 2**20  # bytes of one part when unpacked; a novel's document.xml is a tenth of it
READ_LIMIT = 160 * 2**20  # of all parts that are read
DECLARED_LIMIT = 2 * 2**30  # of all that the zip says it holds, pictures included
MEMBER_LIMIT = 20_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RESAVE = "öppna den i Word och spara den på nytt"
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
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", b"drawingml/2006/diagram"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"drawingml/2006/main"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to: its kind (last word of the type), and a part's name, or an address outside the file."""

    kind: str
    target: str
    outside: bool


class Package:
    """The parts of one file. `names` are all parts as written, without a leading slash; they are found in any case."""

    def __init__(self, data: bytes) -> None:
        self._zip = _opened(data)
        members = self._zip.infolist()
        if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > DECLARED_LIMIT:
            raise TooLarge("filen packar upp sig till mer än vad klausul läser", _RESAVE)
        self._members = {_key(member.filename): member for member in members}
        self._copies = Counter(_key(member.filename) for member in members)
        self._read = 0
        self._relations: dict[str, dict[str, Relation]] = {}
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
            raise BrokenFile(f"delen {name} saknas i Word-filen", _RESAVE)
        if self._copies[_key(name)] > 1:  # two readers would read two different contracts
            raise BrokenFile(f"Word-filen har två delar som heter {name}", _RESAVE)
        if member.flag_bits & 1:
            raise EncryptedFile("filen är krypterad", "spara den utan lösenord och försök igen")
        if member.file_size > PART_LIMIT:
            raise TooLarge(f"delen {name} är större än {PART_LIMIT // 2**20} MB", "dela upp dokumentet")
        try:
            with self._zip.open(member) as stream:
                data = stream.read(PART_LIMIT + 1)
        except _ZIP_ERRORS as error:
            raise BrokenFile(f"delen {name} går inte att packa upp", _RESAVE) from error
        self._read += len(data)
        if len(data) > PART_LIMIT or self._read > READ_LIMIT:
            raise TooLarge("filen packar upp sig till mer än vad klausul läser", "dela upp dokumentet")
        return data

    def xml(self, name: str) -> etree._Element:
        """The root of a part's XML, with the strict namespaces made the usual ones. Raises BrokenFile."""
        data = self.bytes_of(name)
        if any("<!DOCTYPE".encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be")):
            raise BrokenFile(f"delen {name} har en DTD, som inte får finnas i en Word-fil", _RESAVE)
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, b"http://schemas.openxmlformats.org/" + usual)
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
                raise TooLarge(f"delen {name} är nästlad djupare än vad klausul läser", _RESAVE) from error
            raise BrokenFile(f"delen {name} är trasig XML", _RESAVE) from error

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part ("" for the package) points to, by relationship id; empty where it points to nothing."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def related(self, name: str, kind: str) -> str | None:
        """The first part within the file that `name` points to by a relationship of this kind."""
        for relation in self.relations(name).values():
            if relation.kind == kind and not relation.outside and self.holds(relation.target):
                return relation.target
        return None

    def main(self) -> str:
        """The name of the document part, .docm and .dotx included. Raises BrokenFile where there is none."""
        found = self.related("", "officeDocument") or ("word/document.xml" if self.holds("word/document.xml") else None)
        if found is None:
            raise BrokenFile("zip-filen innehåller inget Word-dokument", "kontrollera att rätt fil är vald")
        return found

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.holds(part):
            return {}
        found = {}
        for element in self.xml(part).iter(f"{PACKAGE_RELATIONSHIPS}Relationship"):
            target = element.get("Target", "").replace("\\", "/")
            outside = element.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relation(kind, target, outside)
        return found


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise EncryptedFile("Word-filen är skyddad med lösenord", "spara den utan lösenord och försök igen")
        raise BrokenFile("filen är ett äldre Office-format", "öppna den i Word och spara den som .docx")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _ZIP_ERRORS as error:
        raise BrokenFile("Word-filen är ingen hel zip-fil", _RESAVE) from error
