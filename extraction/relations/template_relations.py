"""Relations that the verbs and templates of the ontology find, with "we", "it" and back-references resolved."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from ...model.entity import EntityType
from ...model.statement import Polarity, Predicate
from ..names.entities import EntityTable
from ..text.antecedents import BackReference, Named, choose_for_pronoun, is_in_passing
from ..text.span import NameSpan, Span
from .sides import Sides
from .slots import Slot, find_slots
from .statements import StatementList
from .templates import TemplateMatch, match_templates
from .tenures import TenureFinder

_STANCES = frozenset({Predicate.SUPPORTS, Predicate.OPPOSES})
_ARTICLE = len("The ")
# "Mind has told us that (it)"
_TOLD_THAT = re.compile(
    r"\b(?:told|tells|said|says|stated|states|confirmed|confirms|informed|wrote|announced)\b[^.;:]{0,120}?\bthat $"
)
# "On behalf of the (Transport Union), I oppose"
_BEHALF = re.compile(r"\bon behalf of (?:(?:the|our) )?$", re.IGNORECASE)
# "I am writing to express our strong support"
_OUR = re.compile(
    r"\bour (?:\w+ ){0,2}(?:support|opposition|objections?|backing)\b"
    r"|\bon behalf of (?:the |our )(?:[\w.,-]+ ){0,5}(?:members|supporters|affiliates)\b",
    re.IGNORECASE,
)


def find_template_relations(
    found: StatementList,
    spans: Sequence[NameSpan],
    references: Sequence[BackReference],
    table: EntityTable,
    sentences: Sequence[Span],
    sides: Sides,
    first_mention: Callable[[str], Span | None],
) -> None:
    """Add what the verbs and templates of the ontology find, with the sentence and what shows who "we" or "it" is."""
    reader = _Reader(
        found=found,
        spans=spans,
        references=references,
        table=table,
        sentences=sentences,
        sides=sides,
        first_mention=first_mention,
    )
    reader.find_relations()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Finds what the verbs and templates say in the sentences of one letter."""

    found: StatementList
    spans: Sequence[NameSpan]
    references: Sequence[BackReference]
    table: EntityTable
    sentences: Sequence[Span]
    sides: Sides
    first_mention: Callable[[str], Span | None]

    def find_relations(self) -> None:
        text = self.found.letter.text
        named = self._find_named()
        bodies_of = {
            each.subject: each.object for each in self.found.found.values() if each.predicate is Predicate.OFFICE_IN
        }
        for place, sentence in enumerate(self.sentences):
            slots = self._find_slots(sentence)
            before = (
                self.sentences[place - 1]
                if place and "\n" not in text[self.sentences[place - 1][1] : sentence[0]]
                else None
            )
            tenures = TenureFinder(text, sentence, slots, self.found.letter.date)
            for match in match_templates(text, *sentence, slots):
                evidence = [sentence]
                ends: list[list[str]] = []
                for number, types in zip((match.subject, match.object), match.types, strict=True):
                    slot = slots[number]
                    if slot.type in {"it", "he"}:
                        other = slots[match.object if number == match.subject else match.subject]
                        near = [each for each in named if each.start != other.start]
                        iri = self._find_teller(sentence, slot, named, types) or choose_for_pronoun(
                            near, sentence, before, slot.start, types
                        )
                        ends.append([iri] if iri else [])
                        evidence += [before] if before else []
                    else:
                        ends.append(self._resolve(slot, match, evidence, bodies_of))
                self._add(match, ends, evidence, tenures)

    def _add(self, match: TemplateMatch, ends: list[list[str]], evidence: list[Span], tenures: TenureFinder) -> None:
        types = {entity.iri: entity.type.value for entity in self.table.entities}
        if match.predicate is Predicate.RUNS:
            ends = [[runner for iri in ends[0] for runner in self._to_runner(iri, types, evidence)], ends[1]]
        # "we" may be a person where only a body can be meant
        fitting = [
            [iri for iri in end if types.get(iri, "organisation") in wanted or "heading" in wanted]
            for end, wanted in zip(ends, match.types, strict=True)
        ]
        if not all(fitting):
            return
        polarity, tenure = tenures.settle(match, tenures.find(match))
        for subject, target in product(*fitting):
            self.found.add(
                subject,
                match.predicate,
                target,
                evidence,
                "template",
                polarity=polarity,
                condition=match.condition,
                since=tenure.since,
                until=tenure.until,
            )

    def _to_runner(self, iri: str, types: dict[str, str], evidence: list[Span]) -> list[str]:
        """Return who runs what `iri` is said to run: for a person the one office that the letter shows, or nobody."""
        if types.get(iri) != EntityType.PERSON:
            return [iri]
        held = [
            each
            for each in self.found.found.values()
            if each.subject == iri and each.predicate is Predicate.HOLDS_OFFICE and each.polarity is Polarity.AFFIRMED
        ]
        if len(held) != 1:
            return []
        evidence += [(passage.start, passage.end) for passage in held[0].evidence]
        return [held[0].object]

    def _find_named(self) -> list[Named]:
        text = self.found.letter.text
        spans = [
            Named(start=span.start, type=span.type.value, entity=iri, in_passing=is_in_passing(text, span.start))
            for span in self.spans
            if not span.inner and (iri := self.table.find((span.start, span.end)))
        ]
        return spans + [Named(start=each.start, type=each.type.value, entity=each.entity) for each in self.references]

    def _find_teller(self, sentence: Span, slot: Slot, named: Sequence[Named], types: frozenset[str]) -> str | None:
        """Return who opens a sentence and says in it what "it" does: "Mind has told us that it, too, opposes it"."""
        text = self.found.letter.text
        first = next((each for each in named if 0 <= each.start - sentence[0] <= _ARTICLE), None)
        told = first is not None and _TOLD_THAT.search(text, first.start, slot.start)
        return first.entity if first is not None and told and first.type in types else None

    def _find_slots(self, sentence: Span) -> list[Slot]:
        start, end = sentence
        inside = [span for span in self.spans if start <= span.start and span.end <= end and not span.inner]
        back = [
            Slot(type=each.type.value, start=each.start, end=each.end)
            for each in self.references
            if start <= each.start and each.end <= end
        ]
        if not inside and len(back) < 2:
            # a relation needs a name at one end
            return []
        named = [
            slot
            for slot in find_slots(self.found.letter.text, start, end, inside)
            if not any(slot.start < each.end and each.start < slot.end for each in back)
        ]
        return sorted([*named, *back], key=lambda slot: slot.start)

    def _resolve(self, slot: Slot, match: TemplateMatch, evidence: list[Span], bodies_of: dict[str, str]) -> list[str]:
        """Return the entities at a slot; what shows them is added to `evidence`."""
        kind = "we" if slot.type == "heading" else slot.type
        if kind in Sides.KINDS:
            words = self.found.letter.text[slot.start : slot.end]
            is_stance = match.predicate in _STANCES
            if kind == "we" and is_stance and (spoken := self._find_represented(evidence[0])):
                return spoken
            if words in {"I", "me"} and is_stance and _OUR.search(self.found.letter.text, *evidence[0]):
                words = "we"
            meant, lines = self.sides.resolve(kind, words, slot.start, match.predicate, bodies_of)
            evidence += lines
            return meant
        if slot.span is None:
            iris = [each.entity for each in self.references if each.start == slot.start]
            evidence += [shown for iri in iris if (shown := self.first_mention(iri))]
            return iris
        iri = self.table.find((slot.span.start, slot.span.end))
        return [iri] if iri else []

    def _find_represented(self, sentence: Span) -> list[str]:
        """Return the bodies in whose name the writer speaks in a sentence: "On behalf of the Transport Union, I"."""
        text = self.found.letter.text
        start, end = sentence
        places = [
            (span.start, span.end)
            for span in self.spans
            if start <= span.start and span.end <= end and span.type is EntityType.ORGANISATION and not span.inner
        ]
        return [
            iri
            for place in places
            if _BEHALF.search(text, max(start, place[0] - 25), place[0]) and (iri := self.table.find(place))
        ]
