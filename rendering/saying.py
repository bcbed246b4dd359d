"""An ask, a promise, a position or a figure in a line; its evidence is rendered apart."""

from collections.abc import Iterator

from ..graph.entity_sayings import Saying
from ..graph.quads.said_quads import Said
from ..model.ask import Ask
from ..model.commitment import Commitment, Strength
from ..model.figure import Figure
from ..model.judgement import Standing
from ..model.link import AnswerStatus
from ..model.position import Position
from .phrases import render_date


def render_saying(saying: Saying) -> str:
    """Return "Ann Lee → Home Office (by 5 March 2024; about the Grant)", "12 people: victims (2019; FOI 7)"."""
    item = saying.item
    head = saying.who or "not named"
    if isinstance(item, Figure):
        upper = f" to {item.upper:g}" if item.upper is not None else ""
        counts = " ".join(item.counts.split())
        head = f"{item.value:g}{upper} {item.unit}" + ("" if counts == item.unit else f": {counts}")
    about = f"{'on' if isinstance(item, Position) else 'about'} {', '.join(saying.about)}" if saying.about else ""
    stance = item.stance.value if isinstance(item, Position) else ""
    details = "; ".join(part for part in (stance, *find_details(item), about) if part)
    return f"{head} ({details})" if details else head


def render_status(status: AnswerStatus, standing: Standing) -> str:
    """Return what became of an ask, and whose word that is; a rejected suggestion is named as what it is."""
    return f"{'suggestion rejected' if standing is Standing.REJECTED else standing.value}: {status.value}"


def find_details(item: Said) -> Iterator[str]:
    """Yield what limits an ask, a promise, a position or a figure; some may be empty."""
    if isinstance(item, Ask):
        yield f"by {render_date(item.due)}" if item.due else ""
        yield "about the form of the reply" if item.procedural else ""
        yield "reported" if item.reported else ""
    elif isinstance(item, Commitment):
        yield "" if item.strength is Strength.FIRM else item.strength.value
        yield f"due {render_date(item.due)}" if item.due else ""
        yield "reported" if item.reported else ""
    elif isinstance(item, Figure):
        yield render_date(item.period) if item.period else ""
        yield f"according to {item.source}" if item.source else ""
    else:
        yield f"“{item.condition}”" if item.condition else ""
