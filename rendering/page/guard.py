"""What stands before the server: who may ask, in which way, and what a browser may do with the replies.

A page elsewhere could make its own name point to this machine and read the letters through the reader's browser (DNS
rebinding); so only requests that name this server are answered. Away from this machine a token is needed as well.
"""

import secrets
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "policygraph-token"
ANY_HOST = "*"
"""Where a token is needed a machine may have any name: whoever is lured elsewhere does not send the token there."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Lets through what may be answered, and sets the headers of every reply."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], token: str | None, policy: str) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._token = token
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers["Content-Security-Policy"] = self._policy
            await send(message)

        reply = self._refuse(scope) or self._let_in(scope)
        await (reply or self._app)(scope, receive, send_guarded)

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if scope["method"] not in ("GET", "HEAD"):
            return _to_error(405, "This server only reads.")
        if not self._hosts & {headers.get("host", ""), ANY_HOST}:
            return _to_error(421, "This server is not called so. Open it under the address that it printed.")
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and scope["path"] != "/":
            return _to_error(403, "Another page may not ask this server.")
        return None

    def _let_in(self, scope: Scope) -> Response | None:
        """Return None for those with the token; who brings it in the address gets it as a cookie instead."""
        if self._token is None:
            return None
        headers = Headers(scope=scope)
        if self._is_token(QueryParams(scope["query_string"]).get("token")):
            reply = RedirectResponse(scope["path"], status_code=303)
            reply.set_cookie(COOKIE, self._token, httponly=True, samesite="strict")
            return reply
        scheme, _, value = headers.get("authorization", "").partition(" ")
        brought = value if scheme.lower() == "bearer" else cookie_parser(headers.get("cookie", "")).get(COOKIE)
        return None if self._is_token(brought) else _to_error(401, "Open the address with the token that was printed.")

    def _is_token(self, value: str | None) -> bool:
        return value is not None and secrets.compare_digest(value.encode(), (self._token or "").encode())


def is_loopback(host: str) -> bool:
    """Tell whether an address is this machine's own, which nobody else can reach."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _to_error(status: int, words: str) -> Response:
    return JSONResponse({"error": words}, status_code=status)
