"""Names whose head is written small: "the Crisis Wales pilot", "the Warm Wales programme", "the Welsh government"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..model.entity import EntityType
from ..ontology.cues import NameCues, load_name_cues
from .acronyms import Definition
from .span import NameSpan

# "ADEP", "LobbyFacts", "e-Learn": a word that can only be a name
_MARKED = re.compile(r"[A-Z]{3,}\d*|[A-Z][a-z]+[A-Z]\w*|[A-Z]\w*\d\w*|e-[A-Z]\w+")
_OWNERS = frozenset({EntityType.ORGANISATION, EntityType.OFFICE})
_POSSESSIVE = re.compile(r"(\w+)[’']s\s+")


def find_small_head_names(
    text: str, known: Sequence[NameSpan], heads: Sequence[NameSpan], definitions: Sequence[Definition]
) -> Iterator[NameSpan]:
    """Yield names whose head is written small; `known` are sure names, `heads` those that a head noun tells.

    "UK programme" and "the Home Office policy" name nothing: a body or a country alone makes no name. "the Ely Council
    strategy" is any of its strategies.
    """
    cues = load_name_cues()
    for match in _pattern().finditer(text):
        pieces = [span for span in known if span.start < match.end("name") and match.start("name") < span.end]
        start = _find_start(match, cues)
        pieces = [span for span in pieces if span.end > start]
        words = [word for word in text[start : match.end("name")].split() if word not in cues.joiners]
        free = [word for word in words if not any(word in text[span.start : span.end] for span in pieces)]
        telling = [word for word in free if word not in cues.general]
        governs = match["head"] == "government" and len(words) == 1 and words[0] in cues.demonyms
        marked = not pieces and len(words) == 1 and _MARKED.fullmatch(words[0])
        named = match["head"] != "government" and (len(telling) + len(pieces) >= 2 or marked)
        covered = any(span.type is EntityType.SCHEME and span.start <= start for span in pieces)
        owned = match["name"].endswith(("’s", "'s"))
        kind = EntityType(cues.small_heads[match["head"]])
        if kind is EntityType.DOCUMENT and (not telling or _is_owned(heads, start, match.end("name"))):
            continue
        if (governs or named) and not covered and not owned:
            # "the Passenger Assist scheme" is Passenger Assist; "the Refugee Action pilot" needs its last word
            whole = pieces or match["head"] == "government" or kind is EntityType.DOCUMENT
            end = match.end() if whole else match.end("name")
            yield NameSpan(start=start, end=end, type=kind, rule="small-head")
    for definition in definitions:
        found = _tail().search(text[definition.long_start : definition.long_end])
        if found and not any(span.start < definition.long_end and definition.long_start < span.end for span in known):
            kind = EntityType(cues.small_heads[found["head"]])
            yield NameSpan(start=definition.long_start, end=definition.long_end, type=kind, rule="defined-acronym")


def _is_owned(heads: Sequence[NameSpan], start: int, end: int) -> bool:
    """Tell whether the words are but a body or an office, whose report or strategy is meant."""
    return any(span.end == end and span.start <= start and span.type in _OWNERS for span in heads)


def _find_start(match: re.Match[str], cues: NameCues) -> int:
    """Return where the name starts: behind "Any", and behind whose it is ("the Home Office's Warm Homes pilot")."""
    start, end = match.span("name")
    for owned in _POSSESSIVE.finditer(match.string, start, end):
        if owned[1] not in cues.possessors:
            start = owned.end()
    while (word := re.match(r"\S+\s+", match.string[start:end])) and word[0].strip() in cues.never:
        start += word.end()
    return start


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(load_name_cues().small_heads)
    word = r"(?:[A-Z][\w’'-]*|e-[A-Z]\w+|&)"
    return re.compile(
        rf"(?<![\w-])(?P<name>{word}(?:\s+(?:(?:and|of|for|at|in)\s+)?{word}){{0,5}})\s+(?P<head>{heads})\b"
    )


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"(?:\s+[a-z]+){0,4}?\s+(?P<head>" + "|".join(load_name_cues().small_heads) + r")\s*$")
