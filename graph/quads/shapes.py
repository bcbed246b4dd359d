"""The SHACL shapes: what a letter's graph must look like, and where one does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from pyoxigraph import Quad

from ... import ontology


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """A thing (an IRI) that breaks a shape, and the shape's message."""

    thing: str
    message: str


class Shapes:
    """The shapes, read once; checking takes some 15 ms a letter, and many letters at once are quicker."""

    def __init__(self) -> None:
        from rdflib import Graph  # rdflib and pyshacl take 250 ms to import, and only `validate` needs them

        self._shapes = Graph()
        self._shapes.parse(data=(files(ontology) / "shapes.ttl").read_text(encoding="utf-8"), format="turtle")

    def find_violations(self, quads: Iterable[Quad]) -> Iterator[Violation]:
        """Yield what is wrong with the union of some graphs, in a fixed order."""
        from pyshacl import validate
        from rdflib import SH, Graph

        data = Graph()
        triples = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads)
        data.parse(data=triples, format="nt")
        _, report, _ = validate(data, shacl_graph=self._shapes, advanced=True, inplace=True)
        if not isinstance(report, Graph):
            raise TypeError(f"pyshacl could not run the shapes: {report!r}")
        found = {
            Violation(thing=str(thing), message=str(report.value(result, SH.resultMessage)))
            for result, thing in report.subject_objects(SH.focusNode)
        }
        yield from sorted(found)
