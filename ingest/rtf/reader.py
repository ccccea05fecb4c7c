"""Follows the control words of an RTF file: what each group is, what is shown of it, and where it goes."""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import replace

from ingest.characters import tidy
from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.errors import TooLarge
from ingest.numerals import label
from ingest.rtf import destinations, words
from ingest.rtf.definitions import Definitions, Style, decode
from ingest.rtf.state import Into, State
from ingest.rtf.stories import Story
from ingest.rtf.tokens import Token, tokens

DEEPEST = 5000
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class Reader:
    """Reads a file in one view: all changes accepted, or all rejected."""

    def __init__(self, *, rejected: bool = False) -> None:
        self.rejected = rejected
        self.defined = Definitions()
        self.state = State()
        self.stories = [Story()]
        self.met: Counter[str] = Counter()
        self.changes = 0
        self.sides: dict[str, list[Draft]] = {}
        self.notes = {"footnote": 0, "endnote": 0}
        self.fields: list[destinations.Field] = []
        self.gathered = ""  # the text of a destination that is no story: a font's name, a number, an instruction
        self.charset: int | None = None
        self.code_page = ""
        self.base: int | None = None
        self._groups: list[State] = []
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0
        self._change = ""

    def read(self, source: str) -> list[Draft]:
        """All drafts of a file that was decoded as Latin-1: headers, body, footers."""
        for token in tokens(source):
            self._take(token)
        self._say_bytes()
        if self._groups:
            self.met["cut off"] += 1
        while len(self.stories) > 1:
            self.end_story()
        body = self.stories[0].end(self.state, self._style())
        return [*self._beside(BlockKind.HEADER), *body, *self._beside(BlockKind.FOOTER)]

    @property
    def story(self) -> Story:
        """The story that is open."""
        return self.stories[-1]

    def _take(self, token: Token) -> None:
        kind, text, number = token
        if kind == "byte" or (kind == "text" and not text.isascii()):
            self._raw(text)
            return
        if self._bytes:
            self._say_bytes()
        if kind == "text":
            if self._skip:
                text, self._skip = text[self._skip :], max(0, self._skip - len(text))
            self.say(text)
        elif kind == "{":
            self._begin()
        elif kind == "}":
            self._end()
        elif kind == "word":
            words.take(self, text, number)
        else:
            self._symbol(text)

    def _raw(self, text: str) -> None:
        if self._skip:
            text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        self._bytes += text.encode("latin-1", "replace")
        self.state.fresh = False

    def _say_bytes(self) -> None:
        raw, self._bytes = bytes(self._bytes), bytearray()
        self.say(decode(raw, self.defined.codec(self.state.font)))

    def character(self, code: int) -> None:
        r"""Takes `\uN`; the characters after it that stand in for it are passed over."""
        point = code & 0xFFFF if code < 0 else code
        self._skip = self.state.skips
        if point in _HIGH:
            self._high = point
            return
        if point in _LOW and self._high:
            point = 0x10000 + ((self._high - 0xD800) << 10) + (point - 0xDC00)
        self._high = 0
        if point < 0x110000 and point not in _HIGH and point not in _LOW:
            self.say(chr(point))

    def say(self, text: str) -> None:
        """Adds text where the open group's text goes."""
        state = self.state
        if not text:
            return
        state.fresh = False
        if state.into is Into.STORY:
            self._track(text)
            if self._shown():
                self.story.paragraph.say(text, bold=state.bold, italic=state.italic, size=state.size)
        elif state.into is not Into.NOWHERE:
            self.gathered += text if len(self.gathered) < 1000 else ""

    def _shown(self) -> bool:
        state = self.state
        return not (state.hidden or (state.inserted if self.rejected else state.deleted))

    def _track(self, text: str) -> None:
        """Counts the stretches of text that were inserted or deleted."""
        kind = "deleted" if self.state.deleted else "inserted" if self.state.inserted else ""
        if kind != self._change and not text.isspace():
            self.changes += bool(kind)
            self._change = kind

    def _symbol(self, sign: str) -> None:
        if self._skip:
            self._skip -= 1
        elif sign == "*":
            self.state.starred = self.state.fresh
        elif sign in "\r\n":
            self.end_paragraph()
        elif sign in words.SIGNS:
            self.say(words.SIGNS[sign])

    def _begin(self) -> None:
        if len(self._groups) >= DEEPEST:
            raise TooLarge("RTF-filen är nästlad djupare än vad klausul läser", "spara om den i Word")
        self._groups.append(self.state)
        self._skip = 0
        self.state = copy(self.state)
        self.state.fresh, self.state.starred, self.state.ends = True, False, ""

    def _end(self) -> None:
        self._skip = 0
        if not self._groups:
            return
        if self.state.ends:
            destinations.ENDINGS[self.state.ends](self)
        self.state = self._groups.pop()

    def begin_story(self, name: str, kind: BlockKind | None) -> None:
        """Begins a story that lasts as long as the open group."""
        self.stories.append(Story(name, kind))
        self.state.plain()
        self.state.par_default()
        self.state.into, self.state.ends = Into.STORY, "story"

    def end_story(self) -> None:
        """Ends the innermost story; what it holds goes beside the text, or follows the paragraph that it hangs on."""
        story = self.stories.pop()
        drafts = story.end(self.state, self._style())
        if story.kind in (BlockKind.HEADER, BlockKind.FOOTER):
            self.sides.setdefault(story.name, []).extend(drafts)
            return
        if story.kind is BlockKind.FOOTNOTE and drafts:
            self.notes[story.name] += 1
            mark = label(self.notes[story.name], "decimal" if story.name == "footnote" else "lowerRoman")
            drafts[0] = replace(drafts[0], text=f"{mark} {drafts[0].text}", number=mark)
        self.story.hang(drafts)

    def end_paragraph(self) -> None:
        r"""Takes `\par`: where its mark is gone in this view, the next paragraph goes on with this one."""
        if self.state.into is Into.STORY and self._shown():
            self.story.end_paragraph(self.state, self._style())

    def end_cell(self) -> None:
        r"""Takes `\cell` and `\nestcell`."""
        if self.state.into is Into.STORY:
            self.story.end_cell(self.state, self._style())

    def end_number(self) -> None:
        r"""Ends `\listtext`: the number that the program draws before the paragraph."""
        number = tidy(self.gathered.replace("\t", " "))[:64]
        self.gathered = ""
        if self._shown() and not self.story.paragraph.begun:
            self.story.number = number

    def _style(self) -> Style:
        return self.defined.styles.get(-1 if self.state.style is None else self.state.style, Style())

    def _beside(self, kind: BlockKind) -> list[Draft]:
        """The headers or the footers that a page shows, each text once."""
        side = kind.value
        names = [side, f"{side}r"]
        names += [f"{side}l"] if self.defined.facing_pages else []
        names += [f"{side}f"] if self.defined.first_pages else []
        found: dict[str, Draft] = {}
        for name in names:
            for draft in self.sides.get(name, []):
                found.setdefault(draft.text, replace(draft, kind=kind))
        return list(found.values())
