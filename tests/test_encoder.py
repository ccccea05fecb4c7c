"""The optional encoder: absent nothing changes, present it is asked only for what is in doubt, and asked once."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import clauses
from checks import check_contract, encoder, kept_vectors, reader, third_look
from checks.encoder.pieces import Pieces
from checks.encoder.weights import UnusableWeights, Vocabulary, Weights
from checks.features import inherit, see
from checks.kept_vectors import KeptVectors
from checks.parties import named
from checks.reading import read
from checks.third_look import Third
from checks.weighing import Net
from ingest import read as read_file

Floats = NDArray[np.float32]
LIBRARY = clauses.load()
PARTIES = named("Ekmora kommun", "Städ AB")
CONTRACT = """Avtal om städning

Mellan Ekmora kommun (Beställaren) och Städ AB (Leverantören).

1 Påföljder
1.1 Beställaren har rätt till vite med 10 000 kronor för varje påbörjad vecka.
1.2 Leverantören ska meddela vad som inte går som det ska, och det får gärna ske i tid.
1.3 Den som inte håller måttet får räkna med att det svider.

2 Pris
2.1 Priset är fast.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv(kept_vectors.VARIABLE, raising=False)
    return tmp_path / "klausul" / "encoder"


class Counting:
    """Vectors made of a text's letters, and the texts that were asked for."""

    def __init__(self, width: int = 4) -> None:
        self.width = width
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Floats:
        self.asked += texts
        rows = [[len(text), sum(map(ord, text)) % 97, *[0.1] * (self.width - 2)] for text in texts]
        return np.array(rows, dtype=np.float32)


