"""The words by which an audit recommends: who speaks to whom, in leads of lists, headings, labels and sentences."""

from __future__ import annotations

import re

from checks.audit.speakers import by_own, quotes_guidance, told_by_others
from checks.audit.verbs import finite, opens_with_a_verb

_S = r"[ \t\n\u00a0]{1,4}"
_IN = r"(?:[^.:;]|\.(?=\w))"
_BODY = (
    r"(?:\w{0,40}(?:nämnden|nämnderna|nämnder|nämnd|styrelser|styrelsen|styrelserna|direktionen|fullmäktige|"
    r"utskottet|förbundet|bolaget|"
    r"bolagen|stiftelsen|förvaltningen|kommunen|regionen|organen|rådet|AB)|KS|RS)"
)
_SAID = re.compile(
    r"\brekommender(?:ar|as|a)\b|\b(?:uppmana[rs]|förorda[rs]|föreslå[rs]|tillråd(?:er|s))\b|"
    r"\b(?:lämna[rs]?|rikta[rs]?|ge[rs]?|följande|våra|dessa|nedanstående|av|"
    r"är)\b[^.]{0,60}\brekommendation(?:er(?:na)?)?\b|"
    r"\brekommendation(?:er|erna|en)?\b[^.:]{0,60}\b(?:lämnas|riktas|ges|är|till|avser|följer|nedan)\b|"
    r"\brekommendationer(?:na)?\s?:|\bförslag\b[^.:]{0,40}:$",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"(?:rekommenderar|uppmanar|förordar|föreslår|tillråder)\b", re.IGNORECASE)
