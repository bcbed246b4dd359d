"""The card of an entity: what it is, its other names, and every fact on it with the words behind it."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..graph.entity_card import Appearance, EntityCard, Fact
from ..graph.entity_sayings import Part, Saying
from ..graph.quads.judgement_quads import Ruling
from ..graph.storage.background import Background
from ..graph.storage.quotation import Quotation
from ..model.ask import Ask
from ..model.commitment import Commitment
from ..model.figure import Figure
from ..model.position import Position
from .fact import render_fact
from .identifier import render_id
from .passage import render_quotation
from .phrases import render_kind
from .saying import render_saying, render_status

_TITLES = {
    (Ask, Part.ASKS): ("ask", "Asks made"),
    (Ask, Part.IS_ASKED): ("ask", "Asks received"),
    (Ask, Part.NAMED): ("ask", "Asks about this"),
    (Commitment, Part.PROMISES): ("commitment", "Promises made"),
    (Commitment, Part.NAMED): ("commitment", "Promises about this"),
    (Position, Part.STANDS): ("position", "Positions taken"),
    (Position, Part.NAMED): ("position", "Positions on this"),
    (Figure, Part.NAMED): ("figure", "Figures about this"),
}


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
    if len(card.iris) == 1:
        yield _render_ids(render_id("name", card.iris[0]), 2)
    for reason in card.same:
        yield _indent(Text(f"one across letters: {reason}"), 2)


def _render_sections(card: EntityCard) -> Iterator[RenderableType]:
    sections = (
        ("Facts", map(_render_fact, card.facts)),
        ("Denied or ended", map(_render_fact, card.denied)),
        *((title, map(_render_saying, sayings)) for title, sayings in _group_sayings(card.sayings)),
        ("Problems to check", (_indent(Text(doubt), 2) for doubt in card.doubts)),
        ("Letters", (_render_appearance(each, has_names=len(card.iris) > 1) for each in card.appearances)),
        ("Background, from the vocabulary and not from a letter", map(_render_background, card.background)),
    )
    for title, content in sections:
        parts = list(content)
        if parts:
            yield Text(f"\n{title}", style="bold")
            yield from parts


def _render_fact(fact: Fact) -> RenderableType:
    sentence = Text(render_fact(fact, fact.subject, fact.object, fact.object_type))
    ids = _render_ids(render_id("fact", fact.id, fact.ruling), 4)
    return Group(_indent(sentence, 2), *_render_evidence(fact.evidence), ids)


def _render_saying(saying: Saying) -> RenderableType:
    heading, answer = Text(render_saying(saying)), saying.answer
    ids = [render_id(_find_title(saying)[0], saying.item.iri, saying.ruling)]
    status = []
    if answer is not None:
        status = [_indent(Text(f"{render_status(answer.status, answer.standing)}. {answer.reason}"), 4)]
        ruling = Ruling(standing=answer.standing, judgement=answer.judgement, notes=answer.notes)
        ids.append(render_id("status", answer.iri, ruling))
    return Group(_indent(heading, 2), *_render_evidence(saying.evidence), *status, _render_ids(", ".join(ids), 4))


def _group_sayings(sayings: Iterable[Saying]) -> Iterator[tuple[str, list[Saying]]]:
    groups: dict[str, list[Saying]] = {title: [] for _, title in _TITLES.values()}
    for saying in sayings:
        groups[_find_title(saying)[1]].append(saying)
    return iter(groups.items())


def _find_title(saying: Saying) -> tuple[str, str]:
    return _TITLES[type(saying.item), saying.part]


def _render_appearance(appearance: Appearance, *, has_names: bool) -> RenderableType:
    role = Text(appearance.role.value)
    names = [render_id("name", iri) for iri in appearance.names] if has_names else []
    ids = _render_ids(", ".join([render_id("letter", appearance.letter), *names]), 4)
    return Group(_indent(role, 2), *_render_evidence(appearance.evidence), ids)


def _render_background(background: Background) -> RenderableType:
    return _indent(Text(f"{background.relation}: {background.value}", style="dim"), 2)


def _render_evidence(evidence: Iterable[Quotation]) -> Iterator[RenderableType]:
    return (render_quotation(quotation, indent=4) for quotation in evidence)


def _render_ids(ids: str, columns: int) -> RenderableType:
    return _indent(Text(ids, style="dim"), columns)


def _indent(text: Text, columns: int) -> RenderableType:
    return Padding(text, (0, 0, 0, columns))
