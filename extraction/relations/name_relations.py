"""Relations that names show by themselves or by their neighbours."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...model.entity import EntityType
from ...model.statement import Polarity, Predicate
from ..names.citations import Provision
from ..names.entities import EntityTable
from ..text.sentences import find_sentences_over
from ..text.span import NameSpan
from .body_relations import find_body_relations
from .seams import is_whole
from .statements import StatementList

_FORMER = re.compile(
    r"\b(?:former|formerly|ex-|then|previous|late|outgoing|retired|erstwhile)\s*-?(?:the\s+)?$", re.IGNORECASE
)
# "Former Home Secretary", "ex-Minister" as a whole title; not "Formal Secretary"
_FORMER_TITLE = re.compile(r"(?:former|ex|then|previous|late|outgoing|retired|erstwhile)[\s-]", re.IGNORECASE)


# what may stand between a person and an office, a person and a body
_PERSON_OFFICE = re.compile(
    r"(?:\s+(?:[A-Z]{2,4}\b,?)+)?,?\s*[(–-]?\s*(?:(?:the|our|its|your|my|as|is|who is(?: also)?|was appointed|,)\s+)*"
    r"(?P<former>(?:former|then|previous)\s+)?"
)


_OFFICE_PERSON = re.compile(
    r",?\s+(?:(?:Rt|Hon|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|the|The|Right|Honourable|Honorable|Cllr)\.?,?\s+)*"
)


# "Our Director (is Ms) Ann Lee"
_IS = re.compile(r"\s+is\s+(?:currently\s+)?(?=\S)")


_PERSON_BODY = re.compile(
    r"(?:\s+(?:[A-Z]{2,4}\b,?)+)?,?\s+(?:of|from|at)\s+(?:(?:the|my|our|your|its|their)\s+)?|\s*\((?=[A-Z])"
)


def find_name_relations(
    found: StatementList,
    spans: Sequence[NameSpan],
    provisions: Sequence[Provision],
    table: EntityTable,
    sentences: Sequence[tuple[int, int]],
) -> None:
    """Add what a name itself shows: "Article 8 of the Kyoto Protocol", "Leader of Knowsley Council"."""
    for provision in provisions:
        part = table.find((provision.start, provision.end))
        whole = table.find((provision.instrument.start, provision.instrument.end)) if provision.instrument else None
        if part is None or whole is None or provision.instrument is None:
            continue
        first = min(provision.start, provision.instrument.start)
        last = max(provision.end, provision.instrument.end)
        evidence = find_sentences_over(sentences, first, last)
        found.add(part, Predicate.PART_OF, whole, evidence, "provision")
    find_body_relations(found, spans, table, sentences)


def find_appositions(
    found: StatementList, spans: Sequence[NameSpan], table: EntityTable, sentences: Sequence[tuple[int, int]]
) -> None:
    """Add what neighbouring names show: "Helen Whately, the Minister for Care", "President Obama"."""
    outer = [span for span in spans if not span.inner]
    for start, end in sentences:
        inside = [span for span in outer if start <= span.start and span.end <= end]
        for place, (one, two) in enumerate(pairwise(inside)):
            whole = all(is_whole(found.letter.text, each, inside) for each in (one, two))
            if whole and not _in_list(found.letter.text, inside, place):
                _find_apposition(found, one, two, table, (start, end))


def _in_list(text: str, spans: Sequence[NameSpan], place: int) -> bool:
    """Tell whether two names are only the seam of two people with their offices.

    "Chair, Ann Lee" in "Jo Fox, Chair, Ann Lee, Clerk"; "Fox, Minister" in "President Fox, Minister Lee".
    """
    one, two = spans[place : place + 2]
    before, after = spans[place - 1] if place else None, spans[place + 2] if place + 2 < len(spans) else None
    if (one.type, two.type) == (EntityType.PERSON, EntityType.OFFICE):
        return after is not None and _is_title(text, two, after)
    if (one.type, two.type) != (EntityType.OFFICE, EntityType.PERSON):
        return False
    owned = (
        before is not None
        and before.type is EntityType.PERSON
        and text[before.end : one.start].strip(" ,") in {"", "MP"}
        and not _is_title(text, one, two)
    )
    owns = after is not None and after.type is EntityType.OFFICE and text[two.end : after.start].strip() == ","
    return owned or (owns and not _in_list(text, spans, place + 1))


def _is_title(text: str, office: NameSpan, person: NameSpan) -> bool:
    """Tell whether an office stands right before a person, as a title does: "President Fox"; not "Chair, Ann Lee"."""
    between = text[office.end : person.start]
    is_pair = (office.type, person.type) == (EntityType.OFFICE, EntityType.PERSON)
    return is_pair and not {",", "\n"} & set(between) and _OFFICE_PERSON.fullmatch(between) is not None


def _is_introduced(text: str, office: NameSpan, between: str) -> bool:
    """Tell whether an office before a comma is the person's behind it: "our Director, Ann Lee"; a list has no "our"."""
    article = re.search(
        r"(?:\b(?:the|our|your|its|my|his|her|their|by|then)|[’']s?)\s+$",
        text[max(office.start - 8, 0) : office.start],
        re.IGNORECASE,
    )
    return "," not in between or article is not None


def _introduces(text: str, office: NameSpan, between: str) -> bool:
    """Tell whether an office is that of the person behind it: "Minister Fox", "our Chair is Jo Fox"."""
    said = _IS.match(between)
    titles = between[said.end() - 1 :] if said else between
    return _OFFICE_PERSON.fullmatch(titles) is not None and _is_introduced(text, office, between)


def _holds_fuller(found: StatementList, person: str, title: str, table: EntityTable) -> bool:
    """Tell whether a bare title is short for an office already found: "Commissioner" for "Commissioner for Rivers"."""
    names = {entity.iri: entity.name for entity in table.entities}
    offices = (
        names.get(each.object, "")
        for each in found.found.values()
        if each.subject == person and each.predicate is Predicate.HOLDS_OFFICE
    )
    return " " not in title and any(title in name.split() and name != title for name in offices)


def _find_apposition(
    found: StatementList, one: NameSpan, two: NameSpan, table: EntityTable, sentence: tuple[int, int]
) -> None:
    text = found.letter.text
    between = text[one.end : two.start]
    first, second = table.find((one.start, one.end)), table.find((two.start, two.end))
    if first is None or second is None:
        return
    former = bool(_FORMER.search(text[max(sentence[0], one.start - 20) : one.start])) or bool(_FORMER.search(between))
    kinds = (one.type, two.type)
    person, office, body = EntityType.PERSON, EntityType.OFFICE, EntityType.ORGANISATION
    title = next((text[each.start : each.end] for each in (one, two) if each.type is office), "")
    polarity = Polarity.ENDED if former or _FORMER_TITLE.match(title) else Polarity.AFFIRMED
    if office in kinds and _holds_fuller(found, first if one.type is person else second, title, table):
        return
    if kinds == (person, office) and _PERSON_OFFICE.fullmatch(between) and (between.strip() or not between):
        found.add(first, Predicate.HOLDS_OFFICE, second, [sentence], "apposition", polarity=polarity)
    elif kinds == (office, person) and _introduces(text, one, between):
        found.add(second, Predicate.HOLDS_OFFICE, first, [sentence], "apposition", polarity=polarity)
    elif kinds == (person, body) and _PERSON_BODY.fullmatch(between):
        found.add(first, Predicate.MEMBER_OF, second, [sentence], "apposition", polarity=polarity)
