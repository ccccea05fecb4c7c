"""The command `klausul`: its commands, and what becomes of errors. Exit status 0 done, 1 findings, 2 usage or input."""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from api.commands import audit, check, compare, coverage, framework, learning, requirements, serve, text
from api.trouble import CommandError, debugging, say, unexpected
from api.usage import LATER, in_swedish

app = typer.Typer(
    name="klausul",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Läser avtal och visar, med citat och plats, vilka klausuler mot välfärdsbrott de har och saknar.",
)
app.command("check")(check.check)
app.command("coverage")(coverage.coverage)
app.command("compare")(compare.compare)
app.command("audit")(audit.audit)
app.command("text")(text.text)
app.add_typer(framework.app, name="framework")
app.add_typer(requirements.app, name="requirements")
app.command("evaluate")(learning.evaluate)
app.command("train")(learning.train)
app.command("serve")(serve.serve)


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Visa hela felspåret när något oväntat händer.")] = False,
) -> None:
    debugging.set(debug)


def main() -> None:
    """The entry point: runs the command and ends the process with its status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    signal.signal(signal.SIGTERM, _ended)
    sys.exit(run(sys.argv[1:]))


def _ended(*_: object) -> NoReturn:
    """Ends in order when asked to, so that no worker and no temporary folder is left."""
    sys.exit(128 + signal.SIGTERM)


def run(arguments: list[str]) -> int:
    """Runs one command line and returns its exit status; every error has become one line on standard error."""
    try:
        status = app(args=_debug_first(arguments), prog_name="klausul", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except CommandError as error:
        say(str(error))
    except TyperException as error:
        say(LATER.get(next(iter(arguments), ""), "") or in_swedish(error))
    except BrokenPipeError:
        # The reader of the pipe (head, less) has seen enough; Python must not complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:
        from clauses import LibraryError

        say(str(error) if isinstance(error, LibraryError) else unexpected(error))
    return 2


def _debug_first(arguments: list[str]) -> list[str]:
    """--debug counts wherever it stands, so that it can be added at the end of the line that failed."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    before = [argument for argument in arguments[:end] if argument != "--debug"]
    return (["--debug"] if len(before) < end else []) + before + arguments[end:]
