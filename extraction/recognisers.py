"""Recognisers of names besides the rules: another package offers one, and its finds are marked as such.

A package offers a recogniser under the entry point group `policygraph.recognisers`: a function that takes what the
user wrote behind the colon ("spacy:FOLDER") and returns a `Recogniser`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points

from ..model.entity import Entity, EntityType
from ..model.errors import RecogniserError
from ..model.statement import Statement
from .names.names import hide_addresses
from .text.span import RECOGNISED, NameSpan

Recogniser = Callable[[str], Iterable[NameSpan]]
"""From a text to the names in it; of a span, the place and the type count."""

GROUP = "policygraph.recognisers"


@cache
def load_recogniser(wish: str) -> Recogniser:
    """Return the recogniser that `wish` (NAME:ARGUMENT) names, made once in a process.

    What it finds carries the rule "recogniser:NAME"; finds outside the text, over several lines, in web addresses
    or without a letter are dropped.

    Raises:
        RecogniserError: no installed package offers it, or it cannot be made.
    """
    name, _, argument = wish.partition(":")
    offered = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in offered:
        known = ", ".join(sorted(offered)) or "none"
        raise RecogniserError(f"{wish}: no such recogniser (installed: {known}). Write NAME:ARGUMENT, as spacy:FOLDER.")
    try:
        recognise: Recogniser = offered[name].load()(argument)
    except RecogniserError:
        raise
    except Exception as error:  # what goes wrong in another package is told as its own, not as a letter's fault
        what = f"the recogniser cannot be started ({type(error).__name__}: {error})"
        raise RecogniserError(f"{wish}: {what}. See its own documentation.") from error
    return lambda text: _find_marked(recognise, name, hide_addresses(text))


def mark_entities(entities: Iterable[Entity], spans: Iterable[NameSpan]) -> list[Entity]:
    """Return the entities, those marked that no rule has found but a recogniser."""
    rules = {(span.start, span.end): span.rule for span in spans if span.is_recognised}
    return [_mark_entity(entity, rules) for entity in entities]


def mark_statements(statements: Iterable[Statement], entities: Iterable[Entity]) -> tuple[Statement, ...]:
    """Return the statements; the rule of those about a recognised entity is "RULE+recogniser:NAME".

    The rule's record does not hold for these: it was made without the recogniser.
    """
    marks = {entity.iri: entity.recogniser for entity in entities if entity.recogniser}
    return tuple(_mark_statement(each, marks.get(each.subject) or marks.get(each.object)) for each in statements)


def find_recogniser(rule: str) -> str | None:
    """Return the recogniser that a statement's rule depends on: "spacy" in "runs-1+recogniser:spacy"."""
    _, mark, name = rule.partition(f"+{RECOGNISED}")
    return name if mark else None


def _mark_entity(entity: Entity, rules: dict[tuple[int, int], str]) -> Entity:
    found = [rules.get((mention.start, mention.end)) for mention in entity.mentions]
    first = found[0] if found else None
    if first is None or None in found:
        return entity
    return replace(entity, recogniser=first.removeprefix(RECOGNISED))


def _mark_statement(statement: Statement, recogniser: str | None) -> Statement:
    if recogniser is None:
        return statement
    return replace(statement, rule=f"{statement.rule}+{RECOGNISED}{recogniser}", confidence=None)


def _find_marked(recognise: Recogniser, name: str, text: str) -> Iterator[NameSpan]:
    for span in recognise(text):
        if not 0 <= span.start < span.end <= len(text):
            continue
        words = text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        end = span.end - (len(words) - len(words.rstrip()))
        if "\n" not in text[start:end] and any(map(str.isalpha, text[start:end])):
            yield NameSpan(start=start, end=end, type=EntityType(span.type), rule=f"{RECOGNISED}{name}")
