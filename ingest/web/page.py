"""Bytes to the tree of a page: the encoding that it names or shows, parsed without network and within limits."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from ingest.errors import BrokenFile, TooLarge, UnknownFormat
from ingest.plain.decoding import decoded

_DECLARED = re.compile(
    rb"""<(?:meta\b[^<>]{0,200}?charset|\?xml\b[^<>]{0,100}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.I
)
_XML = re.compile(r"\s{0,100}<\?xml\b[^<>]{0,300}\?>")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# As browsers read them (encoding.spec.whatwg.org): who writes Latin-1 means Windows' own.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}


def text_of(data: bytes) -> str:
    """The page's source. Raises UnknownFormat where it is no text."""
    if not data.startswith(_MARKS) and (found := _DECLARED.search(data[:4096])):
        text = _as_declared(data, found[1].decode("ascii", "ignore"))
        if text is not None:
            return text
    guessed = decoded(data)
    if guessed is None:
        raise UnknownFormat("filen är ingen text", "spara sidan på nytt som HTML, PDF eller Word")
    return guessed


def _as_declared(data: bytes, name: str) -> str | None:
    try:
        code = codecs.lookup(name).name
        return data.decode(_MEANT.get(code, code))
    except (LookupError, UnicodeDecodeError, ValueError):  # unknown, or not what it says
        return None


def tree(text: str) -> etree._Element:
    """The page's root. Raises BrokenFile where there is none, TooLarge where it is nested too deep."""
    text = _XML.sub("", text, count=1).replace("\x00", "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenFile("HTML-filen går inte att tolka", "spara sidan på nytt") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise TooLarge("HTML-filen är nästlad djupare än vad klausul läser", "spara sidan som PDF")
    if root is None:
        raise BrokenFile("HTML-filen är tom", "spara sidan på nytt")
    return root
