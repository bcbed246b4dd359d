"""A Cypher script that makes a Neo4j database hold the graph; running it twice changes nothing."""

from pathlib import Path

from ...graph.property.cypher_script import build_cypher_script
from ...graph.storage.store import GraphStore
from ..output_file import write_stream


def write_cypher(store: GraphStore, path: Path) -> None:
    """Write the property graph as a script for `cypher-shell`."""
    write_stream(path, lambda file: file.writelines(part.encode("utf-8") for part in build_cypher_script(store)))
