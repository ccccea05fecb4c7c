"""Why a file could not be read, and what its owner can do about it."""


class UnreadableDocument(Exception):
    """A file that gives no Document. `str()` is one line: what happened and the remedy, without the file's name."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy


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
