"""What a response says only for form's sake: it hands the answer over, or thanks for the audit."""

from __future__ import annotations

import re

from checks.audit.saying import Said

_FORMAL = re.compile(
    r"\b(?:överlämna\w*|antar|anta|godkänn\w*|avge\w*|avger|lämnar (?:härmed|följande|här|detta)|som sitt eget|"
    r"beslutar|besluta)\b[^.]{0,60}\b(?:svar\w*|yttrande\w*|till revis\w*|till kommunens revis\w*)|"
    r"\b(?:yttrandet|svaret)\b[^.]{0,50}\b(?:överlämnas|antas|godkänns|lämnas)|\b(?:tagit del av|tagit emot|"
    r"gått igenom revisorernas)\b|\b(?:revisorerna|revisionen|\w+ AB) har\b[^.]{0,80}\b(?:granskat|genomfört|"
    r"gett|uppdragit|lämnat)|"
    r"\b(?:iakttagelser|synpunkter|granskningen|rapporten)\b[^.]{0,40}\b(?:kommer att|blir|"
    r"är)\b[^.]{0,30}\b(?:stöd|underlag|bidrag|hjälp)|"
    r"^(?:nämnden|styrelsen|\w+nämnden|\w+styrelsen|förvaltningen)? ?(?:vill )?(?:inledningsvis |slutligen |"
    r"avslutningsvis )?(?:tacka\w*|välkomna\w*)\b[^.]{0,60}\b(?:granskning\w*|rapport\w*|revis\w*)|"
    r"^(?:den|rapporten|granskningen)\b[^.]{0,60}\b(?:underlag|bidrag|stöd|läsning|läsvärd|genomarbetad)\b|"
    r"\bparagrafen\b|\bhar behandlat\b|\bbehandlade\b[^.]{0,40}\brapport|\bjustera[st]\b|\brekommendation(?:er|"
    r"erna)? (?:återges|besvaras|lämnas|riktas)|\blämnar (?:sju|fem|sex|fyra|tre|åtta|nio|tio) rekommendationer",
    re.IGNORECASE,
)


def formal(said: Said) -> Said:
    """What is only form takes no position on a recommendation; all else as it was read."""
    return Said(said.piece, tale=True, pointing=said.pointing) if _FORMAL.search(said.piece.text) else said
