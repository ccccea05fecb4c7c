"""Messages between this process and a worker: a length and a pickle, read with care.

A worker has read what others wrote, so what it sends is opened with an own unpickler: it makes plain data and the
classes of klausul's own rooms, and calls nothing else.
"""

from __future__ import annotations

import io
import os
import pickle
import struct
from typing import Any, Final

_HEAD: Final = struct.Struct(">cQ")
HEAD_SIZE: Final = _HEAD.size
LARGEST: Final = 2**30
_AT_ONCE: Final = 2**20
_OWN: Final = ("ingest.", "checks.", "clauses.", "api.", "corpora.")
_PLAIN: Final = frozenset(
    {
        *(("datetime", "date"), ("datetime", "datetime"), ("decimal", "Decimal"), ("pathlib", "PosixPath")),
        *(("builtins", "frozenset"), ("builtins", "set"), ("copyreg", "__newobj__")),
        *(("array", "array"), ("array", "_array_reconstructor")),
    }
)

# What a message is: one thing that the work gave, its end, an error that it raised, or word of heavy work.
ITEM, END, ERROR, HEAVY = b"i", b"e", b"x", b"h"


class _Careful(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_OWN) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__.startswith(_OWN):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def packed(kind: bytes, content: object) -> bytes:
    """A message as bytes."""
    body = pickle.dumps(content, protocol=5)
    return _HEAD.pack(kind, len(body)) + body


def head(data: bytes | bytearray) -> tuple[bytes, int]:
    """A message's kind and the length of its body. Raises ValueError where it is longer than any may be."""
    kind, length = _HEAD.unpack_from(data)
    if length > LARGEST:
        raise ValueError("message too long")
    return kind, length


def opened(body: bytes | bytearray | memoryview) -> Any:
    """The content of a message from a worker. Raises pickle.UnpicklingError for what is not ours."""
    return _Careful(io.BytesIO(body)).load()


def write(descriptor: int, data: bytes) -> None:
    """Writes all of a message."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view[:_AT_ONCE]) :]


def read(descriptor: int) -> Any:
    """The content of the next message from this process to a worker; None where there will be no more."""
    first = _exactly(descriptor, HEAD_SIZE)
    if first is None:
        return None
    body = _exactly(descriptor, head(first)[1])
    return None if body is None else pickle.loads(body)  # noqa: S301  (from the process that started the worker)


def _exactly(descriptor: int, length: int) -> bytearray | None:
    data = bytearray()
    while len(data) < length:
        part = os.read(descriptor, min(length - len(data), _AT_ONCE))
        if not part:
            return None
        data += part
    return data
