"""Work on files, each in a process with limits: the one way in which the doors read what others wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from api.printable import encodable
from api.trouble import Refused, debugging, unexpected
from ingest import guard
from ingest.containers import LeftOut, Member, is_folder, opened
from ingest.errors import NotAFile, UnreadableDocument

Given = TypeVar("Given")


def over(
    work: Callable[..., Given], source: Path | bytes, name: str, password: str | None, *more: Any, folders: bool = False
) -> Iterator[tuple[Member, Given] | Refused | LeftOut]:
    """What `work(data, name, password, *more)` gives for each document in a file, with the document as a Member.

    A file that is no container is read and worked on in one go; what lies in a container goes through a process of
    its own, document by document. Never raises for what is in the file. `work` must be one that a module names.
    """
    name = encodable(name)
    source = source.absolute() if isinstance(source, Path) else source
    empty = True
    try:
        for found in guard.stream(_within, work, source, name, password, more, folders, debugging.get()):
            empty = empty and isinstance(found, LeftOut)
            if isinstance(found, Member) and found.data is not None:
                yield _alone(work, found, password, more)
            elif isinstance(found, Member):
                yield Refused(found.name, str(found.refusal))
            else:
                yield found
    except UnreadableDocument as error:
        yield Refused(name, str(error))
        return
    if empty:
        yield Refused(name, "arkivet har inga dokument; kontrollera att rätt fil valdes")


def _alone(
    work: Callable[..., Given], member: Member, password: str | None, more: tuple[Any, ...]
) -> tuple[Member, Given] | Refused:
    try:
        return guard.run(_worked, work, member, password, more, debugging.get())
    except UnreadableDocument as error:
        return Refused(member.name, str(error))


def _within(
    work: Callable[..., Given],
    source: Path | bytes,
    name: str,
    password: str | None,
    more: tuple[Any, ...],
    folders: bool,
    debug: bool,
) -> Iterator[tuple[Member, Given] | Refused | Member | LeftOut]:
    """In the worker: the one document that the source is, worked on; or the members of the container that it is."""
    if not folders and is_folder(source):
        raise NotAFile("det är en mapp, ingen fil", "ange filerna i den")
    for found in opened(source, name, password):
        whole = isinstance(found, Member) and found.name == name and not found.letter
        yield _worked(work, found, password, more, debug) if isinstance(found, Member) and whole else found


def _worked(
    work: Callable[..., Given], member: Member, password: str | None, more: tuple[Any, ...], debug: bool
) -> tuple[Member, Given] | Refused:
    debugging.set(debug)
    light = Member(member.name, None, letter=member.letter)
    try:
        return light, work(member.data, member.name, password, *more)
    except UnreadableDocument as error:
        return Refused(member.name, str(error))
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        return Refused(member.name, unexpected(error))
