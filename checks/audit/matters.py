"""What a word is about, where answer and recommendation choose different words for one thing ("kurs", "utbildning")."""

from __future__ import annotations

import re

_MATTERS = {
    "training": r"utbild|kurs|kompetens|kunskap|webbinari|introduktion|film|lärt|lära|övning|öva",
    "rules": r"rutin|riktlinj|regler|regelverk|anvisning|policy|styrdokument|instruktion|handbok|lathund|checklist|"
    r"reglement|mall",
    "risk": r"risk|hotbild|sårbar",
    "check": r"kontroll|stickprov|verifier|granska|prövning|avstäm|attest|oanmäl|dubbelkoll|stickkontroll",
    "mandate": r"ansvar|mandat|samordn|roller|rollford|befogenhet|delegation",
    "review": r"uppfölj|utvärder|återrapport|redovis|rapporter|statistik|mätning|nyckeltal|indikator|uppsikt",
    "contract": r"avtal|kontrakt|överenskommels",
    "supplier": r"leverantör|entreprenör|utförar|vårdgivar|underentrepr",
    "buying": r"inköp|upphandl|avrop|beställ|köptroh",
    "back": r"återkrav|återkräv|återbetal|tillbaka|återför",
    "police": r"polis|brottsanm|åklagar",
    "whistle": r"vissel|rapporteringskanal",
    "conflict": r"jäv|intressekonflikt|släkt|opartisk|ovidkommande",
    "register": r"register|förteckning|inventer|kartlägg|databas|sammanställ|lista",
    "together": r"samverk|samarbet|tillsammans|gemensam|dialog|nätverk",
    "threat": r"hot|våld|påtryck|trakasser|otillåten|säkerhet",
    "money": r"budget|resurs|kostnad|ekonomi|finans|medel",
    "access": r"behörig|lösenord|inlogg|loggn|loggar",
    "tell": r"inform|kommunik|webb|hemsid|intranät|synlig|känd",
    "meaning": r"definition|definier|begrepp|innebörd",
    "speed": r"skyndsam|handläggningstid|dröj|fördröj|väntetid|ledtid",
    "plan": r"handlingsplan|åtgärdsplan|underhållsplan|aktivitetsplan|verksamhetsplan|strategi|program",
    "survey": r"enkät|undersökning|kartlägg|intervju",
    "staff": r"bemann|rekryter|tjänster|vakan|personalförsörj",
    "child": r"barn|elev|skol|unga",
    "grant": r"bidrag|stödform|förening",
    "analysis": r"analys|utred|översyn|förstudie",
    "archive": r"arkiv|diarie|dokument|gallr|registrer",
    "building": r"lokal|fastighet|byggnad|underhåll",
    "sanction": r"vite|sanktion|hävning|påföljd|avstäng",
}
_ALL = tuple((name, re.compile(rf"(?:{stems})|\w{{3,}}(?:{stems})")) for name, stems in _MATTERS.items())


def matters(word: str) -> tuple[str, ...]:
    """The matters that a word in lower case is about, also as the latter part of a compound; mostly none."""
    return tuple(name for name, pattern in _ALL if pattern.match(word))
