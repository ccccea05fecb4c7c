"""Mail saved by Outlook (.msg): the letter itself; what is attached are documents of their own (`ingest.read_all`)."""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "msg"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a letter. Raises EncryptedFile or BrokenFile."""
    from ingest.mail.letter import drafts as drafts_of
    from ingest.mail.msg import letter

    return drafts_of(letter(data))
