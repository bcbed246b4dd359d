"""All finders of names over one text: what stands where they meet is decided here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.entity import EntityType
from ..ontology.cues import load_name_cues
from .acronyms import Definition, find_definitions
from .citations import Provision, find_instruments, find_provisions
from .gazetteer import find_vocabulary_names
from .head_nouns import find_head_noun_names
from .people import find_people
from .span import NameSpan, choose_spans
from .titles import find_document_titles

_URL = re.compile(r"(?:https?://|www\.)[^\s<>]+|(?<![^\s<>@])[^\s<>@]{1,80}@[^\s<>@]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a text: spans in order, provisions, and the short forms that the text defines."""

    spans: tuple[NameSpan, ...]
    provisions: tuple[Provision, ...]
    definitions: tuple[Definition, ...]


def find_names(text: str, certain: Sequence[NameSpan] = ()) -> Names:
    """Return what `text` names; `certain` are spans that the letter's head and foot have settled already."""
    text = hide_addresses(text)
    definitions = find_definitions(text)
    laws = find_instruments(text)
    people = find_people(text)
    listed = find_vocabulary_names(text)
    titles = find_document_titles(text)
    known = choose_spans([*certain, *laws, *listed, *people])
    heads = find_head_noun_names(text, known)
    small = list(_find_small_heads(text, known, definitions))
    candidates = [*certain, *listed, *laws, *heads, *small, *titles, *people]
    chosen = choose_spans([*candidates, *_find_inner(candidates)])
    return Names(
        spans=tuple(chosen),
        provisions=tuple(find_provisions(text, chosen)),
        definitions=tuple(definitions),
    )


def hide_addresses(text: str) -> str:
    """Return `text`, as long as it is, with web and mail addresses blotted out: they name nothing."""
    return _URL.sub(lambda match: "_" * len(match[0]), text)


def _find_inner(candidates: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the bodies inside offices, committees and documents: they are named too."""
    reach: dict[int, int] = {}
    for span in candidates:
        if span.type in _HOLDS_OTHERS:
            for offset in range(span.start, span.end):
                reach[offset] = max(reach.get(offset, 0), span.end - span.start)
    for span in candidates:
        if span.type is EntityType.ORGANISATION and reach.get(span.start, 0) > span.end - span.start:
            yield NameSpan(
                start=span.start,
                end=span.end,
                type=span.type,
                rule=span.rule,
                concept=span.concept,
                inner=True,
            )


# "Canadian", "Israeli", "Dutch", "British", "Chinese": whose government it is
_DEMONYM = re.compile(r"(?:an|ish|ese|eli|aqi|ani|tch|nch|ch|eek|wi|ois|ino)$")
_HOLDS_OTHERS = frozenset({EntityType.OFFICE, EntityType.ORGANISATION, EntityType.DOCUMENT, EntityType.SCHEME})


def _find_small_heads(text: str, known: Sequence[NameSpan], definitions: Sequence[Definition]) -> Iterator[NameSpan]:
    """Yield names whose head is written small: "the Crisis Wales pilot", "the Warm Wales programme".

    "UK programme" and "the Home Office policy" name nothing: a body or a country alone makes no name.
    """
    cues = load_name_cues()
    pattern = re.compile(
        rf"(?<![\w-])(?P<name>[A-Z][\w’'-]*(?:\s+(?:(?:and|of|for|at|in)\s+)?[A-Z][\w’'-]*){{0,5}})\s+(?P<head>{'|'.join(cues.small_heads)})\b"
    )
    for match in pattern.finditer(text):
        start = match.start("name")
        words = [word for word in match["name"].split() if word not in cues.joiners]
        while words and words[0] in cues.never:
            start += len(words.pop(0))
            start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip())
        pieces = [span for span in known if span.start < match.end("name") and start < span.end]
        free = [word for word in words if not any(word in text[span.start : span.end] for span in pieces)]
        telling = [word for word in free if word not in cues.general]
        governs = match["head"] == "government" and len(words) == 1 and _DEMONYM.search(words[0])
        named = match["head"] != "government" and len(telling) + len(pieces) >= 2
        if (governs or named) and not any(span.type is EntityType.SCHEME for span in pieces):
            # "the Passenger Assist scheme" is Passenger Assist; "the Refugee Action pilot" needs its last word
            end = match.end() if pieces or match["head"] == "government" else match.end("name")
            kind = EntityType(cues.small_heads[match["head"]])
            yield NameSpan(start=start, end=end, type=kind, rule="small-head")
    for definition in definitions:
        tail = re.compile(r"(?:\s+[a-z]+){0,4}?\s+(?P<head>" + "|".join(cues.small_heads) + r")\s*$")
        if (found := tail.search(text[definition.long_start : definition.long_end])) and not any(
            span.start < definition.long_end and definition.long_start < span.end for span in known
        ):
            yield NameSpan(
                start=definition.long_start,
                end=definition.long_end,
                type=EntityType(cues.small_heads[found["head"]]),
                rule="defined-acronym",
            )
