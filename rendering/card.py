"""The card of an entity: what it is, its other names, and every fact on it with the words behind it."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..graph.background import Background
from ..graph.entity_card import Appearance, EntityCard, Fact
from ..graph.quotation import Quotation
from .fact import render_fact
from .passage import render_quotation
from .phrases import render_kind


def render_cards(cards: Iterable[EntityCard]) -> RenderableType:
    """Return one card after the other."""
    return Group(*map(render_card, cards))


def render_card(card: EntityCard) -> RenderableType:
    """Return a card; a section without content is left out."""
    heading = Text.assemble((card.name, "bold"), f" ({render_kind(card.type)})")
    return Group(heading, *_render_names(card), *_render_sections(card), Text())


def to_missing_message(name: str, nearest: Iterable[str]) -> str:
    """Return what to say when no letter names `name`."""
    near = ", ".join(f"“{other}”" for other in nearest)
    hint = f"The nearest names are {near}." if near else "`policygraph search` looks for words in the letters."
    return f"{name}: no letter in the store names this. {hint}"


def _render_names(card: EntityCard) -> Iterator[RenderableType]:
    if card.other_names:
        yield _indent(Text(f"also: {'; '.join(card.other_names)}"), 2)
    if card.recogniser:
        yield _indent(Text(f"found by the recogniser {card.recogniser}, not by a rule"), 2)
    for reason in card.same:
        yield _indent(Text(f"one across letters: {reason}"), 2)


def _render_sections(card: EntityCard) -> Iterator[RenderableType]:
    sections = (
        ("Facts", map(_render_fact, card.facts)),
        ("Denied or ended", map(_render_fact, card.denied)),
        ("Problems to check", (_indent(Text(doubt), 2) for doubt in card.doubts)),
        ("Letters", map(_render_appearance, card.appearances)),
        ("Background, from the vocabulary and not from a letter", map(_render_background, card.background)),
    )
    for title, content in sections:
        parts = list(content)
        if parts:
            yield Text(f"\n{title}", style="bold")
            yield from parts


def _render_fact(fact: Fact) -> RenderableType:
    sentence = Text(render_fact(fact, fact.subject, fact.object))
    return Group(_indent(sentence, 2), *_render_evidence(fact.evidence))


def _render_appearance(appearance: Appearance) -> RenderableType:
    role = Text(appearance.role.value)
    return Group(_indent(role, 2), *_render_evidence(appearance.evidence))


def _render_background(background: Background) -> RenderableType:
    return _indent(Text(f"{background.relation}: {background.value}", style="dim"), 2)


def _render_evidence(evidence: Iterable[Quotation]) -> Iterator[RenderableType]:
    return (render_quotation(quotation, indent=4) for quotation in evidence)


def _indent(text: Text, columns: int) -> RenderableType:
    return Padding(text, (0, 0, 0, columns))
