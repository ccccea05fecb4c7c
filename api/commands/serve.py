"""`klausul serve --local`: the service and its pages, for this computer only."""

from __future__ import annotations

import ipaddress
import os
import socket
from typing import Annotated

import typer

from api.printable import one_line
from api.trouble import CommandError


def serve(
    host: Annotated[str, typer.Option("--host", help="Adress att lyssna på: den egna datorns.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port att lyssna på.", min=0, max=65535)] = 8000,
    local: Annotated[
        bool, typer.Option("--local", help="Bara för den egna datorn: ingen inloggning, inget sparas.")
    ] = False,
) -> None:
    """Starta tjänsten med dess sidor, för den egna datorn."""
    if not local:
        raise CommandError("tjänsten för flera användare finns inte i den här versionen; kör klausul serve --local")
    if not is_loopback(host):
        raise CommandError(f"--local lyssnar bara på den egna datorn, inte på {one_line(host)}; utelämna --host")
    import uvicorn

    from api.app import make_app
    from api.checking import prepare
    from checks import kept_vectors
    from ingest.ocr import cache

    for variable in (kept_vectors.VARIABLE, cache.VARIABLE):
        os.environ[variable] = "off"  # the pages promise that nothing is kept
    prepare()  # before there is a socket that the worker would hold too
    listener = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    print(f"klausul svarar på http://{shown}:{listener.getsockname()[1]}/ (avsluta med Ctrl+C)", flush=True)
    # No access log: it would hold the names of files and addresses. No proxy headers: nothing stands in between.
    configuration = uvicorn.Config(
        make_app(), access_log=False, proxy_headers=False, server_header=False, log_level="warning"
    )
    uvicorn.Server(configuration).run(sockets=[listener])


def is_loopback(host: str) -> bool:
    """Whether an address is the own computer's, and nobody else can reach it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise CommandError(
            f"port {port} på {host} är upptagen eller får inte användas; välj en annan med --port"
        ) from None
    return listener
