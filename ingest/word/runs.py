"""What a paragraph shows: its runs joined as they stand, less instructions, hidden text and what the view lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ingest.characters import tidy
from ingest.word.changes import View
from ingest.word.fields import MARK, Fields, is_contents
from ingest.word.graphics import Graphics
from ingest.word.names import ALTERNATE, MC, P_PR, R_PR, RUN, SDT, SDT_CONTENT, VAL, M, W, number, switch
from ingest.word.styles import Style, Styles

_VANISH, _BOLD, _ITALIC, _LINE, _SIZE, _STYLE = (f"{W}{name}" for name in ("vanish", "b", "i", "u", "sz", "rStyle"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_GRAPHICS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
# Signs of the Symbol font that a contract may write amounts and limits with; all its others serve as bullets.
_SYMBOL = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xB0: "°", 0xA5: "∞"}


@dataclass(slots=True)
class Shown:
    """What has been read of a paragraph. `notes` are the notes referred to, as (part, id)."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    graphics: Graphics = field(default_factory=Graphics)
    bold: int = 0
    size: float | None = None
    contents: bool = False
    begun: bool = False
    set_off: int = 0
    plain: bool = False

    @property
    def text(self) -> str:
        """The text, normalised; tabs and line breaks within it are kept, without spaces round them."""
        return tidy("".join(self.pieces))

    @property
    def lead(self) -> int:
        """How many of the first characters are set off from the rest in bold, in italics or by a line under them."""
        return len(tidy("".join(self.pieces[: self.set_off]))) if self.plain else 0

    @property
    def all_bold(self) -> bool:
        """Whether every visible character is bold."""
        shown = sum(len(piece) for piece in self.pieces if not piece.isspace())
        return 0 < shown <= self.bold


