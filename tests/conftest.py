"""Settings for generated inputs, and the servers that are asked.

A continuous integration server draws the same inputs each time, `--hypothesis-profile thorough` many more.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from .servers.fuseki_server import PASSWORDS, find_fuseki_obstacle, run_fuseki
from .servers.neo4j_server import Server, find_obstacle, run_server

# How long making examples takes says how busy the machine is, and nothing of the program.
BUSY = [HealthCheck.too_slow]
settings.register_profile("usual", suppress_health_check=BUSY)
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=BUSY)
settings.register_profile("thorough", max_examples=1000, deadline=None, suppress_health_check=BUSY)
settings.load_profile("ci" if "CI" in os.environ else "usual")


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One Neo4j server for all tests; each leaves behind in it what it likes."""
    _mind(find_obstacle())
    with run_server(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture(scope="session")
def endpoint_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Fuseki server for all tests; each pushes into it what it asks about."""
    _mind(find_fuseki_obstacle())
    with run_fuseki(tmp_path_factory.mktemp("fuseki")) as address:
        yield address


@pytest.fixture(scope="session")
def guarded_endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another one, which answers only those in `PASSWORDS`."""
    _mind(find_fuseki_obstacle())
    with run_fuseki(tmp_path_factory.mktemp("guarded"), PASSWORDS) as address:
        yield address


def _mind(obstacle: str | None) -> None:
    """Skip a test that has no server; where the tests must be whole, fail it."""
    if obstacle and "CI" in os.environ:
        pytest.fail(obstacle)
    if obstacle:
        pytest.skip(obstacle)
