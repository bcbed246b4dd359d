"""All finders of names over one text: what stands where they meet is decided here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.entity import EntityType
from ..ontology.cues import load_name_cues
from .acronyms import Definition, find_definitions
from .branches import find_branches
from .citations import Provision, find_instruments, find_provisions
from .gazetteer import find_vocabulary_names
from .head_nouns import find_head_noun_names
from .introductions import find_introduced
from .name_lists import find_listed_names
from .people import find_people
from .small_heads import find_small_head_names
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
    branches = list(find_branches(text, known))
    small = list(find_small_head_names(text, known, definitions))
    candidates = [*certain, *listed, *laws, *heads, *branches, *small, *titles, *people]
    introduced = _drop_defined(text, find_introduced(text, choose_spans(candidates)), definitions)
    candidates = [*introduced, *candidates]
    candidates += _drop_defined(text, find_listed_names(text, choose_spans(candidates)), definitions)
    chosen = choose_spans([*candidates, *_find_inner(text, candidates)])
    return Names(
        spans=tuple(chosen),
        provisions=tuple(find_provisions(text, chosen)),
        definitions=tuple(definitions),
    )


def hide_addresses(text: str) -> str:
    """Return `text`, as long as it is, with web and mail addresses blotted out: they name nothing."""
    return _URL.sub(lambda match: "_" * len(match[0]), text)


def _drop_defined(text: str, spans: Iterable[NameSpan], definitions: Sequence[Definition]) -> list[NameSpan]:
    """Return the spans without acronyms that the text defines: their long forms say what they are."""
    short = {definition.short for definition in definitions}
    return [span for span in spans if text[span.start : span.end] not in short]


def _find_inner(text: str, candidates: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the bodies inside offices, committees and documents: they are named too.

    "Cork University" in "Cork University Hospital" is no body there, "Senate" in "Senate Health Committee" is one.
    """
    outer: dict[int, NameSpan] = {}
    for span in sorted(candidates, key=lambda span: span.end - span.start):
        if span.type in _HOLDS_OTHERS:
            outer.update(dict.fromkeys(range(span.start, span.end), span))
    for span in candidates:
        whole = outer.get(span.start, span)
        longer = whole.end - whole.start > span.end - span.start
        if span.type is EntityType.ORGANISATION and longer and not _is_beginning(text, span, whole):
            yield NameSpan(
                start=span.start,
                end=span.end,
                type=span.type,
                rule=span.rule,
                concept=span.concept,
                inner=True,
            )


def _is_beginning(text: str, span: NameSpan, whole: NameSpan) -> bool:
    """Tell whether a body's name is only the first words of another's."""
    if whole.type is not EntityType.ORGANISATION or span.start != whole.start:
        return False
    rest = text[span.end : whole.end]
    if span.rule != "head-noun":
        return rest.lower().startswith((" of ", " for ", " on ", " and "))
    return rest[:1] == " " and rest[1:2].isupper() and load_name_cues().parts.isdisjoint(rest.split())


_HOLDS_OTHERS = frozenset({EntityType.OFFICE, EntityType.ORGANISATION, EntityType.DOCUMENT, EntityType.SCHEME})
