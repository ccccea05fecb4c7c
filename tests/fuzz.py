"""A fuzz run: samples of every format, changed at random, the whole way to a report, within a time.

    python tests/fuzz.py [--seconds 120] [--seed N] [--keep out/fuzz]

Bytes are turned, cut, doubled and joined; figures become huge; and of what is a zip the members are changed and packed
again, so that the readers behind the packing are reached too. A finding is a crash, a hang, a file that swells, an
error that nobody foresaw, or a quote that is not the slice of the text; the file is kept. Exit status 1 with findings.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from fuzz_seeds import seeds

from ingest import guard
from ingest.errors import ReaderFailed, UnreadableDocument
from ingest.guard import limits

LARGEST = 400_000  # bytes of a changed file
SECONDS = 20.0  # for one file: small ones that take longer hang
SLOW = (".doc", ".xls", ".ppt", ".png", "bomb.pdf", "spridd.zip")  # seconds each, most of them by other programs
SELDOM = 0.05
Change = Callable[[bytearray, random.Random], None]
_FIGURE = re.compile(rb"\d{1,9}")
_HUGE = (b"0", b"-1", b"255", b"65536", b"99999999", b"2147483648", b"18446744073709551616", b"1e999")


def turn(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 4, 32))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def overwrite(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at : at + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f"))


def cut(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.choice((1, 7, 100, len(data)))]


def double(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    piece = bytes(data[at : at + chance.choice((2, 40, 700))])
    data[at:at] = piece * chance.choice((1, 3, 200))


def swap(data: bytearray, chance: random.Random) -> None:
    one, other = sorted(chance.randrange(len(data)) for _ in range(2))
    size = chance.choice((4, 60, 900))
    data[one : one + size], data[other : other + size] = data[other : other + size], data[one : one + size]


def enlarge(data: bytearray, chance: random.Random) -> None:
    found = list(_FIGURE.finditer(data))
    for match in sorted(chance.sample(found, min(len(found), 3)), key=lambda each: -each.start()):
        data[match.start() : match.end()] = chance.choice(_HUGE)


CHANGES: tuple[Change, ...] = (turn, overwrite, cut, double, swap, enlarge)


def changed(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The file with a few changes; of a zip now and then one of its members instead."""
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.75:
        with contextlib.suppress(zipfile.BadZipFile, EOFError, OSError):  # a sample may be a broken zip
            return repacked(data, others, chance)
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        if made:
            chance.choice(CHANGES)(made, chance)
    if chance.random() < 0.08:
        other = chance.choice(others)
        made[chance.randrange(len(made) + 1) :] = other[chance.randrange(len(other) + 1) :]
    return bytes(made[:LARGEST])


def repacked(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(entry.filename, archive.read(entry)) for entry in archive.infolist() if not entry.is_dir()]
    held = [(name, content) for name, content in members if content]
    aim = chance.choice(held)[0] if held else ""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            own = changed(content, others, chance) if name == aim else content
            if name != aim or chance.random() > 0.05:
                archive.writestr(name, own)
    return out.getvalue()


def tried(data: bytes, name: str) -> str:
    """In a worker: reads and checks the file. What came of it: "report" or the kind of refusal."""
    from checks import check_contract
    from clauses import load
    from ingest import read_all

    for document in read_all(data, name=name).documents:
        report = check_contract(document, load())
        for finding in report.findings:
            for each in finding.evidence:
                quote = document.quote(each.span)
                if not quote.strip() or len(quote) != len(each.span):
                    raise AssertionError(f"{each.span} of {len(document.text)}")
                document.boxes(each.span)
    return "report"


def outcome(data: bytes, name: str) -> tuple[str, bool]:
    """What came of a file, in words, and whether that is a finding."""
    try:
        return guard.run(tried, data, name), False
    except ReaderFailed as error:
        return str(error), True
    except UnreadableDocument as error:
        return type(error).__name__, "minne" in str(error) and "bomb" not in name


def run(seconds: float, seed: int, keep: Path) -> int:
    limits.Allowance.__init__.__defaults__ = (SECONDS, limits.TEXT_MEMORY)
    chance = random.Random(seed)
    grown = {name: data for name, data in seeds().items() if len(data) <= LARGEST}
    names, others = list(grown), list(grown.values())
    seldom = [SELDOM if name.endswith(SLOW) else 1.0 for name in names]
    came: Counter[str] = Counter()
    findings = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        (name,) = chance.choices(names, seldom)
        data = changed(grown[name], others, chance)
        told, found = outcome(data, name)
        came[told] += 1
        if found:
            findings += 1
            keep.mkdir(parents=True, exist_ok=True)
            path = keep / f"{sha256(data).hexdigest()[:12]}-{name}"
            path.write_bytes(data)
            print(f"{path}: {told}")
    print(f"{came.total()} files of {len(grown)} seeds (--seed {seed}), {findings} findings")
    for told, count in came.most_common():
        print(f"{count:7} {told}")
    return 1 if findings else 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--ocr", action="store_true", help="recognise text in pictures too, which takes the time")
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"))
    chosen = parser.parse_args()
    if not chosen.ocr:
        os.environ["KLAUSUL_OCR"] = "off"
    sys.exit(run(chosen.seconds, chosen.seed, chosen.keep))


if __name__ == "__main__":
    from fuzz import main as named_main  # so that workers know the functions by this module's name

    named_main()