@dataclass(slots=True)
class Runs:
    """Reads paragraphs of one story in one view. `placeholders` counts the content controls that show theirs."""

    styles: Styles
    fields: Fields
    view: View
    placeholders: int = 0
    _style: Style = field(default_factory=Style)
    _shown: Shown = field(default_factory=Shown)

    def read(self, paragraph: etree._Element, style: Style, shown: Shown) -> None:
        """Adds what a paragraph of this style shows to `shown`."""
        self._style, self._shown = style, shown
        self._inside(paragraph)

    def _inside(self, parent: etree._Element) -> None:
        gone = self.view.gone
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag == P_PR or tag in gone:
                continue
            elif tag == SDT:
                self._control(child)
            elif tag == ALTERNATE:
                self._inside(branch(child))
            elif tag == f"{W}fldSimple":
                self._simple_field(child)
            elif tag == f"{M}r":
                self._say("".join(part.text or "" for part in child.iterchildren(f"{M}t")), None)
            elif len(child):
                self._inside(child)

    def _control(self, control: etree._Element) -> None:
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            self.placeholders += 1
        for content in control.iterchildren(SDT_CONTENT):
            self._inside(content)

    def _simple_field(self, element: etree._Element) -> None:
        if is_contents(element.get(f"{W}instr", "")):
            self._shown.contents = True
        self._inside(element)

    def _run(self, run: etree._Element) -> None:
        look = self._look(self.view.properties(run.find(R_PR), f"{W}rPrChange"))
        if look.hidden:
            for child in run.iterchildren(MARK):
                self.fields.mark(child)
            return
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                self._say((child.text or "").replace("\n", " "), look)
            elif tag != R_PR:
                self._odd(child, str(tag), look)

    def _odd(self, child: etree._Element, tag: str, look: Style) -> None:
        if tag in _SIGNS:
            self._say(_SIGNS[tag], look)
        elif tag in _ODDITIES:
            _ODDITIES[tag](self, child, look)
        elif tag in _NOTES:
            self._note(child, tag)
        elif tag in _GRAPHICS:
            self._graphic(child)
        elif tag == ALTERNATE:
            for inner in branch(child):
                self._odd(inner, str(inner.tag), look)

    def _graphic(self, child: etree._Element) -> None:
        if not self.fields.silent:
            self._shown.graphics.take(child)

    def _note(self, child: etree._Element, tag: str) -> None:
        if not self.fields.silent:
            self._shown.notes.append((_NOTES[tag], child.get(f"{W}id", "")))

    def _say(self, text: str, look: Style | None) -> None:
        if text and not self.fields.silent:
            self._write(text, look)

    def _write(self, text: str, look: Style | None) -> None:
        shown = self._shown
        if not shown.begun:
            shown.contents = shown.contents or self.fields.contents
            shown.begun = not text.isspace()
        shown.pieces.append(text)
        if look is not None and not text.isspace():
            shown.bold += len(text) if look.bold else 0
            shown.size = shown.size or look.size
            shown.plain = shown.plain or not (look.bold or look.italic)
            shown.set_off = shown.set_off if shown.plain else len(shown.pieces)

    def _symbol(self, child: etree._Element, look: Style) -> None:
        code = child.get(f"{W}char", "")
        try:
            point = int(code, 16)
        except ValueError:
            return
        if not 0 < point < 0xD800 and not 0xE000 <= point < 0xFFFE:
            return
        low = point - 0xF000 if 0xF000 <= point <= 0xF0FF else point
        if child.get(f"{W}font") == "Symbol" and low in _SYMBOL:
            self._say(_SYMBOL[low], look)
        else:
            self._say(chr(low + 0xF000 if low < 0x100 else point), look)

    def _ruby(self, child: etree._Element, _: Style) -> None:
        for base in child.iterchildren(f"{W}rubyBase"):
            self._inside(base)
        for above in child.iterchildren(f"{W}rt"):
            self._say(" (", None)
            self._inside(above)
            self._say(") ", None)

    def _deleted_text(self, child: etree._Element, look: Style) -> None:
        if self.view is View.REJECTED:
            self._say((child.text or "").replace("\n", " "), look)

    def _instruction(self, child: etree._Element, _: Style) -> None:
        self.fields.instruct(child.text or "")

    def _mark(self, child: etree._Element, look: Style) -> None:
        text = self.fields.mark(child)
        if text:  # the field itself says so, though it has just opened
            self._write(text, look)

    def _look(self, properties: etree._Element | None) -> Style:
        """What holds for a run; `hidden` and `bold` toggle between paragraph and character style (17.7.3)."""
        base = self._style
        if properties is None:
            return base
        hidden, bold, italic, size = base.hidden, base.bold, base.italic, base.size
        direct_hidden = direct_bold = None
        for item in properties:
            tag = item.tag
            if tag == _VANISH:
                direct_hidden = switch(item)
            elif tag == _BOLD:
                direct_bold = switch(item)
            elif tag == _ITALIC:
                italic = switch(item)
            elif tag == _LINE:
                italic = item.get(VAL, "single") != "none" or italic
            elif tag == _SIZE:
                halves = number(properties, _SIZE)
                size = halves / 2 if halves else size
            elif tag == _STYLE:
                own = self.styles.of_run(item.get(VAL))
                hidden = bool(hidden) != bool(own.hidden)
                bold = bool(bold) != bool(own.bold)
                italic = own.italic or italic
                size = own.size or size
        hidden = hidden if direct_hidden is None else direct_hidden
        bold = bold if direct_bold is None else direct_bold
        if (hidden, bold, italic, size) == (base.hidden, base.bold, base.italic, base.size):
            return base
        return Style(hidden=hidden, bold=bold, italic=italic, size=size)


_ODDITIES: dict[str, Callable[[Runs, etree._Element, Style], None]] = {
    f"{W}sym": Runs._symbol,
    f"{W}ruby": Runs._ruby,
    f"{W}delText": Runs._deleted_text,
    f"{W}instrText": Runs._instruction,
    f"{W}delInstrText": Runs._instruction,
    MARK: Runs._mark,
}


def branch(alternate: etree._Element) -> etree._Element:
    """The one branch of an mc:AlternateContent that is read: the first choice that holds anything, else the fallback.

    Word writes a text box twice, for new and for old readers; only one is seen.
    """
    for choice in alternate.iterchildren(f"{MC}Choice"):
        if len(choice):
            return choice
    fallback = alternate.find(f"{MC}Fallback")
    return alternate.makeelement("nothing") if fallback is None else fallback
