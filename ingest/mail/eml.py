"""Mail as it travels (RFC 5322 and MIME): the parts are walked once, and what is broken in a head is left as it is."""

from __future__ import annotations

import email
import email.policy
import html
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote

from ingest.document import Part
from ingest.errors import BrokenFile, EncryptedFile
from ingest.mail.letter import Attachment, Letter

_HEADS = (("subject", "Ämne"), ("from", "Från"), ("to", "Till"), ("cc", "Kopia"), ("date", "Datum"))
# What the standard library raises for heads that are no heads.
_ERRORS = (MessageError, ValueError, LookupError, TypeError, AttributeError)
_MOST_PARTS = 2_000
_DEEPEST = 30
_ENCRYPTED = ("application/pgp-encrypted", "multipart/encrypted")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_OF_THE_POST = ("text/calendar", "text/vcard", "text/x-vcard", "message/delivery-status", "text/rfc822-headers")
_WORD_OF_OUTLOOK = ("application/ms-tnef", "application/vnd.ms-tnef")
_SUFFIX = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
_HEAD_LINE = re.compile(rb"[!-9;-~]{1,80}:")
_SURE = (b"message-id:", b"mime-version:", b"received:", b"return-path:", b"content-type:")


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin as a mail: only head lines until the first empty one, with a sender and what only mail
    has.
    """
    data = data[:65536].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    lines = re.split(rb"\r\n|\r|\n", data)
    names: list[bytes] = []
    for line in lines[:400]:
        if not line:
            break
        if line[:1] in (b" ", b"\t") and names:
            continue
        found = _HEAD_LINE.match(line)
        if not found:
            return False
        names.append(found[0].lower())
    return (b"from:" in names or b"sender:" in names) and any(name in _SURE for name in names)


def letter(data: bytes) -> Letter:
    """The letter of a mail's bytes. Raises EncryptedFile or BrokenFile."""
    try:
        message = email.message_from_bytes(
            data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), policy=email.policy.compat32
        )
        kind = message.get_content_type()
        if kind in _ENCRYPTED or (kind in _SEALED and "signed" not in str(message.get("content-type", "")).lower()):
            raise EncryptedFile("e-brevet är krypterat", "öppna det i e-postprogrammet och spara bilagorna")
        made = Letter([(word, _decoded(message, name)) for name, word in _HEADS if message.get(name)])
        _walk(message, made, 0, alternative=False)
    except (*_ERRORS, RecursionError) as error:
        raise BrokenFile("e-brevet är skadat", "spara om det från e-postprogrammet") from error
    return made


def _walk(part: Message, made: Letter, depth: int, *, alternative: bool) -> None:
    if depth > _DEEPEST or len(made.attachments) > _MOST_PARTS:
        made.parts.append(Part("delar av brevet", "unread", "brevet har fler eller djupare delar än klausul läser"))
        return
    kind, name = part.get_content_type(), _name(part)
    if kind == "message/rfc822":
        made.attachments.append(Attachment(name or "brev.eml", _forwarded(part)))
    elif part.is_multipart():
        inside = part.get_payload()
        for each in inside if isinstance(inside, list) else ():
            if isinstance(each, Message):
                _walk(each, made, depth + 1, alternative=kind == "multipart/alternative")
    else:
        _leaf(part, made, kind, name)


def _leaf(part: Message, made: Letter, kind: str, name: str) -> None:
    attached = part.get_content_disposition() == "attachment" or bool(name)
    if kind in _SIGNATURES:
        made.parts.append(Part(name or "signatur", "left-out", "en elektronisk underskrift"))
    elif kind in _OF_THE_POST:
        made.parts.append(Part(name or kind, "left-out", "en kallelse, ett visitkort eller ett kvitto på brevet"))
    elif kind in _WORD_OF_OUTLOOK or name.lower() == "winmail.dat":
        made.parts.append(
            Part(name or "winmail.dat", "unread", "ett paket från Outlook; be om brevet utan det formatet")
        )
    elif kind == "text/plain" and not attached:
        made.plain = "\n\n".join(filter(None, (made.plain, _text(part))))
    elif kind == "text/html" and not attached:
        made.html += _text(part).encode("utf-8", "replace")
    elif kind.startswith("image/") and (part.get("content-id") or part.get_content_disposition() == "inline"):
        made.parts.append(Part(name or "bild", "left-out", "en bild i brevets text"))
    else:
        made.attachments.append(Attachment(name or f"bilaga{_SUFFIX.get(kind, '')}", _bytes(part)))


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message) -> str:
    data = _bytes(part)
    for charset in (part.get_content_charset() or "", "utf-8", "windows-1252"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return data.decode("latin-1")


def _forwarded(part: Message) -> bytes:
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else payload
    if isinstance(inner, Message):
        return inner.as_bytes(policy=email.policy.compat32)
    return _bytes(part)


def _decoded(message: Message, name: str) -> str:
    value = str(message.get(name, ""))
    try:
        return str(make_header(decode_header(value)))
    except _ERRORS:
        return value


def _name(part: Message) -> str:
    """The file's own name, from either head, decoded; empty where it has none."""
    try:
        given = part.get_filename() or ""
        name = str(make_header(decode_header(given))) if "=?" in given else given
    except _ERRORS:
        name = ""
    name = html.unescape(unquote(name) if "%" in name and re.search(r"%[0-9A-Fa-f]{2}", name) else name)
    return PurePosixPath(name.replace("\\", "/")).name
