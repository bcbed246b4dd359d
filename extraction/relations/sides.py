"""Who "I", "we" and "you" are: the correspondents of the letter, or the author of a mail that it quotes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ...model.entity import EntityType
from ...model.reading import Party
from ...model.statement import Predicate
from ..header.party_block import PartyBlock
from ..header.quotations import Quotation, Quotations
from ..names.entities import EntityTable
from ..text.lines import Line
from ..text.span import NameSpan, Span

# "University of Ely", "Ely School of Law"; not "European University Association"
_SCHOOL = re.compile(r"\b(?:University|College|School|Institute|Faculty|Hospital)\b(?! [A-Z])")
_MEMBERS = "our members"
_STANCES = frozenset({Predicate.SUPPORTS, Predicate.OPPOSES})
_NO_BODIES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who "I" and "we", or "your Department", are in a letter, with the lines that show it.

    `schools` are bodies for which nobody of several signatories speaks: universities and what belongs to them.
    """

    parties: tuple[Party, ...] = ()
    country: str | None = None
    evidence: tuple[Span, ...] = ()
    schools: frozenset[str] = frozenset()

    def resolve(self, words: str, predicate: Predicate, bodies_of: Mapping[str, str] = _NO_BODIES) -> list[str]:
        """Return the entities that "I", "we" or "your Department" stands for as an end of `predicate`.

        `bodies_of` has the body of an office where the letter shows it elsewhere.
        """
        if predicate is Predicate.PARTY_TO:
            return [self.country] if self.country else []
        if words.casefold() == _MEMBERS and predicate not in _STANCES:
            # what members think is the body's word, what they do is not its deed
            return []
        alone = {"i", "me"}
        alone |= {"you"} if predicate is Predicate.MEMBER_OF else set()
        alone |= {"my"} if predicate is not Predicate.OFFICE_IN else set()
        if words.casefold() in alone:
            one = self.parties[0] if len(self.parties) == 1 else Party()
            return [iri for iri in (one.person or one.office,) if iri]
        bodies = [party.organisation or bodies_of.get(party.office or "") for party in self.parties]
        if words.casefold().startswith("you"):
            return [bodies[0]] if len(bodies) == 1 and bodies[0] else []
        if len(self.parties) == 1:
            return [iri for iri in (bodies[0] or self.parties[0].office or self.parties[0].person,) if iri]
        if len(set(bodies)) > 1 or " " in words:
            signers = [
                party.person if party.person and predicate in _STANCES and body in self.schools else body
                for party, body in zip(self.parties, bodies, strict=True)
            ]
            return list(dict.fromkeys(signer for signer in signers if signer)) if all(signers) else []
        # several of one body sign for themselves: two senators, not the Senate
        people = [party.person for party in self.parties]
        return [person for person in people if person] if all(people) and len(set(bodies)) == 1 else []


class Sides:
    """The sides of one letter: "we" and "you" are others in what it quotes."""

    KINDS = frozenset({"we", "you"})

    def __init__(self, we: Side, you: Side, quotations: Quotations, table: EntityTable) -> None:
        self._own = {"we": we, "you": you}
        self._quotations = quotations
        known = [*we.parties, *you.parties]
        self._authors = {quotation.head: _find_author(quotation, known, table) for quotation in quotations.mails()}

    def is_own(self, place: int) -> bool:
        """Tell whether the writer speaks at `place`."""
        return self._quotations.at(place) is None

    def resolve(
        self, kind: str, words: str, place: int, predicate: Predicate, bodies_of: Mapping[str, str] = _NO_BODIES
    ) -> tuple[list[str], tuple[Span, ...]]:
        """Return the entities that `words` of `kind` ("we" or "you") at `place` stand for, and what shows them.

        In a quoted mail "I" is its author, and "we" the author's body where the letter tells it; in a passage, nobody.
        """
        quotation = self._quotations.at(place)
        if quotation is None:
            side = self._own[kind]
            return side.resolve(words, predicate, bodies_of), side.evidence
        author = self._authors.get(quotation.head) if kind == "we" else None
        if author is None or quotation.head is None or not (author.organisation or words in {"I", "me"}):
            return [], ()
        return Side(parties=(author,)).resolve(words, predicate, bodies_of), (quotation.head,)


def _find_author(quotation: Quotation, known: Iterable[Party], table: EntityTable) -> Party | None:
    """Return who wrote a quoted mail: a correspondent, with office and body, or somebody whom its head names."""
    author = " ".join((quotation.author or "").split())
    named = [
        entity.iri
        for entity in table.entities
        if entity.type is EntityType.PERSON and author in {entity.name, *(each.text for each in entity.mentions)}
    ]
    return next((party for party in known if party.person in named), Party(person=named[0])) if named else None


def find_side(
    blocks: Sequence[PartyBlock],
    parties: Sequence[Party],
    table: EntityTable,
    lines: Sequence[Line],
    spans: Sequence[NameSpan],
) -> Side:
    """Return the side of the correspondents in `blocks`, with the lines that name them."""
    places = [
        span for block in blocks for span in (block.person, *block.offices[:1], *block.bodies[:1]) if span is not None
    ]
    touched = [line for line in lines if any(line.start < end and start < line.end for start, end in places)]
    countries = {table.find((span.start, span.end)) for span in spans if span.type is EntityType.COUNTRY}
    return Side(
        parties=tuple(parties),
        country=countries.pop() if len(countries) == 1 else None,
        evidence=tuple((line.start, line.end) for line in touched),
        schools=frozenset(
            entity.iri
            for entity in table.entities
            if entity.type is EntityType.ORGANISATION and _SCHOOL.search(entity.name)
        ),
    )
