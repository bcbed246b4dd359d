"""Who wrote to whom and when: a lane for each correspondent, time downwards, and the letters that are not held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...graph.network.circle import find_circle
from ...graph.network.corpus import Corpus
from ...graph.network.correspondents import Writer, find_recipients, find_replaced, find_senders
from ...graph.network.network_records import EntityNode
from ...model.citation import LetterCitation
from ...model.errors import DiagramError
from ...model.judgement import Standing
from ...model.letter import Letter
from ...model.link import Reply
from ...resolution.wording import join_words
from ..phrases import render_date, render_number
from ..source_notes import SourceNotes
from .diagram import Arrangement, Diagram, Edge, Lane, Look, Node, NodeKind
from .selection import tell_left_out

_MOST_LETTERS = 16
_MOST_LANES = 7
_MOST_RECIPIENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """A letter with its two sides."""

    letter: Letter
    senders: list[Writer]
    recipients: list[Writer]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset().union(*(side.keys | {side.key} for side in (*self.senders, *self.recipients)))

    @property
    def lanes(self) -> list[Writer]:
        return [*self.senders[:1], *self.recipients[:_MOST_RECIPIENTS]]


def build_correspondence(corpus: Corpus, focus: Sequence[EntityNode], notes: SourceNotes, most: int) -> Diagram:
    """Return the diagram of all letters, or of those between all parts of the focus and those that answer them.

    It has about `most` boxes at most.

    Raises:
        DiagramError: no letter has a writer or a recipient to show.
    """
    wanted = [_to_sent(corpus, one) for one in _find_wanted(corpus, focus)]
    kept = _keep(corpus, wanted, most)
    if not kept:
        raise DiagramError("No letter here is from or to this. `policygraph query correspondence` lists the letters.")
    lanes = {side.key: side for one in kept for side in one.lanes}
    nodes = [node for one in kept for node in _find_nodes(corpus, one, notes)]
    edges = [edge for one in kept for edge in _find_edges(one)]
    ids = {node.id for node in nodes}
    replies = [reply for reply in corpus.links.replies if {reply.letter, reply.to} <= ids]
    edges += [_to_reply_edge(corpus, reply, notes) for reply in replies]
    edges += _find_missing_edges(corpus, nodes, notes)
    about = join_words([entity.name for entity in focus]) if focus else "All letters"
    hidden = [_name(one) for one in wanted if one not in kept]
    return Diagram(
        title=f"{about}: who wrote to whom",
        arrangement=Arrangement.LANES,
        newest=corpus.newest,
        nodes=tuple(nodes),
        edges=tuple(edges),
        notes=notes.notes,
        lanes=tuple(_to_lane(corpus, side) for side in lanes.values()),
        remarks=tell_left_out(hidden, "letter", "Name who wrote or received one to see it."),
    )


def _to_sent(corpus: Corpus, letter: str) -> _Sent:
    header = corpus.headers[letter]
    return _Sent(letter=header.letter, senders=find_senders(corpus, header), recipients=find_recipients(corpus, header))


def _find_wanted(corpus: Corpus, focus: Sequence[EntityNode]) -> list[str]:
    """Return the letters (IRIs) of the focus, and those that answer them or are answered by them."""
    if not focus:
        return list(corpus.headers)
    circles = [find_circle(corpus, entity.key) for entity in focus]
    sent = [_to_sent(corpus, one) for one in corpus.find_naming_letters(circles[0])]
    own = {one.letter.iri for one in sent if all(one.keys & circle for circle in circles)}
    near = {iri for reply in corpus.links.replies for iri in (reply.letter, reply.to) if {reply.letter, reply.to} & own}
    return [letter for letter in corpus.headers if letter in own | near]


def _keep(corpus: Corpus, sent: Sequence[_Sent], most: int) -> list[_Sent]:
    """Return the letters that fit, those that answer or are answered first, then the newest; in the order of dates."""
    threads = {iri for reply in corpus.links.replies for iri in (reply.letter, reply.to)}
    shown = [one for one in sent if one.senders or one.recipients]
    ranked = sorted(shown, key=lambda one: (one.letter.date or "", one.letter.iri), reverse=True)
    ranked.sort(key=lambda one: one.letter.iri not in threads)
    kept: list[_Sent] = []
    lanes: set[str] = set()
    for one in ranked:
        wider = lanes | {side.key for side in one.lanes}
        if len(kept) < min(most // 2, _MOST_LETTERS) and len(wider) <= _MOST_LANES:
            kept.append(one)
            lanes = wider
    return [one for one in shown if one in kept]


def _find_nodes(corpus: Corpus, one: _Sent, notes: SourceNotes) -> Iterator[Node]:
    """Yield the letters that are not held and of which this one speaks, then this one, then who received it."""
    letter = one.letter
    held = {missing.evidence[0] for missing in corpus.links.not_held}
    for citation in corpus.readings[letter.iri].citations:
        if citation.evidence and citation.evidence[0] in held:
            yield _to_missing(one, citation)
    shown = [passage for sender in one.senders for passage in sender.evidence]
    writer = "another letter shows who wrote it" if shown else ""
    yield Node(
        id=letter.iri,
        kind=NodeKind.LETTER,
        label=render_date(letter.date) if letter.date else "no date",
        detail="; ".join(part for part in (*letter.references, letter.subject, writer) if part),
        lane=one.lanes[0].key if one.senders else one.recipients[0].key,
        day=letter.date or "",
        notes=notes.cite(shown),
    )
    for side in one.recipients[:_MOST_RECIPIENTS]:
        more = len(one.recipients) - _MOST_RECIPIENTS
        is_last = more > 0 and side is one.recipients[_MOST_RECIPIENTS - 1]
        yield Node(
            id=f"{letter.iri} to {side.key}",
            kind=NodeKind.RECEIPT,
            label=side.name + (f" and {render_number(more, 'other')}" if is_last else ""),
            lane=side.key,
            day=letter.date or "",
        )


def _to_missing(one: _Sent, citation: LetterCitation) -> Node:
    by = one.recipients if citation.by_addressee else one.senders
    return Node(
        id=f"{one.letter.iri} speaks of {citation.evidence[0].start}",
        kind=NodeKind.MISSING,
        label=f"not held: {citation.described}",
        lane=(by or one.senders or one.recipients)[0].key,
        day=citation.date or "",
    )


def _find_edges(one: _Sent) -> Iterator[Edge]:
    for side in one.recipients[:_MOST_RECIPIENTS]:
        yield Edge(source=one.letter.iri, target=f"{one.letter.iri} to {side.key}", label="")


def _to_reply_edge(corpus: Corpus, reply: Reply, notes: SourceNotes) -> Edge:
    replaced = find_replaced(corpus, corpus.headers[reply.letter], corpus.headers[reply.to])
    place = f" in the place of {replaced}" if replaced else ""
    is_judged = reply.standing in (Standing.CONFIRMED, Standing.CORRECTED)
    days = f"answered after {render_number(reply.days, 'day')}" if reply.days is not None else "answered"
    return Edge(
        source=reply.to,
        target=reply.letter,
        label=f"{days}{place} ({reply.standing})",
        look=Look.STATED if is_judged else Look.SUGGESTED,
        notes=notes.cite(reply.evidence),
    )


def _find_missing_edges(corpus: Corpus, nodes: Sequence[Node], notes: SourceNotes) -> Iterator[Edge]:
    for node in nodes:
        if node.kind is NodeKind.MISSING:
            letter, _, start = node.id.partition(" speaks of ")
            citations = corpus.readings[letter].citations
            cited = next(one for one in citations if one.evidence[0].start == int(start))
            label = "answered" if cited.answered else "spoken of"
            yield Edge(source=node.id, target=letter, label=label, notes=notes.cite(cited.evidence))


def _to_lane(corpus: Corpus, side: Writer) -> Lane:
    return Lane(id=side.key, heading=", ".join(part for part in (side.name, side.post) if part))


def _name(one: _Sent) -> str:
    return render_date(one.letter.date) if one.letter.date else "undated"
