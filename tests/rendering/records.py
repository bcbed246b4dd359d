"""Records that the tests of this folder render."""

from policygraph.graph.entity_card import Appearance, EntityCard, Fact, Role
from policygraph.graph.quads.judgement_quads import Ruling
from policygraph.graph.storage.background import Background
from policygraph.graph.storage.quotation import Quotation
from policygraph.model.entity import EntityType
from policygraph.model.statement import Polarity, Predicate

LETTER = "https://w3id.org/policygraph/letter/1"
WRF = "https://w3id.org/policygraph/scheme/00112233445566778899"
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
        id="https://w3id.org/policygraph/statement/0f1e2d3c4b5a69788796",
        subject="Department",
        predicate=Predicate.RUNS,
        object="Water Restoration Fund",
        object_type=EntityType.SCHEME,
        polarity=polarity,
        since="2021",
        until=None,
        condition=condition,
        rule="template",
        ruling=Ruling(),
        evidence=(build_quotation(),),
    )


def build_appearance(quotation: Quotation) -> Appearance:
    return Appearance(letter=quotation.letter, names=(WRF,), role=Role.NAMED, evidence=(quotation,))


def build_card() -> EntityCard:
    return EntityCard(
        type=EntityType.SCHEME,
        iris=(WRF,),
        name="Water Restoration Fund",
        other_names=("Restoration Fund", "WRF"),
        facts=(build_fact(condition="in its current form"),),
        denied=(build_fact(Polarity.ENDED),),
        sayings=(),
        appearances=(build_appearance(build_quotation(page=2)),),
        same=("the same acronym in a letter and its reply",),
        doubts=("“Restoration Fund” of another letter may be the same.",),
        background=(Background(relation="country", value="United Kingdom"),),
    )
