"""Word files (.docx, .docm, .dotx): the text as the page shows it, read by the room `ingest.word`.

Two views where changes are tracked: all accepted (`blocks`) and all rejected (`rejected`).
"""

from __future__ import annotations

from ingest.draft import Drafts
from ingest.errors import TooLarge

KIND = "docx"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a Word file. Raises BrokenFile, EncryptedFile (a password opens none) and TooLarge."""
    try:
        return _drafts(data)
    except RecursionError:
        raise TooLarge("Word-filen är nästlad djupare än vad klausul läser", "spara om den i Word") from None


def _drafts(data: bytes) -> Drafts:
    from ingest.word.changes import View
    from ingest.word.inventory import parts
    from ingest.word.source import Account, Source
    from ingest.word.stories import text

    source = Source(data)
    account = Account()
    blocks = text(source, View.ACCEPTED, account)
    return Drafts(
        blocks,
        parts=parts(source, account, blocks),
        pending_changes=account.changes,
        comments=source.comments(),
        rejected=text(source, View.REJECTED, Account()) if account.changes else None,
    )
