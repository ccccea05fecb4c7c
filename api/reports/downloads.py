"""A file that a page carries within itself, so that it can be saved without asking anybody, and without script."""

from __future__ import annotations

import base64
from dataclasses import dataclass

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ICS = "text/calendar"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to save: what the link says, the file's name, its type and its bytes."""

    label: str
    name: str
    media: str
    data: bytes

    @property
    def address(self) -> str:
        """The file as an address."""
        return f"data:{self.media};base64,{base64.b64encode(self.data).decode('ascii')}"
