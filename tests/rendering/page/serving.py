"""A server in a process of its own, as a user starts it, and a way to ask it."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def bundle(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    address: str
    process: subprocess.Popen[str]

    def ask(
        self, path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None, **values: str | list[str]
    ) -> Reply:
        place = urlsplit(self.address)
        query = (
            f"?{urlencode({name.rstrip('_'): value for name, value in values.items()}, doseq=True)}" if values else ""
        )
        with closing(HTTPConnection("127.0.0.1", place.port or 80, timeout=30)) as connection:
            connection.request(method, path + query, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Reply(
                status=answer.status,
                headers={name.lower(): value for name, value in answer.getheaders()},
                body=answer.read().decode(),
            )


@contextmanager
def serve(store: Path, *options: str) -> Iterator[Served]:
    command = [sys.executable, "-m", "policygraph.cli", "serve", "--store", str(store), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield Served(address=process.stdout.readline().strip(), process=process)
        process.kill()
