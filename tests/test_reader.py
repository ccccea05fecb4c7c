"""The learned reader: its weights are plain numbers, and the same statement always gets the same votes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence

import numpy as np
import pytest

import clauses
from checks import reader
from checks.features import Seen, inherit, see
from checks.parties import named
from checks.reading import Reading, read
from checks.weighing import denial_inputs, facet_inputs, flags

LIBRARY = clauses.load()
PARTIES = named("Kommunen", "Bolaget")
SENTENCES = [
    "Vid avtalsbrott har Kommunen rätt till vite med 10 000 kronor.",
    "Kommunen har inte rätt till vite.",
    "Bolaget ska rapportera avvikelser till Kommunen utan dröjsmål.",
    "Priset är fast.",
    "Bolaget bör begära utdrag ur belastningsregistret före anställning.",
    "☐",
    "",
]


def readings(sentences: list[str]) -> list[Reading]:
    return [read(PARTIES.mark(sentence.lower())) for sentence in sentences]


def votes(sentences: list[str], context: str = "") -> reader.Votes:
    inherited = inherit(context, PARTIES, LIBRARY.scanner)
    seen = [see(sentence, inherited, PARTIES, LIBRARY.scanner) for sentence in sentences]
    return reader.load().read(seen, lambda row: readings(sentences)[row])


def test_the_weights_are_arrays_and_nothing_that_runs() -> None:
    with zipfile.ZipFile(reader.WEIGHTS_FILE) as archive:
        assert all(name.endswith(".npy") for name in archive.namelist())
    with np.load(reader.WEIGHTS_FILE, allow_pickle=False) as data:
        assert all(data[name].dtype.kind in "iuf" for name in data.files)


def test_every_facet_and_requirement_of_the_library_has_its_head() -> None:
    columns = reader.load().columns
    wanted = {f"{each.id}.{facet.id}" for each in LIBRARY.requirements for facet in each.facets}
    assert set(columns.facets) == wanted
    assert set(columns.requirements) == {each.id for each in LIBRARY.requirements}


def test_votes_are_probabilities() -> None:
    found = votes(SENTENCES)
    for table in (found.facets, found.denials, found.about, found.weak):
        assert np.isfinite(table).all()
        assert table.min() >= 0 and table.max() <= 1


def test_the_same_statements_get_the_same_votes() -> None:
    first, second = votes(SENTENCES), votes(SENTENCES)
    assert np.array_equal(first.facets, second.facets)
    assert np.array_equal(first.denials, second.denials)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_statement_alone_and_among_others(sentence: str) -> None:
    """Statements are read in batches: no statement may lend another its votes."""
    alone, together = votes([sentence]), votes(SENTENCES)
    row = SENTENCES.index(sentence)
    for one, many in (
        (alone.facets, together.facets),
        (alone.denials, together.denials),
        (alone.about, together.about),
    ):
        assert np.allclose(one[0], many[row], atol=1e-4)


def test_the_order_of_statements_changes_no_vote() -> None:
    forth, back = votes(SENTENCES), votes(SENTENCES[::-1])
    assert np.allclose(forth.facets, back.facets[::-1], atol=1e-4)


def test_no_statements() -> None:
    found = votes([])
    assert found.facets.shape == (0, len(found.columns.facets))


def test_a_word_never_seen_gives_no_facet() -> None:
    assert votes(["Qzxv wkjhg plmnb."]).facets.max() < 0.5


def test_plain_wording_is_recognised() -> None:
    found = votes(SENTENCES)
    right = found.columns.facets.index("penalty.right")
    duty = found.columns.facets.index("deviation-reporting.duty")
    assert found.facets[0, right] > 0.5 > found.facets[1, right]
    assert found.facets[2, duty] > 0.5
    assert found.denials[1, found.columns.requirements.index("penalty")] > 0.5
    assert found.facets[3].max() < 0.5
    assert found.weak[4] > 0.5 > found.weak[0]


def test_the_weights_fit_the_features() -> None:
    """The nets take exactly what `weighing` makes: an input added there without training anew fails here."""
    learned = reader.load()
    heads = len(learned.columns.heads)
    signs = np.array([flags(reading) for reading in readings(SENTENCES)], dtype=np.float32)
    linear = np.zeros((len(SENTENCES), heads), dtype=np.float32)
    every = np.arange(len(SENTENCES))
    first = np.zeros_like(every)
    for look, times in ((learned.first, 1), (learned.second, 2)):
        for made, net in ((facet_inputs, look.facet_net), (denial_inputs, look.denial_net)):
            assert made(linear, signs, learned.columns, every, first).shape[1] * times == len(net.mean)


def test_only_what_is_in_doubt_gets_a_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    learned, inherited = reader.load(), inherit("", PARTIES, LIBRARY.scanner)
    told = [*SENTENCES, "Bolaget svarar för den skada som uppstår.", "Betalning får anstå.", "Kontroll sker."]
    seen = [see(sentence, inherited, PARTIES, LIBRARY.scanner) for sentence in told]
    looks = readings(told)
    again: list[Seen] = []
    votes = reader.Look.votes

    def watched(look: reader.Look, statements: Sequence[Seen]) -> np.ndarray:
        if look is learned.second:
            again.extend(statements)
        return votes(look, statements)

    monkeypatch.setattr(reader.Look, "votes", watched)
    once = learned.read(seen, looks.__getitem__, again=False)
    assert not again
    twice = learned.read(seen, looks.__getitem__)
    low, high = reader.DOUBT
    doubted = ((once.facets > low) & (once.facets < high)).any(1) | ((once.denials > low) & (once.denials < high)).any(
        1
    )
    assert doubted.any() and not doubted.all()
    assert again == [each for each, doubt in zip(seen, doubted, strict=True) if doubt]
    assert np.array_equal(once.facets[~doubted], twice.facets[~doubted])
    assert not np.array_equal(once.facets[doubted], twice.facets[doubted])


def test_the_weights_were_trained_with_this_lexicon() -> None:
    """Concepts are features: a lexicon that changes without training anew makes the reader see what it never learnt."""
    assert reader.trained_with() == reader.lexicon_mark(), "run klausul train"
