"""Relations of one letter: from head and foot, from names inside names, from apposition, from templates."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from ..model.entity import EntityType
from ..model.reading import Party
from ..model.statement import Polarity, Predicate
from ..ontology.cues import load_name_cues
from .antecedents import BackReference
from .citations import Provision
from .entities import EntityTable
from .lines import Line
from .parties import PartyBlock
from .people import to_head
from .sentences import find_sentences_over
from .span import NameSpan
from .statements import StatementList
from .templates import Slot, find_slots, match_templates

_FORMER = re.compile(
    r"\b(?:former|formerly|ex-|then|previous|late|outgoing|retired|erstwhile)\s*-?(?:the\s+)?$", re.IGNORECASE
)
# what may stand between a person and an office, an office and a body, a person and a body
_PERSON_OFFICE = re.compile(
    r"(?:\s+(?:[A-Z]{2,4}\b,?)+)?,?\s*[(–-]?\s*(?:(?:the|our|its|your|my|as|is|who is|was appointed|,)\s+)*(?P<former>(?:former|then|previous)\s+)?"
)
_OFFICE_PERSON = re.compile(
    r",?\s+(?:(?:Rt|Hon|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|the|The|Right|Honourable|Honorable|Cllr)\.?,?\s+)*"
)
_OFFICE_BODY = re.compile(r"(?:,\s+|\s+(?:of|at|for|in)\s+(?:the\s+)?|\s*[–-]\s+|\s+\()")
_PERSON_BODY = re.compile(r"(?:\s+(?:[A-Z]{2,4}\b,?)+)?\s+(?:of|from|at)\s+(?:the\s+)?|\s*\((?=[A-Z])")
# "OSCE (2014), '" before the title of a document
_YEAR_BEFORE = re.compile(r"\s?\((?P<year>(?:19|20)\d\d)\),?\s*[‘'“\"]?$")
# in a head that runs on in one line, only neighbours belong together
_RUN_ON = 120
_NEAR = 12
_AND = re.compile(r"\s*(?:,\s|\sand\s|\s&\s)\s*(?:the\s+)?$")


def find_header_relations(
    found: StatementList, blocks: Iterable[PartyBlock], lines: Sequence[Line], table: EntityTable, rule: str
) -> None:
    """Add what a letterhead, an address or a signature shows: who holds which office, in which body."""
    for block in blocks:
        body = block.bodies[0] if block.bodies else None
        for office in block.offices:
            _add(found, table, lines, block.person, Predicate.HOLDS_OFFICE, office, rule)
            _add(found, table, lines, office, Predicate.OFFICE_IN, body, rule)
        if not block.offices:
            _add(found, table, lines, block.person, Predicate.MEMBER_OF, body, rule)
        for one, two in zip(block.bodies, block.bodies[1:], strict=False):
            part, whole = (one, two) if _is_part(found, one) else (two, one)
            if _is_part(found, part) and not _is_part(found, whole):
                _add(found, table, lines, part, Predicate.PART_OF, whole, rule)


def _add(
    found: StatementList,
    table: EntityTable,
    lines: Sequence[Line],
    subject: tuple[int, int] | None,
    predicate: Predicate,
    target: tuple[int, int] | None,
    rule: str,
) -> None:
    one, two = table.find(subject), table.find(target)
    if one is None or two is None or subject is None or target is None:
        return
    touched = [line for line in lines if _touches(line, subject) or _touches(line, target)]
    apart = max(target[0] - subject[1], subject[0] - target[1])
    if len(touched) == 1 and len(touched[0].text) > _RUN_ON and apart > _NEAR:
        return
    first, last = min(touched, key=lambda line: line.start), max(touched, key=lambda line: line.end)
    near = last.start - first.end < 200
    evidence = [(first.start, last.end)] if near else sorted((line.start, line.end) for line in touched)
    found.add(one, predicate, two, evidence, rule)


def _is_part(found: StatementList, span: tuple[int, int]) -> bool:
    """Tell whether a body is by its name a part of another: a committee, a directorate, a unit, a team."""
    words = found.letter.text[slice(*span)].replace(",", " ").split()
    return any(to_head(word) in load_name_cues().parts for word in words)


def _touches(line: Line, span: tuple[int, int]) -> bool:
    return line.start < span[1] and span[0] < line.end


def find_name_relations(
    found: StatementList,
    spans: Sequence[NameSpan],
    provisions: Sequence[Provision],
    table: EntityTable,
    sentences: Sequence[tuple[int, int]],
) -> None:
    """Add what a name itself shows: "Article 8 of the Palermo Protocol", "Leader of Knowsley Council"."""
    for provision in provisions:
        part = table.find((provision.start, provision.end))
        whole = table.find((provision.instrument.start, provision.instrument.end)) if provision.instrument else None
        if part is None or whole is None or provision.instrument is None:
            continue
        first = min(provision.start, provision.instrument.start)
        last = max(provision.end, provision.instrument.end)
        evidence = find_sentences_over(sentences, first, last)
        found.add(part, Predicate.PART_OF, whole, evidence, "provision")
    for inner in (span for span in spans if span.inner):
        outer = next(
            (span for span in spans if not span.inner and span.start <= inner.start and inner.end <= span.end),
            None,
        )
        if outer is None:
            continue
        joint = found.letter.text[outer.start : inner.start].rstrip()
        behind = inner.end == outer.end and re.search(r"(?:\b(?:of|at|in)(?: the)?|,)$", joint)
        before = inner.start == outer.start and inner.concept is not None and not re.match(r"\s*Government", joint)
        office = outer.type is EntityType.OFFICE and (behind or before)
        part = outer.type is EntityType.ORGANISATION and inner.start == outer.start and _is_parliament(found, inner)
        one, two = table.find((outer.start, outer.end)), table.find((inner.start, inner.end))
        if one is not None and two is not None and (office or part):
            evidence = find_sentences_over(sentences, outer.start, outer.start + 1)
            found.add(one, Predicate.OFFICE_IN if office else Predicate.PART_OF, two, evidence, "name")


def _is_parliament(found: StatementList, span: NameSpan) -> bool:
    return bool(
        re.search(
            r"\b(?:House|Parliament|Senate|Assembly|Congress|Council|Commission|Seanad|Dáil)\b",
            found.letter.text[span.start : span.end],
        )
    )


def find_publishers(
    found: StatementList, spans: Sequence[NameSpan], table: EntityTable, sentences: Sequence[tuple[int, int]]
) -> None:
    """Add who published what: "OSCE (2014), 'Guiding Principles'"."""
    text = found.letter.text
    ending: dict[int, list[NameSpan]] = defaultdict(list)
    for span in spans:
        if span.type is EntityType.ORGANISATION:
            ending[span.end].append(span)
    for work in spans:
        if work.type not in {EntityType.DOCUMENT, EntityType.SCHEME} or work.inner:
            continue
        target = table.find((work.start, work.end))
        reach = max(work.start - 20, 0)
        cited = _YEAR_BEFORE.search(text[reach : work.start])
        cited_at = reach + cited.start() if cited else -1
        authors = ending.get(cited_at, [])
        for author in authors[:1]:
            joint = _AND.search(text[max(author.start - 12, 0) : author.start])
            authors = [*authors, *(ending.get(author.start - len(joint[0]), []) if joint else [])]
        evidence = find_sentences_over(sentences, min([work.start, *(author.start for author in authors)]), work.end)
        for author in authors:
            subject = table.find((author.start, author.end))
            if subject is not None and target is not None:
                year = cited["year"] if cited else None
                found.add(
                    subject,
                    Predicate.RUNS,
                    target,
                    evidence,
                    "publisher",
                    since=year,
                )


def find_appositions(
    found: StatementList, spans: Sequence[NameSpan], table: EntityTable, sentences: Sequence[tuple[int, int]]
) -> None:
    """Add what neighbouring names show: "Helen Whately, the Minister for Care", "President Obama"."""
    outer = [span for span in spans if not span.inner]
    for start, end in sentences:
        inside = [span for span in outer if start <= span.start and span.end <= end]
        for place, (one, two) in enumerate(pairwise(inside)):
            if not _in_list(found.letter.text, inside, place):
                _find_apposition(found, one, two, table, (start, end))


def _in_list(text: str, spans: Sequence[NameSpan], place: int) -> bool:
    """Tell whether "Chair, Ann Lee" is the seam of "Jo Fox, Chair, Ann Lee, Clerk": two people with their offices."""
    office, person = spans[place : place + 2]
    if (office.type, person.type) != (EntityType.OFFICE, EntityType.PERSON):
        return False
    before, after = spans[place - 1] if place else None, spans[place + 2] if place + 2 < len(spans) else None
    owned = (
        before is not None
        and before.type is EntityType.PERSON
        and text[before.end : office.start].strip(" ,") in {"", "MP"}
    )
    owns = after is not None and after.type is EntityType.OFFICE and text[person.end : after.start].strip() == ","
    return owned or owns


def _find_apposition(
    found: StatementList, one: NameSpan, two: NameSpan, table: EntityTable, sentence: tuple[int, int]
) -> None:
    text = found.letter.text
    between = text[one.end : two.start]
    first, second = table.find((one.start, one.end)), table.find((two.start, two.end))
    if first is None or second is None:
        return
    former = bool(_FORMER.search(text[max(sentence[0], one.start - 20) : one.start])) or bool(_FORMER.search(between))
    polarity = Polarity.ENDED if former else Polarity.AFFIRMED
    kinds = (one.type, two.type)
    person, office, body = EntityType.PERSON, EntityType.OFFICE, EntityType.ORGANISATION
    if kinds == (person, office) and _PERSON_OFFICE.fullmatch(between) and (between.strip() or not between):
        found.add(first, Predicate.HOLDS_OFFICE, second, [sentence], "apposition", polarity=polarity)
    elif kinds == (office, person) and _OFFICE_PERSON.fullmatch(between):
        found.add(second, Predicate.HOLDS_OFFICE, first, [sentence], "apposition", polarity=polarity)
    elif kinds == (office, body) and _OFFICE_BODY.fullmatch(between):
        found.add(first, Predicate.OFFICE_IN, second, [sentence], "apposition")
    elif kinds == (person, body) and _PERSON_BODY.fullmatch(between):
        found.add(first, Predicate.MEMBER_OF, second, [sentence], "apposition", polarity=polarity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who "I" and "we" are in a letter, with the lines that show it; several parties sign together."""

    parties: tuple[Party, ...]
    country: str | None
    evidence: tuple[tuple[int, int], ...]

    def resolve(self, words: str, predicate: Predicate) -> list[str]:
        """Return the entities that "I" or "we" stands for as the subject of `predicate`."""
        if predicate is Predicate.PARTY_TO:
            return [self.country] if self.country else []
        if words.casefold() == "i":
            one = self.parties[0] if len(self.parties) == 1 else Party()
            return [iri for iri in (one.person or one.office,) if iri]
        whole = (party.organisation or party.office or party.person for party in self.parties)
        return [iri for iri in whole if iri]


def find_template_relations(
    found: StatementList,
    spans: Sequence[NameSpan],
    references: Sequence[BackReference],
    table: EntityTable,
    sentences: Sequence[tuple[int, int]],
    writer: Writer,
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
                if slot.type == "we":
                    iris = writer.resolve(text[slot.start : slot.end], match.predicate)
                    evidence += writer.evidence
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
