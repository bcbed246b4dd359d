"""The relations of the network as the edges of a diagram: what says the same of the same two things is one edge."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from ...graph.network.corpus import Corpus
from ...graph.network.network import get_kind
from ...graph.network.network_records import Basis, Link, NetworkEdge
from ...model.entity import EntityType
from ...model.statement import Passage
from ..phrases import render_period, render_relation
from ..source_notes import SourceNotes
from .diagram import Edge, Look, Node, NodeKind

_MOST_CITED = 5
"""How often something is said at most so that each time is cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Something that holds between two entities (keys of nodes); `times` tells how often it is said.

    `basis` is that of its edges in the network, `verb` stands between the two ends, `more` says when and under which
    condition.
    """

    source: str
    target: str
    basis: Basis
    verb: str
    times: int
    evidence: tuple[Passage, ...]
    more: str = ""

    @property
    def words(self) -> str:
        """The verb with all else."""
        return f"{self.verb} ({self.more})" if self.more else self.verb

    @property
    def look(self) -> Look:
        """Whose word it is."""
        return Look.BACKGROUND if self.basis is Basis.BACKGROUND else Look.STATED


def find_relations(corpus: Corpus, edges: Iterable[NetworkEdge]) -> list[Relation]:
    """Return the relations that some edges of the network are, in the order of their ends and words.

    Background that a letter states too is left out.
    """
    grouped: dict[tuple[str, str, str, str], list[NetworkEdge]] = {}
    for edge in edges:
        words = _to_words(edge, get_kind(corpus.network, edge.target))
        grouped.setdefault((edge.source, edge.target, *words), []).append(edge)
    relations = []
    for (source, target, verb, more), group in sorted(grouped.items()):
        said = [edge for edge in group if edge.basis is not Basis.BACKGROUND]
        first = (said or group)[0]
        relations.append(
            Relation(
                source=source,
                target=target,
                basis=first.basis,
                verb=verb,
                more=more,
                times=len({edge.key for edge in said}),
                evidence=_cite(corpus, said),
            )
        )
    return relations


def find_asks_about(corpus: Corpus, keys: Iterable[str]) -> Iterator[Relation]:
    """Yield who asks for something about some entities (keys)."""
    wanted = set(keys)
    found: dict[tuple[str, str], list[tuple[Passage, ...]]] = {}
    for reading in corpus.find_naming(wanted):
        for ask in reading.asks:
            for about in corpus.to_keys(ask.about):
                for asker in corpus.to_keys(ask.asked_by) if about in wanted else ():
                    found.setdefault((asker, about), []).append(ask.evidence)
    for (asker, about), asks in sorted(found.items()):
        yield Relation(
            source=asker,
            target=about,
            basis=Basis.ASK,
            verb="asks something about",
            times=len(asks),
            evidence=_choose(corpus, asks),
        )


def to_edge(relation: Relation, notes: SourceNotes) -> Edge:
    """Return a relation as an edge; the passages that show it get their numbers."""
    is_counted = relation.times > (1 if relation.basis is Basis.ASK else _MOST_CITED)
    return Edge(
        source=relation.source,
        target=relation.target,
        label=f"{relation.words} ({relation.times} times)" if is_counted else relation.words,
        look=relation.look,
        notes=notes.cite(relation.evidence),
    )


def to_node(corpus: Corpus, key: str, *, lane: str = "", is_focus: bool = False) -> Node:
    """Return an entity as a node."""
    entity = corpus.get_entity(key)
    return Node(
        id=key,
        kind=NodeKind(entity.type.value),
        label=entity.name,
        lane=lane,
        look=Look.BACKGROUND if entity.is_background else Look.STATED,
        is_focus=is_focus,
    )


def _cite(corpus: Corpus, edges: Iterable[NetworkEdge]) -> tuple[Passage, ...]:
    """Return the passages that show some edges; of very many those of the newest letters, the only ones read."""
    ranked = sorted(edges, key=lambda edge: corpus.find_date(edge.letter or ""), reverse=True)
    shown = (evidence for edge in ranked if (evidence := _find_evidence(corpus, edge)))
    return tuple(dict.fromkeys(passage for evidence in islice(shown, _MOST_CITED) for passage in evidence))


def _choose(corpus: Corpus, said: Iterable[tuple[Passage, ...]]) -> tuple[Passage, ...]:
    """Return the passages of what is said; of what is said very often those of the newest letters."""
    dated = [evidence for evidence in said if evidence]
    dated.sort(key=lambda evidence: corpus.find_date(evidence[0].letter), reverse=True)
    return tuple(dict.fromkeys(passage for evidence in dated[:_MOST_CITED] for passage in evidence))


def _find_evidence(corpus: Corpus, edge: NetworkEdge) -> tuple[Passage, ...]:
    """Return what shows an edge; for who wrote to whom, and who is named, where the letter names them first."""
    if edge.basis not in (Basis.CORRESPONDENCE, Basis.MENTION):
        return corpus.find_evidence(edge)
    shown = [link.evidence for link in corpus.links.senders if link.letter == edge.source]
    is_shown = edge.predicate is Link.SENT_BY and shown
    return corpus.find_mention(edge.source, edge.target) or (shown[0] if is_shown else ())


def _to_words(edge: NetworkEdge, target: EntityType | None) -> tuple[str, str]:
    """Return the verb of an edge, and what limits it."""
    more = [f"“{edge.condition}”"] if edge.condition else []
    if edge.basis is Basis.STATEMENT and (period := render_period(edge.since, edge.until, target)):
        more.append(period)
    return render_relation(edge.predicate, target), "; ".join(more)
