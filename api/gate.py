"""The gate of the local service: only this computer's own pages and programs come in, and every answer has its rules.

A page on the web can make a browser send requests to 127.0.0.1. So the address asked for (Host) must be this computer's
own, which also stops names that are pointed here later (DNS rebinding); what writes must come from klausul's own pages
(Origin); and a request that a proxy passed on is refused, since then somebody else may be at its other end.
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answers import problem
from api.trouble import unexpected

LARGEST_REQUEST = 200 * 2**20
_OWN_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
_PASSED_ON = ("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip")
_READING = ("GET", "HEAD", "OPTIONS")
# `same-origin`, not `no-referrer`: with that, browsers send "Origin: null" from klausul's own forms, which is refused.
_RULES = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class RequestTooLarge(Exception):
    """More came in than a request may hold."""


class Gate:
    """ASGI middleware around the whole service."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_REQUEST) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request in, or answers why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        ruled = _with_rules(send, scope["path"])
        refusal = self._refusal(scope)
        if refusal is not None:
            status, words = refusal
            await problem(Request(scope), status, words)(scope, receive, ruled)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await ruled(message)

        try:
            await self.app(scope, _counted(receive, self.largest), watched)
        except RequestTooLarge:
            await problem(Request(scope), 413, too_large(self.largest))(scope, receive, ruled)
        except Exception as error:
            if started:
                raise
            await problem(Request(scope), 500, unexpected(error))(scope, receive, ruled)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not _OWN_HOST.fullmatch(hosts[0]):
            return (
                421,
                "tjänsten svarar bara på localhost, 127.0.0.1 och [::1]; öppna den adress som klausul serve skrev ut",
            )
        if any(name in _PASSED_ON or name.startswith("x-forwarded") for name in headers):
            return 400, "begäran är vidarebefordrad, och tjänsten är bara för den egna datorn; anropa den direkt"
        if scope["method"] not in _READING and not _from_here(headers, scope["scheme"]):
            return 403, "begäran kommer från en annan webbplats; öppna klausuls egen sida och lämna filerna där"
        return self._refused_length(headers.get("content-length"))

    def _refused_length(self, length: str | None) -> tuple[int, str] | None:
        if length is not None and not (length.isascii() and length.isdigit()):
            return 400, "begärans längd går inte att läsa; försök igen"
        if length is not None and int(length[:20]) > self.largest:
            return 413, too_large(self.largest)
        return None


def too_large(largest: int) -> str:
    """What is said of a request over the limit."""
    return f"filerna är tillsammans större än {largest // 2**20} MB; lämna färre åt gången"


def _from_here(headers: Headers, scheme: str) -> bool:
    """Whether a writing request comes from klausul's own page, or from a program that is no browser."""
    origins = headers.getlist("origin")
    if origins:
        return origins == [f"{scheme}://{headers['host'].lower()}"]
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _counted(receive: Receive, largest: int) -> Receive:
    """`receive` that stops a body which is larger than it said, or that said nothing."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > largest:
            raise RequestTooLarge
        return message

    return counted


def _with_rules(send: Send, path: str) -> Send:
    async def ruled(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            for name, value in _RULES.items():
                headers[name] = value
            headers["Cache-Control"] = "max-age=3600" if path.startswith("/static/") else "no-store"
        await send(message)

    return ruled
