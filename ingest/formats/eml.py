"""Mail (.eml): the letter itself; what is attached are documents of their own, read by `ingest.read_all`."""

from __future__ import annotations

from ingest.draft import Drafts

KIND = "eml"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a letter. Raises EncryptedFile or BrokenFile."""
    from ingest.mail.eml import letter
    from ingest.mail.letter import drafts as drafts_of

    return drafts_of(letter(data))
