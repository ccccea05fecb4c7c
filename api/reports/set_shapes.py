"""What the machine output's objects for sets of documents share: the ledger, and files that could not be read."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Exact(BaseModel):
    """An object with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class RefusedFile(Exact):
    """A file that could not be read: what happened and the remedy, in Swedish."""

    name: str
    error: str


class NothingReadShape(Exact):
    """No file could be read that the answer needs."""

    version: Literal[1] = 1
    error: str
    refused: list[RefusedFile]


class SetLedger(Exact):
    """The account of what was read of a document."""

    complete: bool
    unread: list[str]
    ocr_pages: list[int]
    pending_changes: int
    missing_appendices: list[str]
