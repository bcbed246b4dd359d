"""Asks and commitments as records: who asks whom, who promises, about what, by when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...model.ask import Ask
from ...model.commitment import Commitment
from ...model.entity import Entity, EntityType
from ...model.identity import to_ask_iri, to_commitment_iri
from ...model.letter import Letter
from ...model.reading import Party
from ...model.statement import Passage
from ...ontology.speech_cues import load_ask_cues
from ..header.quotations import Quotations
from ..text.antecedents import BackReference
from ..text.due_dates import find_due
from ..text.lines import Line
from ..text.span import Span
from .asks import AskSpan, find_asks
from .body_pieces import Piece, find_pieces
from .commitments import CommitmentSpan, find_commitments
from .same_asks import is_same_ask
from .topics import Topics
from .voices import find_represented, mask_voices

_START = 8
_BODIES = frozenset({EntityType.ORGANISATION})
_ACTORS = frozenset({EntityType.PERSON, EntityType.OFFICE, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What a letter asks for and what it promises, each in the order of its words."""

    asks: tuple[Ask, ...] = ()
    commitments: tuple[Commitment, ...] = ()


def find_speech(
    letter: Letter,
    body: Sequence[Line],
    parties: tuple[Sequence[Party], Sequence[Party]],
    entities: Sequence[Entity],
    references: Sequence[BackReference],
    quotations: Quotations,
) -> Speech:
    """Return the asks and the commitments of the lines of `body`; `parties` are the senders and the recipients.

    What is asked in a passage of `quotations` is only reported, unless the letter forwards it; what a quoted mail asks
    is its own letter's.
    """
    masked = mask_voices(letter, *parties, entities, references)
    reader = _Reader(letter, parties, entities, references, find_pieces(letter.text, body))
    forwards = load_ask_cues().forwarded.search(letter.text) is not None
    asks = _without_quoted(find_asks(letter.text, masked, reader.pieces), quotations, forwards=forwards)
    promised = find_commitments(letter.text, masked, reader.pieces, letter.date)
    own = [found for found in promised if quotations.at(found.span[0]) is None]
    return Speech(
        asks=tuple(_merge([reader.to_ask(found) for found in asks])),
        commitments=tuple({each.iri: each for each in map(reader.to_commitment, own)}.values()),
    )


def _without_quoted(asks: Iterable[AskSpan], quotations: Quotations, *, forwards: bool) -> Iterator[AskSpan]:
    for ask in asks:
        quotation = quotations.at(ask.span[0])
        if quotation is None or quotation.head is None:
            yield replace(ask, reported=ask.reported or (quotation is not None and not forwards))


class _Reader:
    """One letter, with all that its asks and commitments are read by."""

    def __init__(
        self,
        letter: Letter,
        parties: tuple[Sequence[Party], Sequence[Party]],
        entities: Sequence[Entity],
        references: Sequence[BackReference],
        pieces: Sequence[Piece],
    ) -> None:
        self._letter = letter
        self._entities = entities
        self._senders, self._recipients = parties
        self.pieces = pieces
        self._sentences = [(piece.start, piece.end) for piece in pieces]
        self._own = {iri for each in self._senders for iri in (each.person, each.office, each.organisation) if iri}
        sides = {
            iri for side in parties for each in side for iri in (each.person, each.office, each.organisation) if iri
        }
        self._topics = Topics(entities, references, sides)
        self._represented = self._find_represented()

    def to_ask(self, found: AskSpan) -> Ask:
        """Return the record of an ask."""
        start, end = found.span
        text = " ".join(self._letter.text[start:end].split())
        due = find_due(text, self._letter.date)
        if due is None and found.lead is not None:
            due = find_due(self._letter.text[slice(*found.lead)], self._letter.date)
        return Ask(
            iri=to_ask_iri(self._letter.iri, text),
            text=text,
            asked_by=self._find_askers(found),
            asked_of=_to_iris(self._recipients, office_first=True),
            about=self._topics.find(self._letter.text, found.span, self._sentences),
            evidence=(self._to_passage(found.sentence),),
            due=due,
            procedural=load_ask_cues().procedural.search(text) is not None,
            reported=found.reported,
        )

    def to_commitment(self, found: CommitmentSpan) -> Commitment:
        """Return the record of a commitment."""
        text = " ".join(self._letter.text[slice(*found.span)].split())
        # a body that is named at the start promises for itself, a colleague for the writer
        third = self._find_named((found.span[0], found.span[0] + _START), _BODIES)[:1] if found.others else ()
        third = tuple(iri for iri in third if iri not in self._own)
        return Commitment(
            iri=to_commitment_iri(self._letter.iri, text),
            text=text,
            by=third or _to_iris(self._senders, office_first=False),
            about=self._topics.find(self._letter.text, found.span, self._sentences),
            strength=found.strength,
            evidence=(self._to_passage(found.sentence),),
            due=find_due(text, self._letter.date),
            reported=bool(third),
        )

    def _to_passage(self, span: Span) -> Passage:
        start, end = span
        page = self._letter.find_anchor(start).page
        return Passage(letter=self._letter.iri, start=start, end=end, quote=self._letter.text[start:end], page=page)

    def _find_askers(self, found: AskSpan) -> tuple[str, ...]:
        """Return who asks: a third party that the sentence names, the constituent and the writer, or the writer."""
        if found.reported:
            return self._find_named(found.sentence, _ACTORS)[:1]
        own = _to_iris(self._senders, office_first=False)
        if any(found.sentence[0] <= start < found.span[0] + 4 for start, _ in self._represented[1]):
            return tuple(dict.fromkeys([*self._represented[0], *own]))
        return own

    def _find_represented(self) -> tuple[tuple[str, ...], list[Span]]:
        """Return the constituents for whom the letter is written, and where it names them."""
        places = list(find_represented(self._letter.text, self._entities))
        iris = [
            entity.iri
            for entity in self._entities
            if entity.type is EntityType.PERSON
            and any((mention.start, mention.end) in places for mention in entity.mentions)
        ]
        return tuple(iris), places

    def _find_named(self, span: Span, types: frozenset[EntityType]) -> tuple[str, ...]:
        """Return the entities of these types that are named within `span`, the first of them first."""
        named = [
            (mention.start, entity.iri)
            for entity in self._entities
            if entity.type in types
            for mention in entity.mentions
            if span[0] <= mention.start < span[1]
        ]
        return tuple(iri for _, iri in sorted(named))


def _to_iris(parties: Sequence[Party], *, office_first: bool) -> tuple[str, ...]:
    """Return one entity for each party: its person, else office, else body; an ask stays with the office."""
    chosen = [
        (each.office or each.organisation or each.person)
        if office_first
        else (each.person or each.office or each.organisation)
        for each in parties
    ]
    return tuple(dict.fromkeys(iri for iri in chosen if iri))


def _merge(asks: Sequence[Ask]) -> list[Ask]:
    """Return the asks with those that repeat an earlier one as further passages of it."""
    kept: list[Ask] = []
    for ask in asks:
        same = next((n for n, each in enumerate(kept) if _is_repeated(each, ask)), None)
        if same is None:
            kept.append(ask)
            continue
        first = kept[same]
        kept[same] = replace(
            first,
            about=tuple(dict.fromkeys([*first.about, *ask.about])),
            evidence=tuple(dict.fromkeys([*first.evidence, *ask.evidence])),
            due=first.due or ask.due,
        )
    return kept


def _is_repeated(one: Ask, other: Ask) -> bool:
    return one.iri == other.iri or (
        one.reported == other.reported and one.procedural == other.procedural and is_same_ask(one.text, other.text)
    )
