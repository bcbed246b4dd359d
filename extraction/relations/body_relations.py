"""What the names of bodies and offices show by standing inside or beside each other: whose part, whose office."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model.entity import EntityType
from ...model.statement import Predicate
from ...ontology.cues import load_name_cues
from ...ontology.relations import load_relation_cues
from ...ontology.vocabulary import load_vocabulary
from ..names.entities import EntityTable
from ..names.office_bodies import find_office_bodies
from ..text.antecedents import find_nearest
from ..text.person_words import to_head
from ..text.sentences import find_sentences_over
from ..text.span import NameSpan
from .statements import StatementList

_OFFICE, _BODY = EntityType.OFFICE, EntityType.ORGANISATION
# "Chair of the", "Director,", "Secretary to the"; not "Ambassador to the"
_OFFICE_JOINT = re.compile(
    r"(?:\b(?:of|at|in|within)(?: the)?|,|[’']s|(?:Secretary|Adviser|Advisor|Clerk|Counsel) to(?: the)?)$"
)
_OF_JOINT = re.compile(r"(?: \([^()]{1,20}\))? (?:of|at|within) (?:the )?")
_COMMA_JOINT = re.compile(r"(?: \([^()]{1,20}\))?, (?:the )?")
_OFFICE_OWNER = re.compile(r"[’']s? (?:own |new |current |deputy )?| ")
# "Clerk of the Committee": a name behind that is said only by its head
_BARE_BODY = re.compile(r"\b(?:of|to) the (?P<head>[A-Z][a-z]+(?: [A-Z][a-z]+)?)$")
# "President of the [European University] (Association)", "Chair of the [Home Office] (Science)"
_NAME_GOES_ON = re.compile(r"[ -][A-Z]")
# "Annual Report of the (Audit Office)"; not "Review of the (Audit Office)", which may be somebody else's
_BY = re.compile(
    r"\b(?:Report|Reports|Opinion|Statement|Recommendations?|Observations|Communication) (?:of|by)(?: the)?$"
)
# "(GAO) Liaison", "(WHO) Representative to India": who is sent to a body, or by it
_SENT = re.compile(r"\b(?:Liaison|Ambassador|Envoy)\b|\bRepresentative (?:to|in)\b")
_AND_BODY = re.compile(r" and (?:the )?")
_LIST_GOES_ON = re.compile(r"(?: \([^()]{1,20}\))?,? (?:and|&) ")

Relation = tuple[NameSpan, Predicate, NameSpan]


def find_body_relations(
    found: StatementList, spans: Sequence[NameSpan], table: EntityTable, sentences: Sequence[tuple[int, int]]
) -> None:
    """Add "HHS Office of Inspector General" partOf HHS, "Leader of Knowsley Council" officeIn Knowsley Council."""
    text = found.letter.text
    held = [(office, Predicate.OFFICE_IN, body) for office, body in find_office_bodies(text, spans)]
    for part, predicate, whole in [*_find_nested(text, spans), *_find_neighbours(text, spans), *held]:
        one, two = table.find((part.start, part.end)), table.find((whole.start, whole.end))
        if one is not None and two is not None:
            evidence = find_sentences_over(sentences, min(part.start, whole.start), max(part.end, whole.end))
            found.add(one, predicate, two, evidence, "name")
    _find_bare_bodies(found, spans, table, sentences)


def _find_nested(text: str, spans: Sequence[NameSpan]) -> Iterator[Relation]:
    """Yield what a name shows that holds another: "Chair of the European Parliament's Committee on Petitions"."""
    outer = [span for span in spans if not span.inner]
    place = 0
    for inner in sorted(span for span in spans if span.inner):
        while place < len(outer) and outer[place].end <= inner.start:
            place += 1
        if place == len(outer) or not (outer[place].start <= inner.start and inner.end <= outer[place].end):
            continue
        holder = outer[place]
        front, behind = text[holder.start : inner.start].rstrip(), text[inner.end : holder.end]
        if holder.type is _OFFICE:
            acronym = text[inner.start : inner.end].isupper() and " " not in text[inner.start : inner.end]
            named = not front and (inner.concept is not None or acronym) and not re.match(r"\s*Government", behind)
            named = named and not _SENT.search(behind)
            owns = behind.startswith(("'s", "’s"))
            goes_on = bool(front) and _NAME_GOES_ON.match(behind)
            if (named or _OFFICE_JOINT.search(front)) and not ((owns and front) or goes_on):
                yield holder, Predicate.OFFICE_IN, inner
        elif holder.type is EntityType.DOCUMENT and inner.type in {_BODY, _OFFICE} and not behind:
            if _BY.search(front):
                yield inner, Predicate.RUNS, holder
        elif holder.type is _BODY and _may_be_part(holder, inner):
            is_last = _goes_on(front) and not _NAME_GOES_ON.match(behind)
            if is_last if front else _is_part_of(text[inner.start : inner.end], behind):
                yield holder, Predicate.PART_OF, inner
    inside = sorted(span for span in spans if span.inner and span.type is _BODY)
    for one, two in pairwise(inside):
        between = text[one.end : two.start]
        if between in {"'s ", "’s "}:
            yield two, Predicate.PART_OF, one
        elif _OF_JOINT.fullmatch(between) and _has_head(text[one.start : one.end], "parts", "committees"):
            yield one, Predicate.PART_OF, two


def _may_be_part(holder: NameSpan, inner: NameSpan) -> bool:
    """Tell whether the vocabulary lets a body be part of the one in its name: what it knows, it knows the whole of."""
    concept = load_vocabulary()[holder.concept] if holder.concept else None
    return concept is None or (inner.concept is not None and concept.parent == inner.concept)


def _goes_on(front: str) -> bool:
    """Tell whether a name goes on with the body that it is part of: "Welsh Committee of the [Trades Congress]"."""
    return bool(re.search(r"\bof(?: the)?$", front)) and _has_head(front, "parts", "committees")


def _is_part_of(body: str, behind: str) -> bool:
    """Tell whether what stands behind a body in one name is a part of it.

    An office is, a committee only a parliament's: the Treasury Committee is no part of the Treasury, and the
    Government Accountability Office none of the government.
    """
    if to_head(body.split()[-1]) == "Government" or (len(behind.split()) < 2 and not body.isupper()):
        return False
    owned = behind.startswith(("'s", "’s")) or _has_head(body, "parliaments")
    return _has_head(behind, "parts") or (owned and _has_head(behind, "committees"))


def _find_neighbours(text: str, spans: Sequence[NameSpan]) -> Iterator[Relation]:
    """Yield what two names beside each other show: "Mind's Director", "Road Division, Ministry of Transport"."""
    # "(DDWS)" behind a name is the name again
    outer = [span for span in spans if not span.inner and text[span.start - 1 : span.start] != "("]
    for place, (one, two) in enumerate(pairwise(outer)):
        between = text[one.end : two.start]
        if len(between) > 30 or "\n" in between:
            continue
        kinds = (one.type, two.type)
        before = outer[place - 1] if place else None
        if kinds == (_BODY, _OFFICE) and _OFFICE_OWNER.fullmatch(between):
            yield two, Predicate.OFFICE_IN, one
        elif kinds == (_BODY, _BODY):
            words, whole = text[one.start : one.end], text[two.start : two.end]
            shared = _find_shared(text, two, spans) if _AND_BODY.fullmatch(between) else None
            if shared is not None and _has_head(words, "committees") and _has_head(whole, "committees"):
                yield one, Predicate.PART_OF, shared
            if _COMMA_JOINT.fullmatch(between) and not _LIST_GOES_ON.match(text, two.end):
                listed = before is not None and before.type is _BODY and text[before.end : one.start].strip() == ","
                if not listed and _has_head(words, "parts", "committees") and _has_head(whole, "wholes", "parliaments"):
                    yield one, Predicate.PART_OF, two


def _find_shared(text: str, second: NameSpan, spans: Sequence[NameSpan]) -> NameSpan | None:
    """Return the parliament of two committees: "the Health Committee and the Rail Committee of the [Senate]"."""
    inner = [each for each in spans if each.inner and each.type is _BODY and second.start < each.start < second.end]
    wholes = [each for each in inner if _has_head(text[each.start : each.end], "parliaments")]
    return wholes[0] if len(wholes) == 1 and wholes[0].end == second.end else None


def _find_bare_bodies(
    found: StatementList, spans: Sequence[NameSpan], table: EntityTable, sentences: Sequence[tuple[int, int]]
) -> None:
    """Add the body of "Clerk of the Committee" where only one committee can be meant."""
    text = found.letter.text
    for office in (span for span in spans if span.type is _OFFICE and not span.inner):
        bare = _BARE_BODY.search(text[office.start : office.end])
        is_body = bare is not None and load_name_cues().type_of_head.get(bare["head"].split()[-1]) == "organisation"
        if bare is None or not is_body or any(span.inner and office.start <= span.start < office.end for span in spans):
            continue
        body = find_nearest(text, table.entities, bare["head"], "organisation", office.start)
        one = table.find((office.start, office.end))
        if body is not None and one is not None:
            named = body.mentions[0]
            evidence = find_sentences_over(sentences, office.start, office.end)
            evidence += find_sentences_over(sentences, named.start, named.end)
            found.add(one, Predicate.OFFICE_IN, body.iri, evidence, "name")


def _has_head(words: str, *kinds: str) -> bool:
    bodies = load_relation_cues().bodies
    heads = {to_head(word) for word in words.replace(",", " ").split()}
    return any(not heads.isdisjoint(bodies[kind]) for kind in kinds)
