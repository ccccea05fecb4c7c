"""Usage errors in Swedish, and what is said of commands and formats that later versions bring."""

from __future__ import annotations

from typer.exceptions import TyperException

_NOT_YET = "finns inte i den här versionen; se klausul --help för det som finns"
LATER = {name: f"kommandot {name} {_NOT_YET}" for name in ("scan", "archive", "review", "verify")}
FORMATS = ("text", "json", "html")
LATER_FORMATS = ("docx", "pdf", "xlsx", "sarif")


def in_swedish(error: TyperException) -> str:
    """One line on a wrong command line: what is wrong, and where the right form is told."""
    kind = type(error).__name__
    help_line = f"se {_command(error)} --help"
    if kind == "NoArgsIsHelpError":
        return f"inget kommando angavs; {help_line}"
    if kind == "NoSuchOption":
        return f"valet {getattr(error, 'option_name', '')} finns inte; {help_line}"
    if kind == "MissingParameter":
        return f"{_parameter(error)} saknas; {help_line}"
    if kind == "BadParameter":
        return f"värdet för {_parameter(error)} duger inte ({error.message}); {help_line}"
    if kind == "BadOptionUsage":
        return f"valet {getattr(error, 'option_name', '')} behöver ett värde; {help_line}"
    if error.message.startswith("No such command"):
        return f"kommandot {error.message.split(chr(39))[1]} finns inte; {help_line}"
    if "unexpected extra argument" in error.message:
        return f"för många argument ({error.message.rpartition('(')[2].rstrip(').')}); {help_line}"
    return f"{error.format_message()}; {help_line}"


def _command(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "klausul"


def _parameter(error: TyperException) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or "argument")
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name).upper()
    return str(parameter.opts[0])
