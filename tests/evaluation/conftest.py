"""Gold and readings made by hand, in few words."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from policygraph.evaluation.gold import GoldEntity, GoldLetter, GoldRelation
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage, Polarity, Predicate, Statement

Names = Sequence[tuple[str, ...]]
Triples = Sequence[tuple[str, str, str]]


def build_gold(
    names: Names = (),
    relations: Triples = (),
    *,
    senders: Sequence[Correspondent] = (),
    recipients: Sequence[Correspondent] = (),
    date: str | None = None,
    references: Sequence[str] = (),
    subject: str | None = None,
) -> GoldLetter:
    """Return gold; each of `names` is a type and the forms of one entity, the first of them its name."""
    return GoldLetter(
        path=Path("01.txt"),
        is_complete=True,
        senders=tuple(senders),
        recipients=tuple(recipients),
        date=date,
        references=tuple(references),
        subject=subject,
        entities=tuple(GoldEntity(type=kind, name=forms[0], forms=tuple(forms)) for kind, *forms in names),
        relations=tuple(GoldRelation(subject=one, predicate=verb, object=two) for one, verb, two in relations),
    )


def build_reading(
    names: Names = (),
    relations: Triples = (),
    *,
    rule: str = "some-rule",
    polarity: Polarity = Polarity.AFFIRMED,
    letter: Letter | None = None,
) -> Reading:
    """Return a reading with entities and statements in the same form; names serve as IRIs."""
    held = letter or Letter(iri="letter", text="", anchors=())
    passage = Passage(letter=held.iri, start=0, end=0, quote="")
    return Reading(
        letter=held,
        entities=tuple(
            Entity(
                iri=forms[0],
                type=EntityType(kind),
                name=forms[0],
                mentions=tuple(Mention(text=form, start=0, end=len(form)) for form in forms),
            )
            for kind, *forms in names
        ),
        statements=tuple(
            Statement(
                id=f"{one} {verb} {two}",
                subject=one,
                predicate=Predicate(verb),
                object=two,
                evidence=(passage,),
                rule=rule,
                polarity=polarity,
            )
            for one, verb, two in relations
        ),
    )


@pytest.fixture
def make_gold() -> Callable[..., GoldLetter]:
    return build_gold


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    return build_reading
