"""Web pages saved as one file (.mht, .mhtml): the page among the file's parts is read as HTML; its pictures are not."""

from __future__ import annotations

from ingest.draft import Drafts
from ingest.errors import BrokenFile

KIND = "mhtml"


def drafts(data: bytes, password: str | None = None) -> Drafts:
    """The drafts of the saved page. Raises BrokenFile where it holds no page."""
    from email import policy
    from email.parser import BytesParser

    from ingest.formats import html

    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            charset = part.get_content_charset()
            return html.drafts(payload) if charset is None else html.drafts(_in_utf8(payload, charset))
    raise BrokenFile("den sparade webbsidan innehåller ingen sida", "spara sidan på nytt som HTML eller PDF")


def _in_utf8(payload: bytes, charset: str) -> bytes:
    """The page with a byte order mark, so that what the mail's header says goes before what the page says."""
    try:
        return b"\xef\xbb\xbf" + payload.decode(charset).encode()
    except (LookupError, UnicodeDecodeError):
        return payload
