"""Word, PowerPoint and Excel files as parts that point to one another by relationships (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from ingest.errors import BrokenFile, EncryptedFile
from ingest.zipped import Archive, parsed, refuse_dtd

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# What the strict variant of the standard calls its names, and what everybody else does.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", b"drawingml/2006/diagram"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"drawingml/2006/chart"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"drawingml/2006/main"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to: its kind (last word of the type), and a part's name, or an address outside the file."""

    kind: str
    target: str
    outside: bool


class Package(Archive):
    """The parts of one Office file. `default` is the main part's usual name."""

    def __init__(self, data: bytes, program: str, default: str) -> None:
        if data.startswith(_OLE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise EncryptedFile(
                    f"{program}-filen är skyddad med lösenord", "spara den utan lösenord och försök igen"
                )
            raise BrokenFile("filen är ett äldre Office-format", f"öppna den i {program} och spara den i nytt format")
        super().__init__(data, f"{program}-filen", program)
        self._program = program
        self._default = default
        self._relations: dict[str, dict[str, Relation]] = {}

    def xml(self, name: str) -> etree._Element:
        """The root of a part's XML, with the strict namespaces made the usual ones. Raises BrokenFile."""
        return parsed(self.xml_bytes(name), f"delen {name}", self.resave)

    def xml_bytes(self, name: str) -> bytes:
        """A part's XML, not yet parsed, with the strict namespaces made the usual ones. Raises BrokenFile for a DTD."""
        data = self.bytes_of(name)
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, b"http://schemas.openxmlformats.org/" + usual)
        refuse_dtd(data, f"delen {name}", self.resave)
        return data

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
        """The name of the main part, of macro files and templates too. Raises BrokenFile where there is none."""
        found = self.related("", "officeDocument") or (self._default if self.holds(self._default) else None)
        if found is None:
            raise BrokenFile(f"zip-filen innehåller inget {self._program}-dokument", "kontrollera att rätt fil är vald")
        return found

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.holds(part):
            return {}
        found = {}
        for element in self.xml(part).iter(f"{_RELATIONSHIPS}Relationship"):
            target = element.get("Target", "").replace("\\", "/")
            outside = element.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relation(kind, target, outside)
        return found