def net(inputs: int, chance: float) -> Net:
    """A net that gives the same chance whatever it is given."""
    zeros = np.zeros(inputs, np.float32)
    logit = np.array([np.log(chance / (1 - chance))], np.float32)
    hidden, out = np.zeros((inputs, 1), np.float32), np.zeros((1, 1), np.float32)
    return Net(zeros, zeros + 1, hidden, np.zeros(1, np.float32), out, logit)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Counting:
    """An encoder that is there, with a third look that is sure of everything that it is asked."""
    asked = Counting(encoder.SIZE)
    learned = reader.load()
    heads = len(learned.columns.heads)
    hidden, out = np.zeros((encoder.SIZE, 2), np.float32), np.zeros((2, heads), np.float32)
    parts = (learned.second.facet_net, learned.second.denial_net)
    nets = [net(len(part.mean) // 2 * 3, 0.99) for part in parts]
    made = Third(
        learned.columns.heads, hidden, np.zeros(2, np.float32), out, np.zeros(heads, np.float32), *nets, b"fake"
    )
    monkeypatch.setattr(encoder, "available", lambda: True)
    monkeypatch.setattr(encoder, "embed", asked)
    monkeypatch.setattr(third_look, "ready", lambda _: made)
    return asked


def votes(sentences: Sequence[str], wording: Callable[[int], str] | None) -> reader.Votes:
    inherited = inherit("", PARTIES, LIBRARY.scanner)
    seen = [see(sentence, inherited, PARTIES, LIBRARY.scanner) for sentence in sentences]
    readings = [read(PARTIES.mark(sentence.lower())) for sentence in sentences]
    return reader.load().read(seen, readings.__getitem__, wording)


def sentences() -> list[str]:
    return [line.partition(" ")[2] for line in CONTRACT.splitlines() if line[:1].isdigit()]


def in_doubt(found: reader.Votes) -> NDArray[np.bool_]:
    either = np.column_stack([found.facets, found.denials])
    return (either > third_look.DOUBT[0]) & (either < third_look.DOUBT[1])


def test_without_the_wheel_the_reader_reads_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_file", lambda: None)
    monkeypatch.delenv(encoder.VARIABLE, raising=False)
    said = sentences()
    assert not encoder.available()
    assert np.array_equal(votes(said, said.__getitem__).facets, votes(said, None).facets)
    assert check_contract(read_file(CONTRACT.encode(), name="avtal.txt"), LIBRARY).reader == "linear"
    encoder._encoder.cache_clear()
    with pytest.raises(UnusableWeights):
        encoder.embed(["text"])


def test_turned_off_it_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_file", lambda: Path(__file__))
    monkeypatch.setenv(encoder.VARIABLE, "off")
    assert not encoder.available()
    monkeypatch.setenv(encoder.VARIABLE, "")
    assert encoder.available()


def test_weights_for_other_heads_are_left_unused(fake: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader trained anew with another facet must not be weighed with columns that have moved."""
    monkeypatch.undo()
    monkeypatch.setattr(encoder, "available", lambda: True)
    columns = reader.load().columns
    assert third_look.ready(type(columns)(columns.heads[1:])) is None


def test_only_statements_in_doubt_are_embedded(fake: Counting) -> None:
    said = sentences()
    before = votes(said, None)
    doubt = in_doubt(before)
    assert doubt.any() and not doubt.any(1).all()
    after = votes(said, said.__getitem__)
    assert sorted(fake.asked) == sorted(said[row] for row in np.flatnonzero(doubt.any(1)))
    either = np.column_stack([after.facets, after.denials])
    assert np.array_equal(either[~doubt], np.column_stack([before.facets, before.denials])[~doubt])
    assert np.allclose(either[doubt], 0.99)


def test_a_statement_is_embedded_once(fake: Counting) -> None:
    said = sentences()
    first = votes(said, said.__getitem__)
    asked = len(fake.asked)
    second = votes(said, said.__getitem__)
    assert len(fake.asked) == asked > 0
    assert np.array_equal(first.facets, second.facets)


def test_no_more_is_embedded_than_is_allowed(fake: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    """The most doubtful come first, and the order of the statements is no matter."""
    said = sentences()
    monkeypatch.setattr(third_look, "MOST", 70)
    votes(said, said.__getitem__)
    forth, fake.asked = fake.asked, []
    assert sum(map(len, forth)) <= 70
    third_look.ready(reader.load().columns).votes._memory.clear()  # type: ignore[union-attr]
    back = said[::-1]
    votes(back, back.__getitem__)
    assert set(fake.asked) <= set(forth)


def test_the_report_says_who_read(fake: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(third_look, "DOUBT", (0.005, 0.995))
    assert check_contract(read_file(CONTRACT.encode(), name="avtal.txt"), LIBRARY).reader == "linear+encoder"
    assert fake.asked
    assert all("Städ AB" not in text for text in fake.asked)


@pytest.mark.parametrize(
    ("text", "context", "told"),
    [
        ("Städ AB ska städa.", "", "leverantören ska städa."),
        ("Städ AB:s lokal är Ekmora kommuns.", "", "leverantörens lokal är beställarens."),
        ("10 000 kronor", "Vite till Ekmora kommun", "Vite till beställaren: 10 000 kronor"),
        ("İ Städ AB ska städa.", "", "i̇ leverantören ska städa."),
        ("\ud800", "", "?"),
        ("x" * 9_000, "", "x" * encoder.LONGEST),
    ],
)
def test_wording(text: str, context: str, told: str) -> None:
    assert encoder.wording(text, context, PARTIES) == told


def test_what_is_kept_is_what_was_given(folder: Path) -> None:
    made = Counting()
    first = KeptVectors("votes", b"a", 4, made)(["ett", "två", "ett"])
    again = KeptVectors("votes", b"a", 4, made)(["två", "ett", "tre"])
    assert made.asked == ["ett", "två", "tre"]
    assert np.array_equal(first[[1, 0]], again[:2])
    assert np.array_equal(first[0], first[2])


def test_other_weights_have_other_votes(folder: Path) -> None:
    made = Counting()
    for mark in (b"a", b"b"):
        KeptVectors("votes", mark, 4, made)(["ett"])
    assert made.asked == ["ett", "ett"]


def test_only_hashes_and_numbers_are_kept_and_for_this_user(folder: Path) -> None:
    KeptVectors("votes", b"a", 4, Counting())(["hemligheten"])
    path = folder / "votes.sqlite"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert b"hemlig" not in path.read_bytes()


def test_turned_off_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept_vectors.VARIABLE, "off")
    KeptVectors("votes", b"a", 4, Counting())(["ett"])
    assert not folder.exists()


@pytest.mark.parametrize("harm", [b"", b"x" * 4, b"\0" * 12, b"x" * 12, b"x" * 100])
def test_a_spoilt_entry_is_passed_over(harm: bytes, folder: Path) -> None:
    made = Counting()
    wanted = KeptVectors("votes", b"a", 4, made)(["ett"])
    base = sqlite3.connect(folder / "votes.sqlite")
    with base:
        base.execute("UPDATE vectors SET vector = ?", (harm,))
    base.close()
    assert np.array_equal(KeptVectors("votes", b"a", 4, made)(["ett"]), wanted)
    assert len(made.asked) == 2


def test_a_file_that_is_none_of_ours_is_begun_anew(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "votes.sqlite").write_bytes(b"no database" * 500)
    made = Counting()
    for _ in range(2):
        KeptVectors("votes", b"a", 4, made)(["ett"])
    assert made.asked == ["ett"]


def test_a_folder_that_cannot_be_made(folder: Path) -> None:
    folder.parent.parent.mkdir(exist_ok=True)
    folder.parent.write_text("a file where a folder should be")
    assert KeptVectors("votes", b"a", 4, Counting())(["ett"]).shape == (1, 4)


def test_the_oldest_entries_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_vectors, "ON_DISK", 2)
    made = Counting()
    for text in ("ett", "två", "tre"):
        KeptVectors("votes", b"a", 4, made)([text])
    KeptVectors("votes", b"a", 4, made)(["två", "tre"])
    assert made.asked == ["ett", "två", "tre"]
    KeptVectors("votes", b"a", 4, made)(["ett"])
    assert len(made.asked) == 4


def test_no_texts(folder: Path) -> None:
    assert KeptVectors("votes", b"a", 4, Counting())([]).shape == (0, 4)


PIECES = ("<s>", "</s>", "<unk>", "▁vi", "te", "▁", "v", "i", "t", "e", "▁vite", "s")
SCORES = (0.0, 0.0, 0.0, -3.0, -3.0, -2.0, -9.0, -9.0, -9.0, -9.0, -5.0, -4.0)
VOCABULARY = Vocabulary(list(PIECES), list(SCORES), 0, 1, 2, {ord("Ⅵ"): "vi", ord("\n"): " "})


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("vite", "▁vite"),  # -5 rather than -6
        ("vites", "▁vite s"),
        ("  vi  te", "▁vi ▁ te"),
        ("Ⅵte\nvi", "▁vite ▁vi"),
        ("q", "▁ <unk>"),
        ("", "▁"),
    ],
)
def test_the_most_probable_pieces(text: str, pieces: str) -> None:
    numbers = Pieces(VOCABULARY).numbers(text, 512)
    assert [PIECES[number] for number in numbers] == ["<s>", *pieces.split(" "), "</s>"]


def test_a_long_text_is_cut() -> None:
    assert len(Pieces(VOCABULARY).numbers("vite " * 100, 10)) == 10


@pytest.mark.parametrize("data", [b"", b"E5S1", b"E5S1" + b"\xff" * 400, b"x" * 400])
def test_weights_that_are_no_weights(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(data)
    with pytest.raises(UnusableWeights):
        Weights(path)
