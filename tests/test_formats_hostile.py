"""Files of every format that are made to harm, or damaged at random: a Document or a known refusal, nothing else."""

import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import sniff, zipped
from ingest.assemble import Source, assemble
from ingest.errors import BrokenFile, TooLarge, UnreadableDocument

SAMPLES = Path(__file__).parent / "samples"
OWN = sorted(
    path
    for path in SAMPLES.iterdir()
    if path.suffix in (".odt", ".fodt", ".rtf", ".html", ".mhtml", ".pptx", ".odp", ".xlsx", ".ods", ".csv")
)
MAIN = {
    "contract.odt": "content.xml",
    "slides.odp": "content.xml",
    "prices.ods": "content.xml",
    "slides.pptx": "ppt/slides/slide1.xml",
    "prices.xlsx": "xl/worksheets/sheet1.xml",
}
SCRAPS = [
    b"",
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"{",
    b"}",
    b"\\",
    b'"',
    b"-1",
    b"999999999",
    "²".encode(),
    b"&#0;",
    b"../",
    b"=1",
]


def read(data: bytes) -> None:
    kind = sniff.kind(data)
    if (SAMPLES.parent.parent / "ingest" / "formats" / f"{kind}.py").exists() and kind not in (
        "doc",
        "xls",
        "ppt",
        "image",
    ):
        assemble(Source("x", "y", kind), import_module(f"ingest.formats.{kind}").drafts(data, None))


def replaced(name: str, change: dict[str, bytes]) -> bytes:
    """A sample with other bytes in some of its parts."""
    source = zipfile.ZipFile(SAMPLES / name)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in source.namelist():
            archive.writestr(part, change.get(part, source.read(part)))
    return out.getvalue()


@pytest.mark.parametrize("name", MAIN)
def test_entities_are_never_resolved(name: str) -> None:
    part = MAIN[name]
    root = zipfile.ZipFile(SAMPLES / name).read(part)
    start = root.find(b"?>") + 2 if b"?>" in root else 0
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(BrokenFile, match="DTD"):
        read(replaced(name, {part: root[:start] + bomb + root[start:]}))


@pytest.mark.parametrize("name", MAIN)
def test_zip_bombs_are_refused_before_they_unpack(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    part = MAIN[name]
    root = zipfile.ZipFile(SAMPLES / name).read(part)
    monkeypatch.setattr(zipped, "PART_LIMIT", 2**20)
    end = root.rindex(b"</")
    with pytest.raises(TooLarge):
        read(replaced(name, {part: root[:end] + b" " * 2**20 + root[end:]}))


@pytest.mark.parametrize("name", MAIN)
def test_depths_beyond_all_use_are_refused(name: str) -> None:
    part = MAIN[name]
    root = zipfile.ZipFile(SAMPLES / name).read(part)
    end = root.rindex(b"</")
    with pytest.raises(UnreadableDocument):
        read(replaced(name, {part: root[:end] + b"<a>" * 5000 + b"</a>" * 5000 + root[end:]}))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_files_end_in_a_document_or_a_refusal(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(OWN), label="sample")
    raw = path.read_bytes()
    part = None
    if raw.startswith(b"PK"):
        names = [name for name in zipfile.ZipFile(path).namelist() if name.endswith((".xml", ".rels"))]
        part = data.draw(st.sampled_from(names), label="part")
        raw = zipfile.ZipFile(path).read(part)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        raw = raw[:at] + data.draw(st.sampled_from(SCRAPS)) + raw[at + data.draw(st.integers(0, 30)) :]
    try:
        read(raw if part is None else replaced(path.name, {part: raw}))
    except UnreadableDocument:
        return
