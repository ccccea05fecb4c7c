"""What one run of the command costs, seen from a small process: a larger one would lend its own size to the figure.

    python -m benchmarks.command_cost [--runs 3] -- check FILE

Prints seconds by the clock, CPU seconds and MB at most, of the best run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

COMMAND = Path(sys.executable).with_name("klausul")


def run(arguments: list[str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    process = subprocess.Popen([COMMAND, *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, arguments
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("arguments", nargs="+")
    chosen = parser.parse_args()
    clock, cpu, memory = min(run(chosen.arguments) for _ in range(chosen.runs))
    print(f"{clock:.2f} s, {cpu:.2f} s CPU, {memory:.0f} MB")


if __name__ == "__main__":
    main()
