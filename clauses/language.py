"""Swedish as contracts write it: match keys, the literal scanner, dates and amounts. The front of three files."""

from clauses.scanner import Hit, Scanner

__all__ = ["Hit", "Scanner"]
