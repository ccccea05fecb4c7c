"""Older Office files are made new ones by LibreOffice, where it is installed: without window, macros, links or network.

Each call has a folder of its own for profile, input and result, and leaves neither it nor a process behind. One call
takes many files: starting costs more than converting.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ingest.errors import BrokenFile, TooLarge, UnknownFormat

SECONDS = 60  # for the first file; starting is part of it
SECONDS_MORE = 20  # for each further file
_LARGEST_RESULT = 200 * 2**20
_PLACES = (
    "/usr/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_INSTALL = "installera LibreOffice (Debian: apt install libreoffice-writer libreoffice-impress libreoffice-calc), eller"
_NOWHERE = "127.0.0.1"
_NO_PORT = 9  # "discard": nobody answers there

_UPDATES = "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments"
# (path, name, type, value): no macro, no link or linked picture followed, no update looked for, all addresses sent
# to a proxy that is not there.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "int", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "boolean", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "boolean", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "boolean", "true"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "boolean", "false"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "boolean", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "int", "2"),
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "boolean", "false"),
    ("/org.openoffice.Office.WriterWeb/Content/Update", "Link", "int", "2"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "int", "2"),
    (_UPDATES, "AutoCheckEnabled", "boolean", "false"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "int", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "string", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "int", str(_NO_PORT)),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "string", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "int", str(_NO_PORT)),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", "string", ""),
)


def program() -> str | None:
    """The path of LibreOffice's program, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if os.access(place, os.X_OK)), None)


def converted(data: bytes, ending: str, target: str, what: str, remedy: str) -> bytes:
    """One file as LibreOffice saves it in the format `target` ("docx"). `ending` is what its format is called by.

    `what` ("DOC-filer") and `remedy` say in errors what the user has. Raises UnknownFormat where LibreOffice is not
    installed, BrokenFile where it cannot read the file, TooLarge where that takes too long.
    """
    found = batch([data], ending, target, what, remedy)[0]
    if found is None:
        raise BrokenFile("LibreOffice kan inte öppna filen", remedy)
    return found


def batch(files: Sequence[bytes], ending: str, target: str, what: str, remedy: str) -> list[bytes | None]:
    """Many files in one call: each as LibreOffice saves it, None where it could not. Raises as `converted`."""
    soffice = program()
    if soffice is None:
        raise UnknownFormat(f"{what} läses med hjälp av LibreOffice, som inte finns här", f"{_INSTALL} {remedy}")
    with tempfile.TemporaryDirectory(prefix="klausul-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _write_profile(folder / "profile")
        (folder / "out").mkdir()
        paths = [folder / f"{index}.{ending}" for index in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        limit = SECONDS + SECONDS_MORE * (len(files) - 1)
        _run(command(soffice, folder, target, paths), folder, limit, remedy)
        return [_result(folder / "out" / f"{path.stem}.{target}") for path in paths]


def command(soffice: str, folder: Path, target: str, paths: Sequence[Path]) -> list[str]:
    """The call that converts files, with its profile and its results in `folder`."""
    return [
        *_without_network(),
        soffice,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--convert-to",
        target,
        "--outdir",
        str(folder / "out"),
        *map(str, paths),
    ]


@lru_cache(maxsize=1)
def _without_network() -> tuple[str, ...]:
    """What starts a program without any network, where this machine lets us (Linux with user namespaces)."""
    tool = shutil.which("unshare")
    if tool is None:
        return ()
    call = (tool, "--user", "--map-current-user", "--net", "--")
    try:
        tried = subprocess.run([*call, "true"], capture_output=True, timeout=5, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return call if tried.returncode == 0 else ()


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse" oor:type="xs:{kind}"><value>{value}</value>'
        "</prop></item>\n"
        for path, name, kind, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _environment(folder: Path) -> dict[str, str]:
    """Only what the program needs: no proxies, no display, no settings of the user's."""
    proxy = f"http://{_NOWHERE}:{_NO_PORT}"
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": proxy,
        "https_proxy": proxy,
        "ftp_proxy": proxy,
        "no_proxy": "",
    }


def _run(call: list[str], folder: Path, seconds: float, remedy: str) -> None:
    # In our own process group, so that whoever ends that ends LibreOffice too.
    with subprocess.Popen(  # noqa: S603
        call,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise TooLarge(f"LibreOffice blev inte färdig med filen på {seconds:.0f} sekunder", remedy) from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program with all that it has started: its first process only waits for another."""
    import psutil

    try:
        family = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        family = []
    for each in family:
        try:
            each.kill()
        except psutil.NoSuchProcess:
            continue
    if process.poll() is None:
        process.kill()
    psutil.wait_procs(family, timeout=5)


def _result(path: Path) -> bytes | None:
    if not path.is_file() or path.is_symlink() or not 0 < path.stat().st_size <= _LARGEST_RESULT:
        return None
    return path.read_bytes()
