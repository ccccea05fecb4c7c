"""Odd and hostile text: mixed and older encodings, and what took minutes or was lost."""

import pytest

import ingest
from ingest.errors import UnknownFormat
from tests.documents import read, said

WORDS = "Leverantören ska få vite. Även Öppna ärenden åtgärdas enligt § 7.\n" * 3
SAID = "Leverantören ska få vite."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("cp850"),
        WORDS.encode("mac_roman"),
        WORDS.encode() + WORDS.encode("cp1252"),
        WORDS.encode("cp1252") + WORDS.encode(),
        WORDS.encode()[:100] + b"\xff" + WORDS.encode()[100:],
        WORDS.encode().decode("cp1252").encode(),
        WORDS.encode().decode("latin-1").encode(),
        WORDS.replace("vite", "vi\0te").encode(),
        WORDS.encode("utf-16-le") + b"\n",
        b"\xff\xfe" + WORDS.encode("utf-16-le") + b"\n",
        b"\xef\xbb\xbf" * 2 + WORDS.encode(),
        WORDS.encode("cp1252").replace(b"\n", b"\r") + b"\x1a",
        WORDS.encode() + b"\xed\xa0\x80",
    ],
)
def test_mixed_older_and_damaged_encodings(data: bytes) -> None:
    """One byte of another encoding made mojibake of every Swedish letter in the file."""
    document = ingest.read(data)
    assert said(document)[0] == SAID
    assert "Även Öppna ärenden åtgärdas enligt § 7." in document.text


def test_windows_signs_are_no_old_letters() -> None:
    assert said(ingest.read("The supplier’s duty – to pay € 500.\n".encode("cp1252"))) == [
        "The supplier’s duty – to pay € 500."
    ]


def test_what_is_no_text_is_refused() -> None:
    for data in (b"\xff\xfe" + b"\x00\xd8" * 500, bytes(range(1, 32)) * 40):
        with pytest.raises(UnknownFormat):
            ingest.read(data)


# Each of these was read again and again from every line of it: minutes for a megabyte.
HOSTILE = {
    "empty rows": "| | |\n" * 20_000,
    "a grid without end": "+--+--+\n| a | b |\n" * 10_000,
    "grid rules": "+--+--+\n" * 20_000,
    "rules of strokes": "a\n" + "--- ---\n" * 20_000,
    "empty lines": "a\n" + "\n" * 500_000 + "b",
    "quotes in quotes": "# A\n\n" + "> " * 200_000 + "a",
    "one line": "leverantören ska " * 30_000,
    "no words": "....,,,;;;:::---!!!???\n" * 5_000,
    "right to left": "\u202e\u200fLeverantören ska betala.\n" * 5_000,
    "open table": "# A\n\n" + "<table><tr><td>" * 20_000,
    "appendices": "Bilaga 1 Pris\n" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read(name: str) -> None:
    document = read(HOSTILE[name])
    assert all(document.quote(each.span).strip() for each in document.statements)


def test_marks_that_nobody_sees_are_no_words() -> None:
    assert said(read("\u202eLeverantören\u202c \u200fska betala. 😀\ufeff Vite\u200b utgår.")) == [
        "Leverantören ska betala.",
        "😀 Vite utgår.",
    ]
