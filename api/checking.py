"""The straight line of a check, the same for every door: a file is read, held against the library, and reported."""

from __future__ import annotations

from pathlib import Path

from api.printable import encodable
from api.trouble import Refused, unexpected
from checks.finding import ContractReport


def check(source: Path | bytes, name: str, password: str | None = None) -> ContractReport | Refused:
    """The report of one file, or why there is none. Never raises for what is in the file."""
    from checks import check_contract
    from clauses import load
    from ingest import read
    from ingest.errors import UnreadableDocument

    library = load()
    name = encodable(name)
    try:
        return check_contract(read(source, name=name, password=password), library)
    except UnreadableDocument as error:
        return Refused(name, str(error))
    except Exception as error:
        return Refused(name, unexpected(error))
