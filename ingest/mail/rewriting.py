"""A letter as a travelling mail: how a mail that lies within an Outlook file is handed on."""

from __future__ import annotations

from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from ingest.mail.letter import Letter

_NAMES = {"Ämne": "Subject", "Från": "From", "Till": "To", "Kopia": "Cc", "Datum": "Date"}


def as_eml(letter: Letter) -> bytes:
    """The mail's bytes, with words in the heads where addresses would stand."""
    message = MIMEMultipart()
    for what, text in (("Från", "-"), *letter.heads):  # a mail is known by its sender
        del message[_NAMES[what]]
        message[_NAMES[what]] = Header(" ".join(text.split()), "utf-8").encode()
    body = MIMEMultipart("alternative")
    body.attach(MIMEText(letter.plain, "plain", "utf-8"))
    if letter.html:
        body.attach(MIMEText(letter.html.decode("utf-8", "replace"), "html", "utf-8"))
    message.attach(body)
    for each in letter.attachments:
        part = MIMEApplication(each.data)
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", each.name))
        message.attach(part)
    return message.as_bytes()
