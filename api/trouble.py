"""What a user is told when something cannot be done: one line, what happened and the remedy, with the file's name."""

from __future__ import annotations

import sys
import traceback
from contextvars import ContextVar
from dataclasses import dataclass

from api.printable import one_line

debugging: ContextVar[bool] = ContextVar("debugging", default=False)


class CommandError(Exception):
    """A command that cannot be carried out. `str()` is one line in Swedish; the exit status is 2."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that gave no report. `message` says what happened and the remedy, without the file's name."""

    name: str
    message: str


def say(message: str, name: str = "") -> None:
    """One line on standard error, with the name of the file that it is about."""
    subject = f"{one_line(name)}: " if name else ""
    print(f"klausul: {subject}{one_line(message)}", file=sys.stderr)


def unexpected(error: Exception) -> str:
    """The line for an error that nobody foresaw; with --debug its traceback is shown first."""
    if debugging.get():
        traceback.print_exception(error)
    kind = type(error).__name__
    return f"något oväntat hände ({kind}); kör om med --debug och skicka utskriften till den som förvaltar klausul"
