"""Lists typed with line breaks within one paragraph: each line that begins with a list's mark is an item of its own."""

from __future__ import annotations

from ingest.numbers import LISTED, Family, label

_MARK = 24  # characters that hold any mark


def parted(text: str) -> list[str]:
    """A paragraph at its marks, lines without one kept with those before: "Leverantören ska", "a) ...", "b) ..."."""
    if "\n" not in text:
        return [text]
    first, *others = text.split("\n")
    parts = [first]
    for line in others:
        if _begins_item(line):
            parts.append(line)
        else:
            parts[-1] += f"\n{line}"
    return parts


def _begins_item(line: str) -> bool:
    found = label(line[:_MARK])
    if found is None:
        return False
    if found.family is Family.DECIMAL:  # "123 45 Solna" is an address, and "2 vårdplatser" a sentence that was broken
        return found.shape == "." or len(found.path) > 1
    return found.family in LISTED and not found.open
