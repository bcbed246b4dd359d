"""Which letters each source file held, and which variant of a letter is kept.

The same letter can come from several files, with other line breaks and therefore other offsets. One
variant is kept in the letter's graph, the smallest that is no OCR; the others are set aside here as N-Triples, so that
the letter survives when the file of the kept one changes or is withdrawn. So the store depends on what
was loaded, never on the order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ...model.identity import BASE, to_digest
from ...model.reading import Reading
from ..quads.description import Description, Descriptions, to_description_quads, to_text
from ..quads.letter_quads import to_anchor_text
from ..quads.reading_quads import from_quads, to_quads
from ..quads.terms import (
    CHECKSUM,
    DERIVED,
    HOLDING,
    HOLDS_LETTER,
    IN_SOURCE,
    PATH,
    READER,
    SET_ASIDE,
    SOURCE,
    SOURCES,
    TYPE,
    VARIANT,
)
from .change import Change
from .store import GraphStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as it was when it was loaded; `reader` tells by which version of the rules it was read."""

    path: str
    checksum: str
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A letter as one source has it; `triples` are N-Triples in alphabetical order."""

    digest: str
    triples: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holding:
    source: str
    letter: str
    digest: str
    set_aside: str | None

    @property
    def node(self) -> NamedNode:
        return NamedNode(f"{BASE}holding/{to_digest(self.source, self.letter)}")


def to_variant(reading: Reading) -> Variant:
    """Return a reading in the form in which variants are compared and set aside."""
    lines = sorted(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in to_quads(reading))
    triples = "\n".join(dict.fromkeys(lines))
    return Variant(digest=sha256(triples.encode()).hexdigest(), triples=triples)


def from_variant(variant: Variant) -> Reading:
    """Return the reading that `to_variant` was given, in its order."""
    return from_quads(parse(variant.triples, RdfFormat.N_TRIPLES))


def find_kept(variants: Iterable[Variant]) -> Variant:
    """Return the variant that is kept: not OCR before OCR, then the smallest text, then the smallest anchors."""
    found = {variant.digest: variant for variant in variants}
    if len(found) == 1:
        return next(iter(found.values()))
    return min(found.values(), key=_to_rank)


def _to_rank(variant: Variant) -> tuple[bool, str, str, str]:
    letter = from_variant(variant).letter
    return letter.ocr, letter.text, to_anchor_text(letter.anchors), variant.triples


def load_sources(store: GraphStore) -> dict[str, Source]:
    """Return what was loaded, by path."""
    sources = {}
    for quad in store.find_quads(SOURCES, predicate=TYPE, value=SOURCE):
        known = _load_description(store, quad)
        source = Source(path=known.load_text(PATH), checksum=known.load_text(CHECKSUM), reader=known.load_text(READER))
        sources[source.path] = source
    return dict(sorted(sources.items()))


def find_letters_of(store: GraphStore, path: str) -> list[str]:
    """Return the IRIs of the letters that a source holds."""
    return [holding.letter for holding in _find_holdings(store, IN_SOURCE, _to_source_node(path))]


def find_sources_of(store: GraphStore, letter: str) -> tuple[list[str], list[str]]:
    """Return the paths of all sources of a letter, and of those whose variant is the kept one."""
    holdings = _find_holdings(store, HOLDS_LETTER, NamedNode(letter))
    kept = [holding.source for holding in holdings if holding.set_aside is None]
    return sorted(holding.source for holding in holdings), sorted(kept)


def find_kept_digests(store: GraphStore) -> dict[str, str]:
    """Return the digest of the kept variant of every letter, by the letter's IRI."""
    set_aside = {quad.subject for quad in store.find_quads(SOURCES, None, SET_ASIDE)}
    digests = {}
    for quad in store.find_quads(SOURCES, None, VARIANT):
        if quad.subject not in set_aside and isinstance(quad.subject, NamedNode):
            (letter,) = store.find_quads(SOURCES, quad.subject, HOLDS_LETTER)
            digests[to_text(letter.object)] = to_text(quad.object)
    return digests


