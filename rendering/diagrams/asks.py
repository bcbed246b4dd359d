"""What was asked, what the replies say to it, and what became of it."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...graph.network.circle import find_circle
from ...graph.network.corpus import Corpus
from ...graph.network.network_records import EntityNode
from ...model.ask import Ask
from ...model.errors import DiagramError
from ...model.judgement import Standing
from ...model.link import Answer, AnswerStatus
from ...resolution.wording import join_words
from ..phrases import render_date, render_day, render_number
from ..source_notes import SourceNotes
from .diagram import Arrangement, Diagram, Edge, Lane, Look, Node, NodeKind
from .selection import tell_left_out

_MOST_ASKS = 14
_BOXES_AN_ASK = 3
_LANES = (
    Lane(id="ask", heading="Asked"),
    Lane(id="said", heading="What a reply says"),
    Lane(id="status", heading="Status"),
)
_STATUSES = {
    AnswerStatus.ACCEPTED: NodeKind.MET,
    AnswerStatus.PARTLY: NodeKind.MET,
    AnswerStatus.DECLINED: NodeKind.REFUSED,
}


def build_asks(corpus: Corpus, focus: Sequence[EntityNode], notes: SourceNotes, most: int) -> Diagram:
    """Return the diagram of all asks, or of those by, of or about the focus; what letters only report is left out.

    It has at most `most` boxes.

    Raises:
        DiagramError: nothing is asked.
    """
    circles = [find_circle(corpus, entity.key) for entity in focus]
    asks = [ask for ask in find_asks(corpus, circles[0] if circles else None) if concerns(corpus, ask, circles)]
    if not asks:
        raise DiagramError("Nothing is asked here. `policygraph query asks-and-answers` lists what is asked.")
    answers = {answer.ask: answer for answer in corpus.links.answers}
    # Those to which a reply says something are kept first, then the newest; those about the form of the reply last.
    ranked = sorted(asks, key=lambda ask: _find_day(corpus, ask), reverse=True)
    ranked.sort(key=lambda ask: (not answers[ask.iri].evidence, ask.procedural))
    kept = [ask for ask in asks if ask in ranked[: min(most // _BOXES_AN_ASK, _MOST_ASKS)]]
    nodes: list[Node] = []
    edges: list[Edge] = []
    for ask in kept:
        row = list(_find_nodes(corpus, ask, answers[ask.iri], notes))
        nodes += row
        edges += _find_edges(row, answers[ask.iri])
    about = join_words([entity.name for entity in focus]) if focus else "All letters"
    return Diagram(
        title=f"{about}: what was asked, and what became of it",
        arrangement=Arrangement.ROWS,
        newest=corpus.newest,
        nodes=tuple(nodes),
        edges=tuple(edges),
        notes=notes.notes,
        lanes=tuple(lane for lane in _LANES if any(node.lane == lane.id for node in nodes)),
        remarks=tell_left_out(
            [f"“{ask.text[:60].rstrip()}…”" for ask in asks if ask not in kept],
            "ask",
            "`policygraph query asks-and-answers` lists them all.",
        ),
    )


def find_asks(corpus: Corpus, keys: Collection[str] | None = None) -> list[Ask]:
    """Return what letters ask themselves and nobody has rejected, in the order of dates; a repeated ask once.

    With `keys` only the letters are read that name one of these entities.
    """
    known = {answer.ask for answer in corpus.links.answers}
    readings = corpus.readings.values() if keys is None else corpus.find_naming(keys)
    return [ask for one in readings for ask in one.asks if ask.iri in known and not ask.reported]


def _find_day(corpus: Corpus, ask: Ask) -> str:
    return corpus.readings[ask.evidence[0].letter].letter.date or ""


def concerns(corpus: Corpus, ask: Ask, circles: Sequence[frozenset[str]]) -> bool:
    """Tell whether an ask is by, of or about each part of the focus."""
    parties = corpus.parties[ask.iri]
    keys = set(corpus.to_keys((*parties.asked_by, *parties.asked_of, *ask.about)))
    return all(keys & circle for circle in circles)


def _find_nodes(corpus: Corpus, ask: Ask, answer: Answer, notes: SourceNotes) -> Iterator[Node]:
    letter = corpus.readings[ask.evidence[0].letter].letter
    askers, asked = (words or "unnamed" for words in (corpus.parties[ask.iri].by, corpus.parties[ask.iri].of))
    due = f", wanted by {render_date(ask.due)}" if ask.due else ""
    yield Node(
        id=ask.iri,
        kind=NodeKind.ASK,
        label=f"“{ask.text}”",
        detail=f"{askers} to {asked}, {render_day(letter.date)}{due}",
        lane="ask",
        day=letter.date or "",
        notes=notes.cite(ask.evidence),
    )
    if answer.evidence:
        first = answer.evidence[0]
        reply = corpus.readings[first.letter].letter
        more = len(answer.evidence) - 1
        others = f", and {render_number(more, 'more passage')}" if more else ""
        yield Node(
            id=f"{ask.iri} said",
            kind=NodeKind.PASSAGE,
            label=f"“{first.quote}”",
            detail=f"{render_day(reply.date)}{others}",
            lane="said",
            day=reply.date or "",
            notes=notes.cite(answer.evidence),
        )
    yield Node(
        id=answer.iri,
        kind=_STATUSES.get(answer.status, NodeKind.OPEN),
        label=answer.status.value,
        detail=_tell_standing(answer),
        lane="status",
        look=_find_look(answer),
    )


def _find_edges(row: Sequence[Node], answer: Answer) -> Iterator[Edge]:
    look = _find_look(answer)
    for node, following in pairwise(row):
        yield Edge(source=node.id, target=following.id, label="", look=look)


def _find_look(answer: Answer) -> Look:
    return Look.SUGGESTED if answer.standing is Standing.SUGGESTED else Look.STATED


def _tell_standing(answer: Answer) -> str:
    return f"{answer.standing} by {answer.judgement.by}" if answer.judgement else str(answer.standing)
