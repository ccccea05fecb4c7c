"""Swedish abbreviations by what a full stop after them means. In small letters, without their last full stop."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Something always follows these: a full stop after them ends no sentence.
LEADING = _words("""
    ang anm ant avd betr bl bl.a ca cirka d.nr diarienr dir dnr dr d.v.s dvs e.g eg enl exkl f.d fd f.n forts fr.o.m
    föreg förf gm i.e inkl inst i.o.m jfr jr kand lic m.a.o motsv nuv o.nr org.nr orgnr p.g.a pga p.nr prel prof resp
    rskr s.a.s s.k sk skr sos st:a st:s tex t.ex t.f t.h t.o.m t.v u.a uppl urspr v.g övers övr a.a bitr n.b o.g.s nb
    kungl upph bif
""")

# A figure or a short name follows these ("kap. 3", "13 kap. LOU", "bil. 2"); as words they may end a sentence.
BEFORE_FIGURES = _words("""
    art avs bankg bet bg bil del ex f ff fig h kap kl kv max min mom nr obs org p pg prop red ref reg s sid st t tab tel
    tfn utg vol äv
""")

# These may end a sentence, and do before a capital letter.
CLOSING = _words("""
    m.m mm m.fl mfl osv o.s.v etc e.d e.dyl ed o.d o.dyl dyl kr mkr mnkr tkr sek tim mån ggr proc jan feb febr mar apr
    jun jul aug sep sept okt nov dec m.v d.å å.r e.kr f.kr f.ö m ab hb kb ltd inc co em fm kg g km m2 m3 n.n i.u i.d
    m.h.t
""")

MONTHS = _words("jan feb febr mar apr jun jul aug sep sept okt nov dec")

# After these a single letter is a name, and its full stop the sentence's: "se bilaga A."
NAMED_BY_LETTER = _words(
    "bilaga punkt del alternativ avsnitt nivå grupp kategori artikel klass steg fas modell typ lott"
)
