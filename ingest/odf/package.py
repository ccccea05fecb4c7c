"""An OpenDocument file, zipped or flat: its content, its styles and the names of its other parts."""

from __future__ import annotations

from lxml import etree

from ingest.errors import BrokenFile, EncryptedFile
from ingest.odf.names import OFFICE
from ingest.zipped import Archive, parsed

_WHAT = "OpenDocument-filen"
_RESAVE = "öppna den i LibreOffice och spara den på nytt"


class OpenDocument:
    """One file. `content` and `styles` are the roots that hold its body and its styles; both are one in a flat file."""

    def __init__(self, data: bytes) -> None:
        self.styles: etree._Element | None
        if not data.startswith(b"PK"):
            self.content = self.styles = parsed(data, _WHAT, _RESAVE)
            self.names: list[str] = []
            self._archive = None
            return
        self._archive = Archive(data, _WHAT, "LibreOffice")
        self._refuse_encrypted(self._archive)
        self.names = self._archive.names
        self.content = self._archive.xml("content.xml")
        self.styles = self._archive.xml("styles.xml") if self._archive.holds("styles.xml") else None

    def body(self, kind: str) -> etree._Element:
        """The body of a "text", "presentation" or "spreadsheet". Raises BrokenFile where it has none."""
        found = self.content.find(f"{OFFICE}body/{OFFICE}{kind}")
        if found is None:
            raise BrokenFile(f"{_WHAT} saknar innehåll", _RESAVE)
        return found

    def object_text(self, name: str) -> etree._Element | None:
        """The content of an object embedded in the zip under a folder's name, None where there is none."""
        part = f"{name}/content.xml"
        if self._archive is None or not self._archive.holds(part):
            return None
        return self._archive.xml(part)

    @staticmethod
    def _refuse_encrypted(archive: Archive) -> None:
        if not archive.holds("META-INF/manifest.xml"):
            return
        if b"encryption-data" in archive.bytes_of("META-INF/manifest.xml"):  # older programs give it a DTD: not parsed
            raise EncryptedFile(
                "filen är krypterad med lösenord", "öppna den i LibreOffice och spara den utan lösenord"
            )
