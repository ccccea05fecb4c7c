"""The number, letter or bullet that a block begins with, and what it says about the block's place.

Forms: 7  7.2  7.2.1.  5.0  § 7  7 §  1)  (1)  a)  a.  (a)  (i)  iv.  IV.  E.4  A 7.6  AFC.531  Punkt 4.2  Artikel 4
Kap. 3  3 kap.  Bilaga 3  •  -  ☒  [x]. A box beside a number belongs to it: "H.2 ☒", "☐ a)". A figure that begins a
sentence (10 000 kronor, 2026 ska, 12 januari, § 7 gäller) is no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ingest.romans import roman


class Family(StrEnum):
    """The kinds of label; labels of one family count together."""

    DECIMAL = "decimal"
    PARAGRAPH = "paragraph-sign"
    NAMED = "named"
    CHAPTER = "chapter"
    APPENDIX = "appendix"
    PARENTHESIS = "parenthesis"
    LETTER = "letter"
    CAPITAL = "capital"
    ROMAN = "roman"
    CAPITAL_ROMAN = "capital-roman"
    CODED = "coded"
    PREFIXED = "prefixed"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """`text[:end]` is the printed label `printed` with the white space after it; `path` its figures, outermost first.

    `shape` tells labels of one family apart ("a)" from "a."). `open` holds where the label alone proves nothing
    ("A. Svensson", "I "): it counts only beside a label before or after it in the same series.
    """

    printed: str
    end: int
    family: Family
    path: tuple[int, ...]
    shape: str = ""
    open: bool = False

    @property
    def bare(self) -> str:
        """The label without the punctuation that ends it and its box: "7.2." is 7.2, "☒ Bilaga 3:" is Bilaga 3."""
        return _BOX.sub("", self.printed).strip().rstrip(".:)").rstrip() if self.family in SECTIONED else self.printed


SECTIONED = frozenset(
    {
        Family.DECIMAL,
        Family.PARAGRAPH,
        Family.NAMED,
        Family.CHAPTER,
        Family.APPENDIX,
        Family.CAPITAL_ROMAN,
        Family.PREFIXED,
    }
)
LISTED = frozenset({Family.PARENTHESIS, Family.LETTER, Family.CAPITAL, Family.ROMAN, Family.CODED, Family.BULLET})

BULLETS = "•●○◦■□▪▫◆◇►▶➢➤➔→‣⁃∙·✓✔☐☑☒\u2013\u2014\u2212"
_AFTER = r"(?:[ \t]+|$)"
_BULLET = re.compile(rf"(?:[{BULLETS}]|[-*+](?=[ \t])|o(?=[ \t]+[a-zåäö])|\[[ xX]?\](?=[ \t])){_AFTER}")
_BOX = re.compile(r"[☐☑☒□]|\[ ?[xX]? ?\]|\( \)")
_BOXED = re.compile(rf"(?:{_BOX.pattern})[ \t]*(?=\S|$)")
_DECIMAL = re.compile(
    r"(\d{1,3}(?:\.\d{1,3}){0,5})([.:)]?)((?:\s?[a-z](?=[ \t]+[A-ZÅÄÖ]))?)"
    rf"(?:(?:[ \t]+[–-](?=[ \t]+[A-ZÅÄÖ]))?{_AFTER}|(?<=\d\.)(?=[A-ZÅÄÖ][a-zåäö])|(?<=\.\d)(?=[A-ZÅÄÖ][a-zåäö]))"
)
# "E.4" and "A 7.6" number by a letter and figures, "AFC.531" as the building trade's general specifications do.
_PREFIXED = re.compile(
    rf"(?:([A-ZÅÄÖ])\.(\d{{1,3}}(?:\.\d{{1,3}}){{0,4}})|([A-HJ-Z])[ \t](\d{{1,2}}(?:\.\d{{1,3}}){{1,4}})"
    rf"(?=[.:]?[ \t]+[^\sa-zåäö])|([A-ZÅÄÖ]{{2,4}}\.\d{{1,6}}))[.:]?{_AFTER}"
)
_SIGN_FIRST = re.compile(rf"§[ \t]?(\d{{1,3}}(?:\.\d{{1,3}}){{0,4}})([ \t]?[a-z](?=[ \t.:]|$))?[.:]?{_AFTER}")
_SIGN_LAST = re.compile(rf"(\d{{1,3}})([ \t]?[a-z])?[ \t]?§[.:]?{_AFTER}")
_PARENTHESIS = re.compile(rf"\(?(\d{{1,3}})\){_AFTER}")
_ROMAN = re.compile(rf"(\()?([ivx]{{1,5}}|[IVX]{{1,5}})([).]|(?=[ \t])){_AFTER}")
_LETTER = re.compile(rf"(\()?([a-zåäö]|[A-ZÅÄÖ])([).]){_AFTER}")
_NAMED = re.compile(
    r"(punkt|p\.|artikel|art\.|avsnitt|klausul|del|moment|mom\.|fas|steg|"
    r"paragraf)[ \t]+(\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,4}|[A-H])"
    rf"[ \t]?[.:]?{_AFTER}",
    re.IGNORECASE,
)
# "R1." and "Rekommendation 2:" number what auditors recommend and ask.
_CODED = re.compile(
    r"([A-ZÅÄÖ]{1,3}|rekommendation|(?:revisions|del)?fråga|åtgärd|krav|mål|fokusområde)[ \t]?(\d{1,2}[a-z]?)"
    rf"(?:[.:)]|[ \t][–-]){_AFTER}",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    rf"(?:(?:kapitel|kap\.?)[ \t]+(\d{{1,3}}|[IVX]{{1,4}})[.:]?|(\d{{1,3}})[ \t]+kap(?:\.|itlet|itel)){_AFTER}",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    rf"(bilaga|appendix|underbilaga|annex|"
    rf"bil\.)(?:[ \t]+(?:nr\.?[ \t]*)?(\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}[a-zA-Z]?|[A-ZÅÄÖ]\d{{0,2}}|"
    rf"[IVX]{{1,4}}))?[.:]?{_AFTER}",
    re.IGNORECASE,
)
# What follows a figure that counts or dates something, so that the figure begins a sentence and is no number.
_UNIT = re.compile(
    r"(?:\d{3}\b|[%‰€$°–\-/,]|(?:kr|kronor|mkr|mnkr|tkr|sek|euro|procent|st|stycken|dag|dagar|vecka|veckor|månad|"
    r"månader|år|timmar|"
    r"minuter|gånger|personer|exemplar|miljoner|miljarder|tusen|januari|februari|mars|april|maj|juni|juli|"
    r"augusti|september|oktober|"
    r"november|december|kap\.?|§§?)(?!\w))",
    re.IGNORECASE,
)
_ROMAN_LETTERS = frozenset("ivxIVX")


def _figures(dotted: str) -> tuple[int, ...]:
    path = tuple(int(figure) for figure in dotted.split("."))
    return path[:-1] if len(path) > 1 and path[-1] == 0 else path


def _decimal(text: str) -> Label | None:
    found = _SIGN_LAST.match(text)
    if found:
        if text[found.end() : found.end() + 1].islower():
            return None
        letter = (found[2] or "").strip()
        return Label(found[0].rstrip(), found.end(), Family.PARAGRAPH, (int(found[1]), *map(ord, letter)), "§")
    found = _CHAPTER.match(text)
    if found:
        return _chapter(text, found)
    found = _PARENTHESIS.match(text)
    if found:
        return Label(found[0].rstrip(), found.end(), Family.PARENTHESIS, (int(found[1]),), ")")
    found = _DECIMAL.match(text)
    if not found:
        return None
    path, dotted, rest = _figures(found[1]), bool(found[2]), text[found.end() : found.end() + 24]
    if _UNIT.match(rest) or (rest[:1].islower() and not dotted and len(path) < 2):
        return None
    if found[1][0] == "0" or max(path) > 199:
        return None
    if found[3]:
        path = (*path, ord(found[3].strip()))
    printed = text[: found.end(3)]
    return Label(printed, found.end(), Family.DECIMAL, path, found[2])


def _chapter(text: str, found: re.Match[str]) -> Label | None:
    rest = text[found.end() : found.end() + 8]
    if rest[:1].islower() or re.match(r"(?:\d{1,3}[ \t]?[a-z]?[ \t]?)?§", rest):
        return None  # "3 kap. 1 § LOU", "kap. 9 § kommunallagen": a law's
    figure = found[1] or found[2]
    value = int(figure) if figure.isdigit() else roman(figure)
    return None if value is None else Label(found[0].rstrip(), found.end(), Family.CHAPTER, (value,))


def _sign(text: str) -> Label | None:
    found = _SIGN_FIRST.match(text)
    if not found or text[found.end() : found.end() + 1].islower():
        return None
    letter = (found[2] or "").strip()
    return Label(found[0].rstrip(), found.end(), Family.PARAGRAPH, (*_figures(found[1]), *map(ord, letter)), "§")


def _lettered(text: str) -> Label | None:
    found = _ROMAN.match(text)
    if found:
        value = roman(found[2])
        closed = found[1] or found[3]
        if value and (closed or (len(found[2]) > 1 and found[2].isupper())):
            capital = found[2].isupper()
            family = Family.CAPITAL_ROMAN if capital else Family.ROMAN
            return Label(
                found[0].rstrip(), found.end(), family, (value,), f"{found[1] or ''}{found[3]}", found[3] != ")"
            )
    found = _LETTER.match(text)
    if not found:
        return None
    capital = found[2].isupper()
    family = Family.CAPITAL if capital else Family.LETTER
    value = "abcdefghijklmnopqrstuvwxyzåäö".index(found[2].lower()) + 1
    return Label(
        found[0].rstrip(), found.end(), family, (value,), f"{found[1] or ''}{found[3]}", capital and found[3] == "."
    )


def _prefixed(found: re.Match[str]) -> Label:
    letters, figures = found[1] or found[3] or "", found[2] or found[4] or ""
    path = (*map(ord, letters), *_figures(figures)) if figures else tuple(map(ord, found[5]))
    return Label(found[0].rstrip(), found.end(), Family.PREFIXED, path, "" if figures else "code")


def _named(text: str) -> Label | None:
    found = _APPENDIX.match(text)
    if found:
        under = "under" if found[1].lower().startswith("under") else ""
        return Label(found[0].rstrip(), found.end(), Family.APPENDIX, _value(found[2] or ""), under)
    found = _CHAPTER.match(text)
    if found:
        return _chapter(text, found)
    found = _NAMED.match(text)
    if not found or text[found.end() : found.end() + 1].islower():
        return None
    return Label(found[0].rstrip(), found.end(), Family.NAMED, _value(found[2]), found[1].lower())


def _value(figure: str) -> tuple[int, ...]:
    """The figures of "3.2" and "1a", or the letters of "A" and "IV", as numbers."""
    return tuple(int(part) if part.isdigit() else ord(part.lower()) for part in re.findall(r"\d+|[^\W\d]", figure))


_NAMED_STARTS = frozenset(
    ["bil", "app", "und", "ann", "pun", "art", "avs", "kla", "del", "mom", "fas", "ste", "par", "kap", "p."]
) | {"p. "}
_LONGEST = 160  # characters that hold any label and what tells it from the beginning of a sentence
_BOX_STARTS = tuple("☐☑☒□[(")
_BULLET_STARTS = frozenset(BULLETS + "-*+[")


def label(text: str) -> Label | None:
    """The label that the text begins with, with the box beside it, or None."""
    return _cached_label(text[:_LONGEST])


@lru_cache(maxsize=512)  # a line is asked for its label where it is joined, where it is outlined and where it is split
def _cached_label(text: str) -> Label | None:
    if has_box(text) and (box := _BOXED.match(text)):
        inner = _label(text[box.end() :])
        inner = inner if inner and not inner.open else Label("", 0, Family.BULLET, ())
        return _with_box(text, inner, box.end() + inner.end)
    found = _label(text)
    if found and has_box(text, found.end) and (box := _BOXED.match(text, found.end)):
        return _with_box(text, found, box.end())
    return found


def has_box(text: str, start: int = 0) -> bool:
    """Whether a box, ticked or not, stands at `start`."""
    return text[start : start + 1] in _BOX_STARTS and _BOXED.match(text, start) is not None


def _with_box(text: str, found: Label, end: int) -> Label:
    shape = "☐" if found.family is Family.BULLET else found.shape
    return replace(found, printed=text[:end].rstrip(), end=end, shape=shape)


def _label(text: str) -> Label | None:
    first = text[:1]
    if not first:
        return None
    if first.isdigit():
        return _decimal(text)
    if first == "§":
        return _sign(text)
    if first in _BULLET_STARTS or text[:2] in ("o ", "o\t"):
        found = _BULLET.match(text)
        return Label(found[0].rstrip(), found.end(), Family.BULLET, (), found[0].rstrip()) if found else None
    if first == "(":
        found = _PARENTHESIS.match(text)
        if found:
            return Label(found[0].rstrip(), found.end(), Family.PARENTHESIS, (int(found[1]),), "()")
        return _lettered(text)
    if first.isalpha():
        if ("." in text[1:5] or text[1:2] == " ") and (found := _PREFIXED.match(text)):
            return None if text[found.end() : found.end() + 1].islower() else _prefixed(found)
        if len(text) > 1 and not text[1].isalnum():
            return _lettered(text)
        if text[:3].lower() in _NAMED_STARTS:
            return _named(text)
        if first.isupper() and (found := _CODED.match(text)):
            alone = len(found[1]) <= 3
            return Label(found[0].rstrip(), found.end(), Family.CODED, _value(found[2]), found[1].lower(), alone)
        return _lettered(text) if first in "ivxIVX" and text[1:2] in _ROMAN_LETTERS else None
    return None


def follows(label: Label, earlier: Label) -> bool:
    """Whether a label is the next of the same series: b) after a), 7.3 after 7.2, ii. after i."""
    return (
        label.family is earlier.family
        and label.shape == earlier.shape
        and len(label.path) == len(earlier.path)
        and label.path[:-1] == earlier.path[:-1]
        and bool(label.path)
        and label.path[-1] == earlier.path[-1] + 1
    )
