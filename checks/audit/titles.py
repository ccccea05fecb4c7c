"""What a title, or a line by itself, says of the part of a response that it opens: background, consequences, frame."""

from __future__ import annotations

import re
from enum import StrEnum

from checks.audit.numbering import bare, named
from ingest.document import Block, BlockKind, Document

BOLD, LINE, ITEM = 7, 8, 9  # depths of titles below those of headings with levels
_DECISION = re.compile(r"^(?:[\d.]+\s*)?(?:\w{0,40}\s){0,3}(?:förslag till )?\w{0,20}beslut\w{0,3}\b", re.IGNORECASE)
LONGEST = 90  # characters of a title that stands as a paragraph
_FOLLOWED = 40  # characters of what it stands above


class Part(StrEnum):
    """What a part of a response is for.

    Answers are looked for in OPEN parts; in BACKGROUND only where there is no other; what stands BESIDE (consequences
    for the economy, for children) answers nothing; the FRAME (signatures, distribution, lists of documents) is no text.
    """

    OPEN = "open"
    BACKGROUND = "background"
    BESIDE = "beside"
    FRAME = "frame"


_NUMBERED = r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+|[A-H][.)]\s+)?"
_BODY = r"(?:(?:\w{2,40}(?:nämnd|styrels|förvaltning|kontor|stab|bolag)\w{0,6}|nämndens|styrelsens|bolagets)\s)?"
_BACKGROUND = re.compile(
    _NUMBERED + r"(?:bakgrund\b|(?:beskrivning av )?ärendet\b|ärendebeskrivning\b|ärendets beredning\b|"
    r"sammanfattning\b|inledning\b|om granskningen\b|(?:revisorernas |om )?(?:granskningens?|rapportens) "
    r"(?:syfte|resultat|innehåll|slutsatser)\b|revisorernas (?:iakttagelser|slutsatser|bedömning)\b|"
    rf"{_BODY}uppdrag(?:et)?\s*:?$|syfte\b|definition(?:er)?\b|avgränsning\w{{0,4}}\b|metod\s*:?$)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    _NUMBERED + r"(?:ekonomisk\w{0,2} (?:konsekvens|aspekt|effekt|bedömning|förutsättning)\w{0,6}\b|"
    r"ekonomi och finansiering\b|finansiering\s*:?$|bedömning ur \w{4,20} (?:dimension|perspektiv)\b|"
    r"(?:konsekvens\w{0,6}|prövning\w{0,3}|analys|bedömning) (?:för|av|utifrån) (?:barn|jämställdhet|miljö|klimat)|"
    r"barn(?:ets (?:bästa|rättigheter)|konsekvens\w{0,6}|perspektiv\w{0,3}|rätts\w{0,20})\b|barn och (?:unga|ungdomar)"
    r"\s*:?$|jämställdhet(?:s-|s\w{3,20})?\b.{0,40}$|miljö(?:konsekvens\w{0,6}|aspekt\w{0,4})\b|"
    r"konsekvens(?:er|analys|bedömning)?\s*:?$|(?:juridiska|övriga|sociala) (?:konsekvens|aspekt)\w{0,6}\b|"
    r"(?:facklig )?samverkan(?: med \w{3,40})?\s*:?$|mbl\b.{0,30}$|reservation(?:er)?\b.{0,40}$|"
    r"särskilt yttrande\b|yrkanden?\b.{0,40}$|protokollsanteckning\w{0,4}\b|beslutsgång\b|votering\b|"
    r"propositionsordning\b|deltar inte i beslutet\b)",
    re.IGNORECASE,
)
_FRAME = re.compile(
    _NUMBERED + r"(?:besluts?underlag\b|underlag(?: för beslut)?\s*:?$|(?:bilag(?:a|or)|handlingar)"
    r"(?:\s(?:i ärendet|till \w{3,30})|\s\d{1,2})?\s*:?$|expedier\w{2,6}\b.{0,30}$|"
    r"(?:protokolls)?(?:beslut|utdrag|svar)(?:et)?\s(?:ska\s|skall\s)?(?:skickas|sänds|delges|expedieras|meddelas|"
    r"översänds)\b.{0,20}$|(?:kopia|delges|skickas|sänds|delgivning|sändlista|för kännedom)\b(?: till)?\s*:?$|"
    r"underskrift(?:er)?\s*:?$|justering\w{0,4}\s*:?$|justera[st]\s*:?$|justerare\s*:?$|"
    r"rätt utdraget\b.{0,30}$|vid protokollet\s*:?$)",
    re.IGNORECASE,
)
_FRAME_LINE = re.compile(
    r"^\W{0,3}(?:.{0,60}\bomedelbart justera[dt]\b.{0,20}$|paragrafen justeras\b.{0,30}$|"
    r"med vänliga? hälsning\w{0,3}\W?$|"
    r"(?:(?:protokollet|paragrafen|protokoll) )?(?:är )?(?:omedelbart )?justera[dst]\b.{0,100}$|"
    r"(?:vid protokollet|utdraget bestyrks|rätt utdraget|som ovan|enligt uppdrag|på uppdrag av|underskrift|"
    r"justera(?:re|"
    r"nde|s)|ordförande|sekreterare|protokollförare|undertecknat|digitalt signera[dt])\b[^.]{0,100}\.?$|"
    r"(?:för|på) \w{3,60}(?:nämnden|styrelsen|direktionen|bolaget|förbundet|nämndens vägnar|styrelsens vägnar)$|"
    r"(?:beslutet|beslut|svaret|protokollsutdrag|protokollsutdraget)\s(?:ska\s|skall\s)?(?:expedieras|skickas|sänds|"
    r"delges|meddelas)\b.{0,300}$|"
    r"(?:kopia|delges|expediering|expedieras|expedieras till|skickas till|sändlista|bilagor|bilaga|handläggare|dnr|"
    r"diarienummer|diarienr|vår beteckning|datum|ärende|avser|beslutsunderlag|beslutet skickas till)\s?:.{0,300}$)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^(?:[\w&-]{1,30}\s){0,5}[\w-]{0,40}(?:nämnd|nämnden|styrelsen|styrelse|direktionen|förvaltningen|kontoret|kommun|stad|"
    r"AB|aktiebolag|förbund|förbundet|revisorer|revisorerna)(?:\s(?:i|för|vid)\s(?:\w{2,30}\s?){1,3})?$"
)
_SHORT_ANSWER = re.compile(
    r"^(?:ja|nej|klart?|genomför|utför|åtgärda|pågå|påbörja|delvis|ing[ea]|inget|inte|planera|avslå|avvisa|under|besluta|"
    r"införd|införts|fastställ|antag|uppfyll|verkställ|avsluta|löpande|se |redan|färdig|ej|vidtag|beaktas|noter)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:har|hade|ska|skall|kommer|är|var|blir|blev|pågår|avser|finns|saknas|delar|genomförs|genomfördes|görs|"
    r"gjordes|bör|kan|får|tas|togs|beslutade?s?|införs|infördes|arbetar|anser|bedömer|instämmer|ställer|följer|"
    r"följs|ser|planerar|planeras|inväntar|avvaktar|överväger|antogs|ligger|besvaras|fastställdes?|redovisas?)\b",
    re.IGNORECASE,
)


def verbal(text: str) -> bool:
    """Whether a line has a finite verb, so that it says something by itself."""
    return bool(_VERB.search(text))


def answers(text: str) -> bool:
    """Whether a sentence without a subject answers all the same ("Klart.", "Inget behov.")."""
    return bool(_SHORT_ANSWER.match(text))


def part_of(title: str) -> Part:
    """The part that a title opens; OPEN for a title that is none of a template's."""
    words = title.strip(" *_\t#")
    if _FRAME.match(words):
        return Part.FRAME
    if _BESIDE.match(words):
        return Part.BESIDE
    return Part.BACKGROUND if _BACKGROUND.match(words) else Part.OPEN


def decides(title: str) -> bool:
    """Whether a title opens the wording of a decision, whose points are numbered for themselves."""
    return bool(_DECISION.match(title.strip(" *_")))


def is_organisation(title: str) -> bool:
    """Whether a title does no more than name a board, an office or a company."""
    return bool(_ORGANISATION.match(title.strip(" *_:"))) or title.strip().lower().startswith("region ")


def is_frame_line(text: str) -> bool:
    """Whether a line by itself signs, attests, distributes or registers: it belongs to no part."""
    return bool(_FRAME_LINE.match(text.strip()))


def is_title(document: Document, place: int) -> bool:
    """Whether a short line without a verb stands above a paragraph as its title; a heading always does."""
    block = document.blocks[place]
    if block.kind is BlockKind.HEADING:
        return True
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or len(block.span) > LONGEST:
        return False
    text = document.quote(block.span).strip(" *_")
    if part_of(text) is not Part.OPEN and len(text) < LONGEST / 2:
        return True
    following = document.blocks[place + 1] if place + 1 < len(document.blocks) else None
    return (
        len(text) > 3
        and text[-1] not in ".,;?!"
        and "\n" not in text
        and not re.search(r"\d{4}", text)
        and not text[0].islower()
        and not verbal(text)
        and following is not None
        and (following.kind is not BlockKind.LIST_ITEM or block.kind is not BlockKind.LIST_ITEM)
        and _is_text(document, following)
    )


def _is_text(document: Document, block: Block) -> bool:
    """Whether a block reads as running text: long, or closed by a full stop."""
    text = document.quote(block.span)
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_HEAD):
        return True
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and (
        len(text) > LONGEST or (len(text) > _FOLLOWED and text.rstrip()[-1] in ".:!?" and verbal(text))
    )


def letterhead(document: Document) -> int:
    """The block where a response's text begins, after its sender, dates and numbers."""
    for place, block in enumerate(document.blocks):
        text = document.quote(block.span).strip()
        if block.kind is BlockKind.HEADING or is_frame_line(text):
            continue
        if block.cells or len(text) > LONGEST or text[-1:] in ".?!:" or verbal(text) or named(text) or bare(text):
            return place
        if is_title(document, place) and part_of(text) is not Part.OPEN:
            return place
    return 0


def signature(document: Document) -> int:
    """The block where a response's closing lines begin: names, offices, places, none of them a sentence.

    The number of blocks where it has none.
    """
    first = len(document.blocks)
    for place in range(len(document.blocks) - 1, -1, -1):
        block = document.blocks[place]
        text = document.quote(block.span).strip()
        if block.kind is BlockKind.HEADING or block.cells:
            break
        if not text or is_frame_line(text):
            first = place
            continue
        if len(text) > LONGEST or text[-1] in ".?!:" or verbal(text):
            break
        first = place
    return first
