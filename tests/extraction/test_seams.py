"""A name beside which a capitalised word of no name stands is only a piece of a longer one."""

import pytest
from policygraph.extraction.seams import is_whole
from policygraph.extraction.span import NameSpan
from policygraph.model.entity import EntityType

BODY, OFFICE, PERSON, COUNTRY = (
    EntityType.ORGANISATION,
    EntityType.OFFICE,
    EntityType.PERSON,
    EntityType.COUNTRY,
)


def is_alone(text: str, name: str, kind: EntityType, *others: tuple[str, EntityType]) -> bool:
    """Tell whether `name` is whole in `text`, in which the `others` are names too."""

    def place(words: str, of: EntityType) -> NameSpan:
        return NameSpan(start=text.index(words), end=text.index(words) + len(words), type=of, rule="test")

    span = place(name, kind)
    return is_whole(text, span, [span, *(place(*other) for other in others)])


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It is run by Northern Sponsorship Kenya.", "Kenya", COUNTRY),
        ("It is paid for by the Ofcom Foundation.", "Ofcom", BODY),
        ("It is paid for by Mind & Body.", "Mind", BODY),
        ("It is paid for by Maison Ofcom de Paris.", "Ofcom", BODY),
        ("The Joint Rail Panel met.", "Rail Panel", BODY),
        ("We met the Chair of the Rail District.", "Chair", OFFICE),
        ("Food Rail Network is large.", "Rail Network", BODY),
    ],
)
def test_a_capitalised_word_beside_a_name_tears_it(text: str, name: str, kind: EntityType) -> None:
    assert not is_alone(text, name, kind)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Today Ofcom met. In March Ofcom met.", "Ofcom", BODY),
        ("Sadly Ofcom runs it.", "Ofcom", BODY),
        ("The Royal Society's Rail Panel met.", "Rail Panel", BODY),
        ("We met Professor Ann Lee OBE.", "Ann Lee", PERSON),
        ("We met Ofcom, Mind and Shelter.", "Mind", BODY),
        ("It works in Northern Kenya.", "Kenya", COUNTRY),
        ("It is the economy. Kenya is large.", "Kenya", COUNTRY),
    ],
)
def test_a_small_word_a_title_or_an_owner_does_not(text: str, name: str, kind: EntityType) -> None:
    assert is_alone(text, name, kind)


def test_a_name_beside_a_name_is_whole() -> None:
    text = "We met Home Secretary Jo Fox."
    assert is_alone(text, "Home Secretary", OFFICE, ("Jo Fox", PERSON))
    assert is_alone(text, "Jo Fox", PERSON, ("Home Secretary", OFFICE))
