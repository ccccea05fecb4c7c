"""Why a file could not be read, and what its owner can do about it."""

from __future__ import annotations


class UnreadableDocument(Exception):
    """A file that gives no Document. `str()` is one line: what happened and the remedy, without the file's name."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str, str]]:
        return type(self), (self.what, self.remedy)


class NotAFile(UnreadableDocument):
    """The path is missing, a folder, a pipe, or may not be opened."""


class EmptyFile(UnreadableDocument):
    """No bytes, or nothing but white space."""


class UnknownFormat(UnreadableDocument):
    """The content is of no kind that klausul reads, whatever the file is called."""


class BrokenFile(UnreadableDocument):
    """The content begins as a known kind and cannot be read as it."""


class EncryptedFile(UnreadableDocument):
    """A password is needed, or the given one is wrong."""


class TooLarge(UnreadableDocument):
    """The file, or what it expands to, is over a limit."""


class ReaderFailed(UnreadableDocument):
    """The file made its reader crash, hang or answer nonsense; the reader ran in a process of its own."""
