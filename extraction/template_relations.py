"""Relations that the templates of the ontology find, with "we" and back-references resolved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from ..model.reading import Party
from ..model.statement import Predicate
from .antecedents import BackReference
from .entities import EntityTable
from .span import NameSpan
from .statements import StatementList
from .templates import Slot, find_slots, match_templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who "I" and "we", or "your Department", are in a letter, with the lines that show it."""

    parties: tuple[Party, ...]
    country: str | None
    evidence: tuple[tuple[int, int], ...]

    def resolve(self, words: str, predicate: Predicate) -> list[str]:
        """Return the entities that "I", "we" or "your Department" stands for as the subject of `predicate`."""
        if predicate is Predicate.PARTY_TO:
            return [self.country] if self.country else []
        if words.casefold() == "i":
            one = self.parties[0] if len(self.parties) == 1 else Party()
            return [iri for iri in (one.person or one.office,) if iri]
        bodies = [party.organisation for party in self.parties]
        if words.casefold().startswith("your"):
            return [bodies[0]] if len(bodies) == 1 and bodies[0] else []
        if len(self.parties) == 1:
            return [iri for iri in (bodies[0] or self.parties[0].office or self.parties[0].person,) if iri]
        if len(set(bodies)) == len(bodies):
            return [body for body in bodies if body] if all(bodies) else []
        # several of one body sign for themselves: two senators, not the Senate
        people = [party.person for party in self.parties]
        return [person for person in people if person] if all(people) and len(set(bodies)) == 1 else []


def find_template_relations(
    found: StatementList,
    spans: Sequence[NameSpan],
    references: Sequence[BackReference],
    table: EntityTable,
    sentences: Sequence[tuple[int, int]],
    sides: dict[str, Side],
    first_mention: Callable[[str], tuple[int, int] | None],
) -> None:
    """Add what the templates of the ontology find, back-references and "we" resolved."""
    text = found.letter.text
    for start, end in sentences:
        inside = [span for span in spans if start <= span.start and span.end <= end and not span.inner]
        back = [
            Slot(type=each.type.value, start=each.start, end=each.end)
            for each in references
            if start <= each.start and each.end <= end
        ]
        slots = [
            slot for slot in find_slots(text, start, end, inside) if not any(_overlap(slot, each) for each in back)
        ]
        slots = sorted([*slots, *back], key=lambda slot: slot.start)
        for match in match_templates(text, start, end, slots):
            ends: list[list[str]] = []
            evidence = [(start, end)]
            for number in (match.subject, match.object):
                slot = slots[number]
                iri = table.find((slot.span.start, slot.span.end)) if slot.span else None
                iris = [iri] if iri else []
                if slot.type in sides:
                    iris = sides[slot.type].resolve(text[slot.start : slot.end], match.predicate)
                    evidence += sides[slot.type].evidence
                elif slot.span is None:
                    iris = [each.entity for each in references if each.start == slot.start]
                    evidence += [shown for iri in iris if (shown := first_mention(iri))]
                ends.append(iris)
            for subject, target in product(*ends):
                found.add(
                    subject,
                    match.predicate,
                    target,
                    evidence,
                    "template",
                    polarity=match.polarity,
                    condition=match.condition,
                )


def _overlap(slot: Slot, other: Slot) -> bool:
    return slot.start < other.end and other.start < slot.end
