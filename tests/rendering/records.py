"""Records that the tests of this folder render."""

from policygraph.graph.background import Background
from policygraph.graph.entity_card import Appearance, EntityCard, Fact, Role
from policygraph.graph.quotation import Quotation
from policygraph.model.entity import EntityType
from policygraph.model.statement import Polarity, Predicate

LETTER = "https://w3id.org/policygraph/letter/1"
QUOTE = "The Department runs the\nWater [bold]Restoration[/bold] Fund."


def build_quotation(quote: str = QUOTE, page: int | None = None) -> Quotation:
    return Quotation(
        letter=LETTER,
        start=10,
        end=10 + len(quote),
        quote=quote,
        date="2025-05-14",
        source="letters/a.txt",
        line=12,
        page=page,
        citation=f'Ann Lee → Bo Ray, 14 May 2025, "{" ".join(quote.split())}" (letters/a.txt, line 12)',
    )


def build_fact(polarity: Polarity = Polarity.AFFIRMED, condition: str | None = None) -> Fact:
    return Fact(
        subject="Department",
        predicate=Predicate.RUNS,
        object="Water Restoration Fund",
        polarity=polarity,
        since="2021",
        until=None,
        condition=condition,
        rule="template",
        evidence=(build_quotation(),),
    )


def build_card() -> EntityCard:
    return EntityCard(
        type=EntityType.SCHEME,
        name="Water Restoration Fund",
        other_names=("Restoration Fund", "WRF"),
        facts=(build_fact(condition="in its current form"),),
        denied=(build_fact(Polarity.ENDED),),
        appearances=(Appearance(letter=LETTER, role=Role.NAMED, evidence=(build_quotation(page=2),)),),
        same=("the same acronym in a letter and its reply",),
        doubts=("“Restoration Fund” of another letter may be the same.",),
        background=(Background(relation="country", value="United Kingdom"),),
    )
