"""A SPARQL server for the tests: Apache Jena Fuseki with an empty dataset in memory, on this machine.

`make .venv/fuseki` puts its jar where `run_fuseki` looks for it.
"""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

JARS = Path(__file__).parents[2] / ".venv" / "fuseki"
PASSWORDS = {"ann": "lake: hunter2"}
_PATIENCE = 90.0


def find_fuseki_obstacle() -> str | None:
    """Return why there can be no server here, None if there can."""
    if shutil.which("java") is None:
        return "there is no Java to run a Fuseki server with"
    if not any(JARS.glob("jena-fuseki-server-*.jar")):
        return "the Fuseki server has not been fetched: make .venv/fuseki (it needs Maven)"
    return None


@contextmanager
def run_fuseki(folder: Path, passwords: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the address of a server that runs until the block ends; its log is in `folder`.

    With `passwords`, by name, it answers nobody else.
    """
    (jar,) = JARS.glob("jena-fuseki-server-*.jar")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/ds"
    command = ["java", "-Xmx512m", "-XX:+UseSerialGC", "-jar", str(jar), "--localhost", "--port", str(port)]
    if passwords:
        lines = "".join(f"{name}: {password}\n" for name, password in passwords.items())
        (folder / "passwords").write_text(lines, "utf-8")
        command.append("--passwd=passwords")
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen([*command, "--update", "--mem", "/ds"], cwd=folder, stdout=log, stderr=log)
    try:
        _wait(address, process, folder / "log.txt")
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{address}?query=ASK%7B%7D"):
                return
        except urllib.error.HTTPError as error:
            if error.code == HTTPStatus.UNAUTHORIZED:  # it runs
                return
        except (urllib.error.URLError, ConnectionError):
            pass
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the Fuseki server did not start:\n{log.read_text('utf-8', 'replace')[-3000:]}")
        time.sleep(0.2)