def to_source_change(store: GraphStore, path: str, source: Source | None, variants: Mapping[str, Variant]) -> Change:
    """Return what makes the source at `path` hold exactly `variants` (by letter); `source` None withdraws it.

    The derived graph goes with it: it is worked out again when all sources are done, and until then its
    absence says so.
    """
    node = _to_source_node(path)
    drop, forget, add = [DERIVED], [(SOURCES, node)], list(_to_source_quads(node, source))
    for letter in sorted({*find_letters_of(store, path), *variants}):
        before = _find_holdings(store, HOLDS_LETTER, NamedNode(letter))
        current = _load_variants(store, letter, before)
        others = {holding.source: current[holding.digest] for holding in before if holding.source != path}
        after = others | ({path: variants[letter]} if letter in variants else {})
        kept = find_kept(after.values()) if after else None
        graph = NamedNode(letter)
        if kept is None or all(holding.digest != kept.digest or holding.set_aside for holding in before):
            drop.append(graph)
            add += _to_graph(kept, graph)
        forget += [(SOURCES, holding.node) for holding in before]
        add += _to_holding_quads(letter, after, kept)
    return Change(drop=tuple(drop), forget=tuple(forget), add=tuple(add))


def _to_source_node(path: str) -> NamedNode:
    return NamedNode(f"{BASE}source/{to_digest(path)}")


def _to_source_quads(node: NamedNode, source: Source | None) -> Iterator[Quad]:
    if source is not None:
        values = (
            (TYPE, SOURCE),
            (PATH, source.path),
            (CHECKSUM, source.checksum),
            (READER, source.reader),
        )
        yield from to_description_quads(SOURCES, node, values)


def _to_graph(variant: Variant | None, graph: NamedNode) -> Iterator[Quad]:
    if variant is not None:
        for triple in parse(variant.triples, RdfFormat.N_TRIPLES):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _to_holding_quads(letter: str, variants: Mapping[str, Variant], kept: Variant | None) -> Iterator[Quad]:
    for path, variant in variants.items():
        is_kept = kept is not None and variant.digest == kept.digest
        holding = _Holding(
            source=path,
            letter=letter,
            digest=variant.digest,
            set_aside=None if is_kept else variant.triples,
        )
        values = (
            (TYPE, HOLDING),
            (IN_SOURCE, _to_source_node(path)),
            (PATH, path),
            (HOLDS_LETTER, NamedNode(letter)),
            (VARIANT, holding.digest),
            (SET_ASIDE, holding.set_aside),
        )
        yield from to_description_quads(SOURCES, holding.node, values)


def _find_holdings(store: GraphStore, term: NamedNode, value: NamedNode) -> list[_Holding]:
    found = [_load_description(store, quad) for quad in store.find_quads(SOURCES, None, term, value)]
    holdings = (
        _Holding(
            source=known.load_text(PATH),
            letter=known.load_text(HOLDS_LETTER),
            digest=known.load_text(VARIANT),
            set_aside=known.find_text(SET_ASIDE),
        )
        for known in found
    )
    return sorted(holdings, key=lambda holding: (holding.source, holding.letter))


def _load_variants(store: GraphStore, letter: str, holdings: Iterable[_Holding]) -> dict[str, Variant]:
    """Return the variants of a letter that the store has, by digest."""
    variants = {}
    for holding in holdings:
        if holding.set_aside is None:
            triples = _to_triples(list(store.find_quads(NamedNode(letter))))
        else:
            triples = holding.set_aside
        variants[holding.digest] = Variant(digest=holding.digest, triples=triples)
    return variants


def _to_triples(quads: list[Quad]) -> str:
    """Return a letter's graph as a variant has it: with the edges of facts that an analyst has rejected."""
    try:
        return to_variant(from_quads(quads)).triples
    except ValueError:  # somebody else has written into it: it stays as it is
        return "\n".join(sorted(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads))


def _load_description(store: GraphStore, quad: Quad) -> Description:
    if not isinstance(quad.subject, NamedNode):
        raise ValueError(f"{quad.subject} has no name")
    descriptions = Descriptions(store.find_quads(SOURCES, quad.subject))
    return descriptions[quad.subject.value]
