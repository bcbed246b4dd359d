"""What a walk over the network finds, as tables: connections, what is near, and who stands between others."""

from collections.abc import Iterator, Sequence

from ..graph.network.centrality import Centrality
from ..graph.network.edge_quotation import EdgeQuoter
from ..graph.network.network_records import Basis, EntityNode, LetterNode, NetworkEdge
from ..graph.network.paths import Step
from ..queries.answer import Row, Table
from ..queries.saved_query import Column
from .phrases import render_date, render_kind, render_period, render_relation

_PATH_COLUMNS = (
    Column(name="connection", heading="No.", meaning="Which of the connections."),
    Column(name="step", heading="Step", meaning="Which step of it."),
    Column(name="says", heading="What letters say", meaning="What connects the two ends of the step."),
    Column(name="more", heading="More", meaning="How much else connects them directly."),
)
_NEIGHBOUR_COLUMNS = (
    Column(name="steps", heading="Steps", meaning="How many steps away."),
    Column(name="name", heading="Name"),
    Column(name="kind", heading="Kind"),
    Column(name="says", heading="What letters say", meaning="What connects it with the one before."),
    Column(name="more", heading="More", meaning="How much else connects them directly."),
)
_CENTRAL_COLUMNS = (
    Column(name="name", heading="Name"),
    Column(name="kind", heading="Kind"),
    Column(name="share", heading="Between", meaning="Of 100 pairs of others, how many it connects most directly."),
    Column(name="ties", heading="Ties", meaning="With how many actors it is connected directly."),
)


def to_path_table(paths: Sequence[Sequence[Step]], title: str, quoter: EdgeQuoter) -> Table:
    """Return a row for each step of each connection, with what shows it."""
    rows = (
        _to_row(step, (number, step.distance, _render_step(step), step.more), quoter)
        for number, path in enumerate(paths, 1)
        for step in path
    )
    return Table(title=title, columns=_PATH_COLUMNS, rows=tuple(rows))


def to_neighbour_table(steps: Sequence[Step], title: str, quoter: EdgeQuoter) -> Table:
    """Return a row for each neighbour, the nearest first, with what shows how it is reached."""
    return Table(title=title, columns=_NEIGHBOUR_COLUMNS, rows=tuple(_to_neighbour_rows(steps, quoter)))


def to_central_table(found: Centrality, most: int) -> Table:
    """Return who stands between others, the most central first."""
    rows = (
        Row(
            about=each.actor.key,
            cells=(each.actor.name, render_kind(each.actor.type), f"{100 * each.share:.1f}", each.ties),
            evidence=(),
        )
        for each in found.standings[:most]
    )
    return Table(title="Who stands between others", columns=_CENTRAL_COLUMNS, rows=tuple(rows))


def render_central_note(found: Centrality) -> str:
    """Return what the numbers mean."""
    estimate = f", estimated from {found.sample} of them" if found.sample else ""
    return (
        f"“Between” counts pairs: of 100 pairs of other actors (of {found.actors:,} people, offices and bodies), "
        f"so many are connected most directly over this one{estimate}. Facts, asks and letters between actors count; "
        "being named in a letter does not. A high number means that news, money or requests are likely to pass here; "
        "it does not mean power."
    )


def render_edge(edge: NetworkEdge, source: EntityNode | LetterNode, target: EntityNode | LetterNode) -> str:
    """Return an edge as a sentence with its dates and its condition: "A runs B (since June 2021)"."""
    kind = target.type if isinstance(target, EntityNode) else None
    is_due = edge.until is not None and edge.basis is not Basis.STATEMENT
    period = f"due {render_date(edge.until or '')}" if is_due else render_period(edge.since, edge.until, kind)
    details = "; ".join(part for part in (period, f"“{edge.condition}”" if edge.condition else "") if part)
    verb = render_relation(edge.predicate, kind)
    sentence = f"{_render_node(source)} {verb} {_render_node(target)}"
    return f"{sentence} ({details})" if details else sentence


def _render_step(step: Step) -> str:
    is_forward = step.edge.source == step.start.key
    source, target = (step.start, step.end) if is_forward else (step.end, step.start)
    sentence = render_edge(step.edge, source, target)
    return sentence[0].upper() + sentence[1:]


def _render_node(node: EntityNode | LetterNode) -> str:
    return node.name if isinstance(node, EntityNode) else f"the letter “{node.name}”"


def _to_neighbour_rows(steps: Sequence[Step], quoter: EdgeQuoter) -> Iterator[Row]:
    for step in steps:
        kind = render_kind(step.end.type) if isinstance(step.end, EntityNode) else "letter"
        yield _to_row(step, (step.distance, step.end.name, kind, _render_step(step), step.more), quoter)


def _to_row(step: Step, cells: tuple[str | int, ...], quoter: EdgeQuoter) -> Row:
    return Row(about=step.edge.key, cells=cells, evidence=quoter.find_quotations(step.edge))
