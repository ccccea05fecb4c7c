"""What holds documents: zips, mails and folders, one within another, walked without unpacking anything to disk.

`opened` gives each file that lies within, with its path as its name ("arkiv.zip/avtal.docx"), or why it cannot be had.
A mail is itself a document (its own words) before its attachments.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ingest.containers.budget import DEEPEST, Budget
from ingest.containers.member import LeftOut, Member
from ingest.containers.names import Names
from ingest.errors import NotAFile, TooLarge, UnreadableDocument
from ingest.source import content

__all__ = ["LeftOut", "Member", "holds_documents", "kind", "opened"]

_HOLDING = ("zip", "eml", "msg")


def kind(data: bytes) -> str:
    """What the bytes are: `sniff.kind`'s word, `eml` and `msg` included. Raises what that raises."""
    from ingest import sniff
    from ingest.mail.eml import is_mail

    found = sniff.kind(data)
    if found in ("doc", "xls", "ppt", "msg", "ole"):
        from ingest.mail.msg import is_msg

        return "msg" if is_msg(data) else found
    return "eml" if found in ("text", "markdown", "html") and is_mail(data) else found


def holds_documents(kind: str) -> bool:
    """Whether a file of that kind may have documents within."""
    return kind in _HOLDING


def opened(source: Path | bytes, name: str, password: str | None = None) -> Iterator[Member | LeftOut]:
    """Every document in a zip, a mail or a folder, in order; a file that is none of these is its own only member.

    At the end one LeftOut tells how many hidden files and programs' own files were passed over, where there were any.
    Raises UnreadableDocument only for the source itself.
    """
    budget = Budget()
    if isinstance(source, Path) and source.is_dir():
        yield from _folder(source, name, password, budget)
    else:
        yield from _walked(content(source), name, password, budget, 0)
    if budget.skipped:
        yield LeftOut(budget.skipped)


def _folder(folder: Path, name: str, password: str | None, budget: Budget) -> Iterator[Member]:
    from ingest.containers.folders import files

    found = False
    for path, inside in files(folder, budget):
        found = True
        called = f"{name}/{inside}"
        try:
            budget.member()
            yield from _walked(content(path), called, password, budget, 1)
        except UnreadableDocument as error:
            yield Member(called, None, error)
            if budget.spent:
                return
    if not found:
        raise NotAFile("mappen har inga filer att läsa", "ange en mapp med avtal")


def _walked(data: bytes, name: str, password: str | None, budget: Budget, depth: int) -> Iterator[Member]:
    found = kind(data)
    if not holds_documents(found):
        yield Member(name, data)
        return
    if depth > DEEPEST:
        raise TooLarge(f"arkivet är nästlat djupare än {DEEPEST} nivåer", "läs in det innersta för sig")
    if found == "zip":
        yield from _zip(data, name, password, budget, depth)
    else:
        yield from _mail(data, name, password, budget, depth, found)


def _zip(data: bytes, name: str, password: str | None, budget: Budget, depth: int) -> Iterator[Member]:
    from ingest.containers.zips import members

    yield from _inside(members(data, password, budget), name, password, budget, depth)


def _mail(data: bytes, name: str, password: str | None, budget: Budget, depth: int, found: str) -> Iterator[Member]:
    from importlib import import_module

    letter = import_module(f"ingest.mail.{found}").letter(data)
    yield Member(name, data, letter=True)
    attached = (Member(each.name, each.data) for each in letter.attachments)
    yield from _inside(attached, name, password, budget, depth)


def _inside(members: Iterator[Member], name: str, password: str | None, budget: Budget, depth: int) -> Iterator[Member]:
    """The members by their whole paths, those that hold documents opened in their turn."""
    names = Names()
    for member in members:
        called = f"{name}/{names.harmless(member.name)}"
        try:
            budget.member()
            if member.data is None:
                yield Member(called, None, member.refusal)
                continue
            budget.expanded(len(member.data))
            yield from _walked(content(member.data), called, password, budget, depth + 1)
        except UnreadableDocument as error:
            yield Member(called, None, error)
        if budget.spent:
            return


def is_folder(source: Path | bytes) -> bool:
    """Whether the source is a folder."""
    return isinstance(source, Path) and os.path.isdir(source)  # noqa: PTH112  (no error for names that cannot be)
