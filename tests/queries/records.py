"""Letters and stores that the tests of the questions ask about."""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from policygraph.graph.quads.link_quads import to_link_quads
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.directory_quads import to_directory_quads
from policygraph.graph.storage.source_register import Source, to_source_change, to_variant
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.graph.storage.stored_readings import load_readings
from policygraph.model.document import Anchor
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.identity import to_entity_iri, to_letter_iri
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.link import Links
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage
from policygraph.queries import answer
from policygraph.queries.answer import Table
from policygraph.queries.catalogue import find_query
from policygraph.queries.sparql_backend import SparqlBackend


def build_letter(text: str, date: str | None, **fields: tuple[Correspondent, ...] | tuple[str, ...]) -> Letter:
    return Letter(iri=to_letter_iri(text), text=text, anchors=(Anchor(start=0, line=1),), date=date, **fields)  # type: ignore[arg-type]


def build_entity(letter: Letter, kind: EntityType, name: str) -> Entity:
    """Return an entity that a letter names, in these words, in one place."""
    start = letter.text.index(name)
    mention = Mention(text=name, start=start, end=start + len(name))
    return Entity(iri=to_entity_iri(kind, name), type=kind, name=name, mentions=(mention,))


def quote(letter: Letter, words: str) -> Passage:
    start = letter.text.index(words)
    return Passage(letter=letter.iri, start=start, end=start + len(words), quote=words)


@contextmanager
def open_filled(path: Path, readings: Iterable[Reading], links: Links) -> Iterator[GraphStore]:
    """Make a store of readings that all come from one file."""
    with open_for_writing(path) as opened:
        variants = {reading.letter.iri: to_variant(reading) for reading in readings}
        source = Source(path="all.txt", checksum="0", reader="0")
        opened.apply(to_source_change(opened, "all.txt", source, variants))
        held = list(load_readings(opened))
        opened.apply(Change(add=(*to_link_quads(links), *to_directory_quads(held, links.same, {}))))
        yield opened


def run_query(store: GraphStore, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Ask a saved question of an open store."""
    return answer.run_query(SparqlBackend(store), find_query(name), parameters)


def find_example(command: str) -> dict[str, str]:
    """Return the parameters that an example of a question gives."""
    words = shlex.split(command)
    return dict(value.split("=", 1) for option, value in pairwise(words) if option == "--param")


def find_rows(table: Table) -> list[dict[str, object]]:
    """Return the filled cells of each row by the names of the columns."""
    return [
        {column.name: cell for column, cell in zip(table.columns, row.cells, strict=True) if cell is not None}
        for row in table.rows
    ]


def find_quotes(table: Table) -> list[list[str]]:
    """Return the quotes of each row."""
    return [[quotation.quote for quotation in row.evidence] for row in table.rows]
