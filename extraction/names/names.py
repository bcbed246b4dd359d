"""All finders of names over one text: what stands where they meet is decided here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text.acronyms import Definition, find_definitions
from ..text.span import NameSpan, choose_spans
from .branches import find_branches
from .citations import Provision, find_provisions
from .gazetteer import find_vocabulary_names
from .head_nouns import find_head_noun_names
from .inner_names import find_inner_names, find_owned_bodies
from .instruments import find_instruments
from .introductions import find_introduced
from .name_lists import find_listed_names
from .people import find_people
from .small_heads import find_small_head_names
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
    known = choose_spans([*certain, *laws, *listed, *people])
    titles = find_document_titles(text, known)
    heads = find_head_noun_names(text, known)
    branches = list(find_branches(text, known))
    small = list(find_small_head_names(text, known, heads, definitions))
    candidates = [*certain, *listed, *laws, *heads, *branches, *small, *titles, *people]
    introduced = _drop_defined(text, find_introduced(text, choose_spans(candidates)), definitions)
    candidates = [*introduced, *candidates]
    candidates += _drop_defined(text, find_listed_names(text, choose_spans(candidates)), definitions)
    inner = [*find_inner_names(text, candidates), *find_owned_bodies(text, candidates)]
    chosen = choose_spans([*candidates, *inner])
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
