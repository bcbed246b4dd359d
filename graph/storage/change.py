"""What one atomic write does to a store."""

from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one atomic write does: it drops graphs, forgets things of a graph, removes quads, then adds some."""

    drop: tuple[NamedNode, ...] = ()
    forget: tuple[tuple[NamedNode, NamedNode], ...] = ()
    remove: tuple[Quad, ...] = ()
    add: tuple[Quad, ...] = ()

    def to_update(self) -> str:
        """Return the change as one SPARQL update; Oxigraph does all of an update or nothing."""
        operations = [f"DROP SILENT GRAPH {graph}" for graph in self.drop]
        for graph, thing in self.forget:
            operations.append(f"DELETE WHERE {{ GRAPH {graph} {{ {thing} ?property ?value }} }}")
        for what, quads in (("DELETE", self.remove), ("INSERT", self.add)):
            graphs: dict[str, list[str]] = {}
            for quad in quads:
                triples = graphs.setdefault(str(quad.graph_name), [])
                triples.append(f"{quad.subject} {quad.predicate} {quad.object} .")
            for name, triples in graphs.items():
                operations.append(f"{what} DATA {{ GRAPH {name} {{\n" + "\n".join(triples) + "\n} }")
        return ";\n".join(operations)
