"""OpenDocument texts (.odt, .ott, flat .fodt): the text as the page shows it, read by the room `ingest.odf`.

Automatic numbers are those that LibreOffice shows. Two views where changes are tracked, as for Word files.
"""

from __future__ import annotations

from ingest.draft import Drafts
from ingest.errors import TooLarge

KIND = "odt"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of an OpenDocument text. Raises BrokenFile, EncryptedFile (a password opens none) and TooLarge."""
    try:
        return _drafts(data)
    except RecursionError:
        raise TooLarge("filen är nästlad djupare än vad klausul läser", "spara om den i LibreOffice") from None


def _drafts(data: bytes) -> Drafts:
    from ingest.odf.changes import View
    from ingest.odf.graphics import Account
    from ingest.odf.package import OpenDocument
    from ingest.odf.stories import text

    file = OpenDocument(data)
    account = Account()
    blocks, changes = text(file, View.ACCEPTED, account)
    return Drafts(
        blocks,
        parts=account.parts(blocks),
        pending_changes=changes,
        comments=account.annotations,
        rejected=text(file, View.REJECTED, Account())[0] if changes else None,
    )
