"""Sections called by their titles: "avsnittet ”Pengarna”", "rubriken Vite", "bestämmelserna om vite"."""

from __future__ import annotations

import re

from ingest.document import Document

_QUOTE = "”“\"»«'’"
_GOES = (
    r"(?:\s+med\s+(?:tillhörande|all)\s+text)?"
    r"(?:\s+(?:i|ur)\s+(?:avtalet|kontraktet|huvudavtalet|ramavtalet|överenskommelsen|detta\s+avtal))?"
    r"\s+(?:utgår|upphävs|upphör|stryks|slopas|ska|skall|gäller|tillämpas|tas|ersätts|får|ges|erhåller|ändras|saknar|har|lyder)\b"
)
_UNDER = (
    r"(?:avsnitte?t?|kapitlet|rubriken|paragrafen|klausulen|stycket|punkten|villkore[nt]|bestämmelsen|bestämmelserna)"
)
TITLED = (
    rf"\b{_UNDER}\s+(?:(?:i|under)\s+(?:avsnittet\s+|rubriken\s+|kapitlet\s+)?|med\s+rubriken\s+|om\s+)?"
    rf"[{_QUOTE}](?P<quoted>[^{_QUOTE}\n]{{2,80}})[{_QUOTE}]"
    rf"|\b(?:avsnittet|kapitlet|rubriken)\s+(?P<named>[A-ZÅÄÖ][^.;:{_QUOTE}\n]{{1,60}}?)(?={_GOES})"
    rf"|\b(?:avsnittet|bestämmels\w+|villkore?n?t?|klausul\w*|reglerna|regeln)\s+om\s+(?P<matter>[^.;:{_QUOTE}\n]{{3,60}}?)(?={_GOES})"
)


def titled(document: Document, title: str) -> list[int]:
    """The sections of that title: indexes of Document.sections. Case, a leading number and end marks do not count."""
    wanted = _plain(title)
    return [place for place, section in enumerate(document.sections) if wanted and _plain(section.title) == wanted]


def _plain(title: str) -> str:
    return re.sub(r"^\W*(?:\d[\d.]*\s*)?", "", title).strip(" .:").casefold()
