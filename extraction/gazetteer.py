"""The vocabulary's names in running text, by an Aho–Corasick automaton over overlapping matches."""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ..model.entity import EntityType
from ..ontology.cues import load_name_cues
from ..ontology.vocabulary import Concept, load_vocabulary
from .span import NameSpan

_STRAIGHT = str.maketrans("’‘–‐\u00a0", "''-- ")
_SHORTEST_CAPITALS = 8
# names that many states and countries use for a body of theirs
_GENERIC = re.compile(r"(?:Department|Ministry|Senate|Supreme Court|Board|Bureau|Legislature|Public Service)\b")
_WORD_BEFORE = re.compile(r"(?:^|[^.\s]\s)([A-Z][a-z]{3,})\s$")


def find_vocabulary_names(text: str) -> list[NameSpan]:
    """Return each place where a name or an acronym of the vocabulary stands as a whole word, longest first.

    "Home Office" is found in "HOME OFFICE" and "the Home Office's", not in "Home Officer". Names that are
    common words too ("Liberty") are left to the context.
    """
    automaton, concepts = _automaton()
    even = text.translate(_STRAIGHT)
    spans = [
        NameSpan(
            start=start,
            end=end,
            type=EntityType(concepts[number].type),
            rule="vocabulary",
            concept=concepts[number].iri,
        )
        for number, start, end in automaton.find_matches_as_indexes(even, overlapping=True)
        if _is_whole(even, start, end) and not _is_somebody_elses(even, start, concepts[number])
    ]
    return sorted(spans, key=lambda span: (span.start - span.end, span.start))


@cache
def find_concepts(name: str) -> tuple[Concept, ...]:
    """Return the concepts that bear `name`, ambiguous ones included."""
    return _by_name().get(_even(name), ())


@cache
def _by_name() -> dict[str, tuple[Concept, ...]]:
    table: dict[str, tuple[Concept, ...]] = {}
    for concept in load_vocabulary().values():
        for name in (*concept.names, *concept.acronyms):
            table[_even(name)] = (*table.get(_even(name), ()), concept)
    return table


@cache
def _automaton() -> tuple[AhoCorasick, list[Concept]]:
    forms: dict[str, Concept] = {}
    for concept in load_vocabulary().values():
        if concept.ambiguous:
            continue
        for name in concept.names:
            bare = name.removeprefix("The ").translate(_STRAIGHT)
            forms.setdefault(bare, concept)
            forms.setdefault(bare.replace(" and ", " & "), concept)
            if len(bare) >= _SHORTEST_CAPITALS:
                forms.setdefault(bare.upper(), concept)
        for acronym in concept.acronyms:
            forms.setdefault(acronym, concept)
    return AhoCorasick(list(forms), matchkind=MatchKind.Standard), list(forms.values())


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() or after.isalnum() or before == "_":
        return False
    if (before == "[" and after == "]") or re.match(r":\s?@", text[end : end + 3]) or after == "$":
        # a button of a web page, a label, an amount
        return False
    # an address of a page or of mail is no mention
    return before not in "@/" and not (after == "." and text[end + 1 : end + 2].isalpha()) and after != "@"


def _is_somebody_elses(text: str, start: int, concept: Concept) -> bool:
    """Tell whether a national body's name is only the end of another's: "California Department of Transportation"."""
    generic = concept.type == "organisation" and concept.country and _GENERIC.match(text, start)
    before = _WORD_BEFORE.search(text[max(start - 30, 0) : start]) if generic else None
    cues = load_name_cues()
    return before is not None and not (
        before[1] in cues.never
        or before[1] in cues.general
        or before[1] in cues.type_of_head
        or find_concepts(before[1])
    )


def _even(name: str) -> str:
    return " ".join(name.translate(_STRAIGHT).removeprefix("The ").removeprefix("the ").split())
