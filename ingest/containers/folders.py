"""A folder's files, in order. Links are followed only to files within the folder; pipes and devices are told of when
they are read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ingest.containers.budget import MOST_MEMBERS, Budget
from ingest.containers.names import is_junk
from ingest.errors import NotAFile

_DEEPEST = 40


def files(folder: Path, budget: Budget) -> Iterator[tuple[Path, str]]:
    """Every file below a folder with its path within it. Raises NotAFile where the folder may not be read."""
    home = folder.resolve()
    seen = 0
    for root, folders, names in os.walk(folder, onerror=_refuse):
        depth = len(Path(root).relative_to(folder).parts)
        folders[:] = sorted(name for name in folders if not is_junk(name)) if depth < _DEEPEST else []
        budget.skipped += sum(Path(root, name).is_symlink() for name in folders)  # os.walk does not follow them
        for name in sorted(names):
            path = Path(root, name)
            if is_junk(name) or _leads_out(path, home):
                budget.skipped += 1
                continue
            yield path, str(path.relative_to(folder))
            seen += 1
            if seen > MOST_MEMBERS:
                return


def _leads_out(path: Path, home: Path) -> bool:
    """Whether a link leads to a file outside the folder. A link to nothing does not: it is a file that is missed."""
    if not path.is_symlink():
        return False
    try:
        return not path.resolve(strict=True).is_relative_to(home)
    except OSError:
        return False


def _refuse(error: OSError) -> None:
    raise NotAFile(f"mappen gick inte att läsa ({error.strerror})", "kontrollera namn och rättigheter") from None