_OUGHT = re.compile(
    rf"\b{_BODY}\b[^.]{{0,90}}\b(?:bör|behöver|måste)\b|\b(?:bör|behöver|måste)\b[^.]{{0,60}}\b{_BODY}\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    rf"\b(?:vi|revisorerna|revisionen)\b[^.]{{0,40}}\b(?:vill|önskar|förväntar|ser gärna|begär|anser|"
    rf"bedömer)\b[^.]{{0,40}}"
    rf"\batt\b[^.]{{0,20}}\b{_BODY}\b|\b(?:vill|önskar|förväntar oss|anser|bedömer) (?:vi|"
    rf"revisorerna) att\b[^.]{{0,20}}\b{_BODY}\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    rf"(?::|\b(?:att|bör|behöver|måste|särskilt|snarast|skyndsamt|även|också|framför{_S}allt|därför)|"
    rf"\b{_BODY})\W{{0,4}}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:tidigare|föregående|förra|rekommenderade|rekommenderades|har rekommenderat|uppföljning av rekommendation|"
    r"återfinns|framgår av|redovisas i|återges|i övrigt inga|inga rekommendationer)\b",
    re.IGNORECASE,
)
_OLD_LEAD = re.compile(
    r"\b(?:lämnade|lämnades|gav|gavs|riktades|rekommenderades|rekommenderade|föreslog|utmynnade|framfördes|"
    r"resulterade)\b.{0,60}"
    r"\b(?:då|tidigare|dåvarande|(?:år|från|i|under)\s(?:19|20)\d\d)\b|"
    r"\b(?:tidigare|föregående|förra|dåvarande|den gången|(?:granskning|rapport|år|från|under)\s(?:19|20)\d\d)\b.{0,80}"
    r"\b(?:lämnades|gavs|riktades|rekommenderades|rekommenderade|utmynnade|framfördes|resulterade)\b",
    re.IGNORECASE | re.DOTALL,
)
_BY_LAW = re.compile(
    r"\benligt\s(?:\w+\s){0,2}(?:\w*lag(?:en)?\b|\w*lagstiftning|reglement|policy|riktlinj|förordning|föreskrift|avtal|"
    r"\d+ kap|sitt uppdrag|uppgift|de intervjuade|inköpspolic)|\bframgår det? att\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:uppge\w*|menar|intervjuade|framhåller|önskar|påpekar|tycker|säger|berättar|"
    r"(?:\w+(?:chefen|direktören|samordnaren|handläggare|controllern|personalen|rektorn?|en chef)) (?:anser|bedömer|"
    r"ser))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:frågor|revisionsfråg\w+|kriteri\w+|bedömningsgrund\w*|granskningen (?:ska|syftar|omfattar|har)|"
    r"kontrolleras att|"
    r"revisorerna kommer|vi kommer|vi avser|av svaret bör|svaret bör|svar önskas)\b|\bföreslå\w*\b.{0,80}\bbeslut|"
    r"\bförslag till (?:beslut|yttrande|svar)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:[\d.]{1,8}\s*)?(?:(?:[\wåäö]{1,20}[,\s]\s?){0,5}?)rekommendation(?:er(?:na)?)?\b|\brecommendations?\b|"
    r"^(?:[\d.]{1,8}\s*)?(?:våra |revisionens |revisorernas )?(?:förslag till (?:åtgärd|förbättring)|åtgärdsförslag|"
    r"förbättringsförslag|"
    r"det här bör|vad .{3,40} bör göra)",
    re.IGNORECASE,
)
_OLD_HEADING = re.compile(
    r"tidigare|föregående|förra|uppföljning av (?:\d{4}|\w*rekommendation|granskning)|\brevisionsfråg|kriteri|"
    r"bedömningsgrund|"
    r"utgångspunkt|innehåll|bilag|intervju|granskade dokument|källor|fortsatt|kommande granskning|begrepp|"
    r"definition|lagstiftning|"
    r"regelverk|svar på|uppföljning av .{0,40}\d{4}|kontrollmål",
    re.IGNORECASE,
)
_ASIDE_HEADING = re.compile(
    r"bakgrund|inledning|syfte|metod|avgränsning|ansvarig|uppdrag|genomförande|nuläge",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    rf"^\W{{0,3}}(?:[\wåäö-]{{1,30}}\s){{0,3}}?(?:{_BODY}|vi|bolaget)\s(?:delar|avser|anser|har|instämmer|ser|kommer|är|håller|"
    r"noterar|bedömer|konstaterar|tar|tog|beslutade|välkomnar|arbetar|menar)\b",
    re.IGNORECASE,
)
_LONGEST = 1500  # characters of a lead
_POINTS = re.compile(
    r"se\s+(?:även\s+|vidare\s+)?(?:avsnitt|kapitel|respektive|bilaga|nedan|ovan|sid|tabell|figur|rapport)",
    re.IGNORECASE,
)
_JUDGED_HEADING = re.compile(r"bedömning|slutsats|analys|synpunkt|rekommend", re.IGNORECASE)
_TO = re.compile(r"^(?:till|för|avseende|gällande)?\s*[^.:]{3,110}:?$", re.IGNORECASE)
LABELLED = re.compile(
    rf"^\W{{0,3}}(?P<label>(?:Rekommendation(?:er)?(?:{_S}(?:nr{_S})?[\dA-Z][\d.]{{0,3}})?(?:{_S}till{_S}(?P<to>[^.:]{{3,80}}))?)|R\d{{1,2}}|"
    rf"Rek\.?\s?\d{{1,2}})\s?[:.–—-]\s*"
    rf"(?P<what>.{{12,600}})$",
    re.IGNORECASE | re.DOTALL,
)
LABEL_ONLY = re.compile(
    rf"^\W{{0,3}}(?:Rekommendation(?:{_S}(?:nr{_S})?[\dA-Z][\d.]{{0,3}})?|R\d{{1,2}})\W{{0,3}}$", re.IGNORECASE
)
MARK = re.compile(
    r"^\s*(?:[-–—•▪➢*○◦·☐→►✓]|\(?(?:R|Rek\.?\s?)?\d{1,2}(?:\.\d{1,2})?[.):]?|\(?[a-zåäö]\)|R\d{1,2}[.:]?)\s+",
    re.IGNORECASE,
)


def last_sentence(text: str) -> str:
    """The sentence that a block ends with: it is what leads into a list."""
    return re.split(r"[.!?]\s+(?=[A-ZÅÄÖ])", text.strip())[-1]


def gives(text: str) -> bool:
    """Whether a block leads into recommendations: its last sentence says that something is recommended, proposed or
    wished of a body, and by whom is no other than the auditor ("Vi rekommenderar nämnden att:", "Nämnden bör").
    """
    sentence = last_sentence(text)
    if (
        _ASKS.search(sentence)
        or _OLD_LEAD.search(sentence)
        or (_PAST.search(sentence) and not re.search(r"följande|att:?\s*$", sentence))
    ):
        return False
    said = _SAID.search(sentence)
    if said:
        return _is_own(sentence, said) and not re.search(r"\bvar att\b|\bvar:", sentence)
    ought = re.search(r"\b(?:bör|behöver|måste)\b", sentence)
    if ought and told_by_others(sentence[: ought.start()]):
        return False
    if not _OPEN_END.search(sentence) or _BY_LAW.search(sentence) or _OTHERS.search(sentence):
        return False
    return bool(_OUGHT.search(sentence) or _WISHED.search(sentence))


def _is_own(sentence: str, said: re.Match[str]) -> bool:
    """Whether the auditor leads into the list, and not somebody whom the report tells of."""
    before, after = sentence[: said.start()], sentence[said.end() :]
    if _ACTIVE.match(said.group()):
        return by_own(before, after)
    return not (told_by_others(before) or quotes_guidance(sentence))


def ends_open(text: str) -> bool:
    """Whether a lead is left unfinished: what it leads to must follow."""
    return bool(_OPEN_END.search(text.strip()))


def answers(text: str) -> bool:
    """Whether what stands after "Rekommendation 1." is a body's answer to it: "Nämnden delar bedömningen"."""
    return bool(_ANSWERS.match(text))


def is_heading(title: str) -> bool:
    """Whether a heading is that of the recommendations ("7. Rekommendationer", "Bedömning och rekommendationer")."""
    return bool(_HEADING.search(title)) and len(title) < 110 and not (_PAST.search(title) or is_old(title))


def is_old(title: str) -> bool:
    """Whether what stands under a heading is no recommendation of this audit: questions, criteria, earlier ones, "
    "plans."""
    return bool(_OLD_HEADING.search(title))


def is_aside(title: str) -> bool:
    """Whether what stands under a heading tells of the field: there "bör" is said by others."""
    return bool(_ASIDE_HEADING.search(title)) and not _JUDGED_HEADING.search(title)


def turns_to(text: str) -> bool:
    """Whether a short line turns to another addressee within a list: "Till regionstyrelsen:", "Kommunstyrelsen"."""
    line = text.strip(" *_")
    if not _TO.match(line) or re.search(r"\b(?:att|som)\b", line) or opens_with_a_verb(line):
        return False
    return (
        line.endswith(":")
        or re.fullmatch(rf"(?:till |för )?(?:[\w-]+,?\s){{0,5}}{_BODY}", line, re.IGNORECASE) is not None
    )


def goes_on(text: str) -> bool:
    """Whether a short line goes on to the next body's list: "och **socialnämnden** att", "samt nämnden att:"."""
    line = text.strip(" *_")
    return len(line) < 160 and bool(
        re.match(
            r"(?:och|samt|dels|vidare|därutöver|liksom|till|såväl|både)\b[^.]{3,140}\batt\W{0,4}$", line, re.IGNORECASE
        )
    )


def is_to_all(text: str) -> bool:
    """Whether words name bodies at large: "Samtliga granskade nämnder bör"."""
    return bool(re.search(r"\b(?:samtliga|alla|båda|bägge|de granskade|övriga)\b", text, re.IGNORECASE))


def opens_like_one(text: str) -> bool:
    """Whether a line begins as a recommendation does, with "att" or a verb of action, and is no sentence that tells."""
    body = text.strip()
    return opens_with_a_verb(body) and not finite(body) and not _POINTS.match(body)
