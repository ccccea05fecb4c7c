"""HTML pages, those that Word and LibreOffice save too: what a reader of the page sees, read by `ingest.web`.

Deletions (`del`) have two views, as tracked changes have; struck words (`s`) are left out, as in Markdown.
"""

from __future__ import annotations

from ingest.draft import Drafts
from ingest.errors import TooLarge

KIND = "html"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of a page in any usual encoding. Raises UnknownFormat, BrokenFile and TooLarge."""
    from ingest.web.page import text_of

    return drafts_of(text_of(data))


def drafts_of(source: str) -> Drafts:
    """The drafts of a page's source."""
    from ingest.web.fields import parts
    from ingest.web.page import tree
    from ingest.web.walker import Walker

    root = tree(source)
    walker = Walker(root)
    try:
        blocks = walker.page(root)
        rejected = Walker(root, rejected=True).page(root) if walker.changes else None
    except RecursionError:
        raise TooLarge("HTML-filen är nästlad djupare än vad klausul läser", "spara sidan som PDF") from None
    return Drafts(blocks, parts=parts(walker.met, blocks), pending_changes=walker.changes, rejected=rejected)
