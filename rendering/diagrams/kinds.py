"""The kinds of diagrams: which module builds one, and which lays it out."""

from collections.abc import Callable, Mapping, Sequence

from ...graph.network.corpus import Corpus
from ...graph.network.network_records import EntityNode
from ..source_notes import SourceNotes
from .actors import build_actors
from .asks import build_asks
from .composition import Paper, find_scale
from .correspondence import build_correspondence
from .diagram import Arrangement, Diagram
from .instrument import build_instrument
from .lane_plan import plan_lanes
from .network_plan import plan_network
from .numbering import number_notes
from .path import build_path
from .plan import Plan
from .row_plan import plan_rows
from .selection import MOST_NODES
from .timeline import build_timeline
from .timeline_plan import plan_timeline

Builder = Callable[[Corpus, Sequence[EntityNode], SourceNotes, int], Diagram]


_BUILDERS: Mapping[str, Builder] = {
    "actors": build_actors,
    "instrument": build_instrument,
    "correspondence": build_correspondence,
    "asks": build_asks,
    "path": build_path,
    "timeline": build_timeline,
}
_PLANNERS: Mapping[Arrangement, Callable[[Diagram], Plan]] = {
    Arrangement.NETWORK: plan_network,
    Arrangement.LANES: plan_lanes,
    Arrangement.ROWS: plan_rows,
    Arrangement.TIMELINE: plan_timeline,
}
_SIZES = (MOST_NODES, 45, 34, 25, 18, 12)
"""How many boxes are tried one after the other, until their words are large enough."""
_LEAST_SCALE = 0.6
"""At which names have six points, and what stands in small type five."""
_EXAMPLES = {"actors": "'Home Office' -o actors.svg", "path": "'Home Office' UNHCR -o path.svg"}
_NUMBERS: Mapping[str, tuple[int, int | None]] = {"actors": (1, None), "path": (2, 2)}


def find_kind_fault(kind: str, names: Sequence[str]) -> str | None:
    """Return what is wrong with how many things are named for a kind of diagram; None when nothing is."""
    least, most = _NUMBERS.get(kind, (0, None))
    if len(names) < least or (most is not None and len(names) > most):
        wanted = "two names" if most else "a name"
        return (
            f"{kind}: this kind of diagram needs {wanted}, for example `policygraph diagram {kind} {_EXAMPLES[kind]}`."
        )
    return None


def build_diagram(corpus: Corpus, kind: str, names: Sequence[str], paper: Paper = Paper.A4) -> Diagram:
    """Return the diagram of a kind around what is named: as much of it as can be read on `paper`.

    Its notes have the order of reading.

    Raises:
        NameChoiceError: a name means nothing, or several things.
        DiagramError: there is nothing to show.
    """
    entities = [corpus.find_entity(name) for name in names]
    for most in _SIZES:
        plan = plan_diagram(_BUILDERS[kind](corpus, entities, SourceNotes(corpus.quoter), most))
        if find_scale(plan, paper) >= _LEAST_SCALE:
            break
    return number_notes(plan)


def plan_diagram(diagram: Diagram) -> Plan:
    """Return a diagram with its positions."""
    return _PLANNERS[diagram.arrangement](diagram)
