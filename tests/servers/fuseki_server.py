"""A SPARQL server for the tests: Apache Jena Fuseki with an empty dataset in memory, on this machine.

`make .venv/fuseki` puts its jar where `run_fuseki` looks for it.
"""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

JARS = Path(__file__).parents[2] / ".venv" / "fuseki"
_PATIENCE = 90.0


def find_fuseki_obstacle() -> str | None:
    """Return why there can be no server here, None if there can."""
    if shutil.which("java") is None:
        return "there is no Java to run a Fuseki server with"
    if not any(JARS.glob("jena-fuseki-server-*.jar")):
        return "the Fuseki server has not been fetched: make .venv/fuseki (it needs Maven)"
    return None


@contextmanager
def run_fuseki(folder: Path) -> Iterator[str]:
    """Yield the address of a server that runs until the block ends; its log is in `folder`."""
    (jar,) = JARS.glob("jena-fuseki-server-*.jar")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/ds"
    command = ["java", "-Xmx512m", "-XX:+UseSerialGC", "-jar", str(jar), "--localhost", "--port", str(port)]
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
        with suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(f"{address}?query=ASK%7B%7D"):
            return
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the Fuseki server did not start:\n{log.read_text('utf-8', 'replace')[-3000:]}")
        time.sleep(0.2)
