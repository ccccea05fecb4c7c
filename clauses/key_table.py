"""Writes keys.txt: `python -m clauses.key_table FILE...`, for the words of those files and of the library.

Needs simplemma, which nothing else does. A form goes into the table where simplemma's lemma has another stem than the
form, unless that stem is also another word's: simplemma takes "nämnd" for "nämna", and "nämnden" is a nämnd.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from clauses.keys import TABLE, stemmer

_WORD = re.compile(r"[a-zåäöéü]+")


def vocabulary(files: Iterable[Path]) -> set[str]:
    """The words of the files, in small letters."""
    return {word for path in files for word in _WORD.findall(path.read_text(encoding="utf-8").lower())}


def build(words: set[str], lemmas: dict[str, str]) -> dict[str, list[str]]:
    """Key -> the forms that need the table, for all forms of the words' lemmas. `lemmas` is form -> lemma."""
    stem = stemmer()
    wanted = words | {lemmas[word] for word in words if word in lemmas}
    stems_of_lemmas = {stem(lemma) for lemma in {lemmas[word] for word in words if word in lemmas}}
    found: dict[str, list[str]] = {}
    for form, lemma in lemmas.items():
        own, name = stem(form), stem(lemma)
        if lemma in wanted and own != name and own not in stems_of_lemmas:
            found.setdefault(name, []).append(form)
    return found


def swedish_lemmas() -> dict[str, str]:
    """simplemma's dictionary, form -> lemma, without names and what is no word."""
    from simplemma.strategies import DefaultDictionaryFactory

    pairs = DefaultDictionaryFactory().get_dictionary("sv").items()
    return {form: lemma for form, lemma in pairs if _WORD.fullmatch(form) and _WORD.fullmatch(lemma)}


def main(arguments: list[str]) -> None:
    """Write the table for the library's words and those of the files named."""
    files = [*Path(__file__).parent.rglob("*.yaml"), *map(Path, arguments)]
    found = build(vocabulary(files), swedish_lemmas())
    lines = [" ".join((name, *sorted(found[name]))) for name in sorted(found)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
