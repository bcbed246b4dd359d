"""The vocabulary's names in running text: where they stand as whole words and mean what they mean there."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ..model.entity import EntityType
from ..ontology.cues import load_name_cues
from ..ontology.vocabulary import Concept
from .name_index import FoundName, find_bearers, find_indexed, straighten
from .span import NameSpan

_SHORT_ACRONYM = 3
# names that many states and countries use for a body of theirs
_GENERIC = re.compile(r"(?:Department|Ministry|Senate|Supreme Court|Board|Bureau|Legislature|Public Service)\b")
_WORD_BEFORE = re.compile(r"(?:^|[^.\s]\s)([A-Z][a-z]{3,})\s$")
# "-CGT" behind "FERC", "MBRRACE-" before "UK"; "-wide" and "non-" are no names
_HYPHEN_BEHIND = re.compile(r"-([A-Z]\w+)")
_HYPHEN_BEFORE = re.compile(r"\b([A-Z]\w+)-$")
# the rest of a file number: "/CEO/PARL/7" behind "KNCHR"; not "/DHSC" behind "NHS"
_FILE_NUMBER = re.compile(r"/[A-Z\d][A-Z\d/.-]*\d")
# a line of capitals, where any word looks like an acronym: "CHILDREN WHO GO"
_SHOUTED_BEFORE = re.compile(r"\b[A-Z]{4,} $")


def find_vocabulary_names(text: str) -> list[NameSpan]:
    """Return each place where a name or an acronym of the vocabulary stands as a whole word, longest first.

    "Home Office" is found in "HOME OFFICE" and "the Home Office's", not in "Home Officer". Names that are
    common words too ("Liberty") are left to the context.
    """
    even = straighten(text)
    found = [
        each
        for each in find_indexed(even)
        if each.name.is_clear and _is_whole(even, each) and not _is_somebody_elses(even, each)
    ]
    abroad = _find_abroad(found)
    spans: dict[tuple[int, int], NameSpan] = {}
    for start, end, name in found:
        if not (_is_short(name.text) and name.is_acronym and name.concept.country in abroad):
            span = NameSpan(
                start=start,
                end=end,
                type=EntityType(name.concept.type),
                rule="vocabulary",
                concept=name.concept.iri,
            )
            spans.setdefault((start, end), span)
    return sorted(spans.values(), key=lambda span: (span.start - span.end, span.start))


@cache
def find_concepts(name: str) -> tuple[Concept, ...]:
    """Return the concepts that bear `name`, ambiguous ones included."""
    return tuple(find_bearers(name))


def _is_short(name: str) -> bool:
    return len(name) <= _SHORT_ACRONYM


def _find_abroad(found: Sequence[FoundName]) -> frozenset[str]:
    """Return the countries whose short acronyms mean nothing here: another one's bodies are named, none of theirs.

    In a letter about the Reserve Bank of India and the Ministry of Rural Development, "SEC" is not the American one.
    """
    clear = {name.concept.iri: name.concept for _, _, name in found if not _is_short(name.text)}
    homes = Counter(concept.country for concept in clear.values() if concept.country)
    if not homes or max(homes.values()) < 2:
        return frozenset()
    short = {name.concept.country for _, _, name in found if _is_short(name.text) and name.concept.country}
    return frozenset(country for country in short if country and not homes[country] and country not in clear)


def _is_whole(text: str, found: FoundName) -> bool:
    start, end, name = found
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() or after.isalnum() or before == "_":
        return False
    if before == "[" and after in "]=":
        # a button of a web page, a marking
        return False
    if after in "$:/-" and (after == "$" or re.match(r":\s?@", text[end : end + 3]) or _goes_on(text, end)):
        # an amount, a label, a file number, another word
        return False
    if before == "-" and (glued := _HYPHEN_BEFORE.search(text, max(start - 20, 0), start)):
        return bool(find_concepts(glued[1]))
    if name.is_acronym and name.text.title() in load_name_cues().never and _SHOUTED_BEFORE.search(text[:start][-20:]):
        return False
    # an address of a page or of mail is no mention
    return before not in "@/" and not (after == "." and text[end + 1 : end + 2].isalpha()) and after != "@"


def _goes_on(text: str, end: int) -> bool:
    """Tell whether the word goes on behind a hyphen or a stroke: "FERC-CGT", "KNCHR/CEO/7"; not "EU-UK"."""
    glued = _HYPHEN_BEHIND.match(text, end)
    return _FILE_NUMBER.match(text, end) is not None or (glued is not None and not find_concepts(glued[1]))


def _is_somebody_elses(text: str, found: FoundName) -> bool:
    """Tell whether a national body's name is only the end of another's: "California Department of Transportation"."""
    concept = found.name.concept
    generic = concept.type == "organisation" and concept.country and _GENERIC.match(text, found.start)
    before = _WORD_BEFORE.search(text[max(found.start - 30, 0) : found.start]) if generic else None
    cues = load_name_cues()
    return before is not None and not (
        before[1] in cues.never
        or before[1] in cues.general
        or before[1] in cues.type_of_head
        or find_concepts(before[1])
    )
