import pytest
from policygraph.extraction.names.citations import find_provisions
from policygraph.extraction.names.instruments import find_instruments
from policygraph.extraction.names.names import find_names
from policygraph.model.entity import EntityType


def provisions(text: str) -> list[tuple[str, str, str | None]]:
    """Return kind, number and the words of the instrument of each provision."""
    return [
        (
            each.kind,
            each.number,
            text[each.instrument.start : each.instrument.end] if each.instrument else None,
        )
        for each in find_provisions(text, find_names(text).spans)
    ]


@pytest.mark.parametrize(
    ("law", "kind"),
    [
        ("Directive 2011/36/EU", EntityType.LEGISLATION),
        ("Council Directive 2003/9/EC", EntityType.LEGISLATION),
        ("Framework Decision 2002/629/JHA", EntityType.LEGISLATION),
        ("Regulation (EU) 2016/679", EntityType.LEGISLATION),
        ("Regulation (EC) No 1049/2001", EntityType.LEGISLATION),
        ("Public Law 107-296", EntityType.LEGISLATION),
        ("H.R. 1234", EntityType.LEGISLATION),
        ("S. 2272", EntityType.LEGISLATION),
        ("31 U.S.C. § 5336", EntityType.LEGISLATION),
        ("42 CFR Part 2", EntityType.LEGISLATION),
        ("SI 2020/123", EntityType.LEGISLATION),
        ("S.I. No. 336 of 2011", EntityType.LEGISLATION),
        ("Bill C-21", EntityType.LEGISLATION),
        ("Executive Order 14028", EntityType.LEGISLATION),
        ("Security Council Resolution 1325", EntityType.DOCUMENT),
        ("Human Rights Council resolution 15/8", EntityType.DOCUMENT),
    ],
)
def test_an_instrument_is_known_by_its_number(law: str, kind: EntityType) -> None:
    text = f"We refer to {law}, as you know."
    (found,) = find_instruments(text)
    assert (text[found.start : found.end], found.type) == (law, kind)


def test_a_bare_number_of_a_bill_counts_only_where_congress_is_spoken_of() -> None:
    text = "We support S. 65, which is before Congress."
    assert [text[found.start : found.end] for found in find_instruments(text)] == ["S. 65"]
    assert find_instruments("We rely on S. 65, which is clear.") == []


@pytest.mark.parametrize(
    "text",
    [
        "the Directive on Equal Treatment",
        "Regulation 5 minutes",
        "Mr S. Smith",
        "on 3/4/2021",
        "S. 65 of the Act",
    ],
)
def test_other_numbers_cite_no_instrument(text: str) -> None:
    assert find_instruments(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "under Article 16 (2) of the Refugee Convention",
            [("Article", "16(2)", "Refugee Convention")],
        ),
        (
            "under section 49 of the Modern Slavery Act 2015",
            [("section", "49", "Modern Slavery Act 2015")],
        ),
        (
            "under ss. 3 and 4, Equality Act 2010",
            [("section", "3", "Equality Act 2010"), ("section", "4", "Equality Act 2010")],
        ),
        ("under S. 65 of the Equality Act 2010", [("section", "65", "Equality Act 2010")]),
        ("see s49 of the Equality Act 2010", [("section", "49", "Equality Act 2010")]),
        ("and Schedule 7 to the Terrorism Act 2000", [("Schedule", "7", "Terrorism Act 2000")]),
        ("Part 5 of the Water Industry Act 1991", [("Part", "5", "Water Industry Act 1991")]),
        ("as Art. 8 ECHR says", [("Article", "8", "ECHR")]),
        ("as ECHR Article 8 says", [("Article", "8", "ECHR")]),
        (
            "Articles 2, 3 and 8 of the European Convention on Human Rights",
            [("Article", number, "European Convention on Human Rights") for number in ("2", "3", "8")],
        ),
        ("under Article 13(1) of Directive 2011/36/EU", [("Article", "13(1)", "Directive 2011/36/EU")]),
        ("under section 18(e)", [("section", "18(e)", None)]),
    ],
)
def test_a_provision_is_tied_to_its_instrument(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert provisions(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Part of the plan", "the article about rail", "a title page", "In part, yes", "Section heads met"],
)
def test_a_word_without_a_number_is_no_provision(text: str) -> None:
    assert provisions(text) == []


FIRST = "I write about the Barn Owls Act 1994 and the Otters Act 2001. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rests on the Otters Act 2001 (the Act) and the Bees Act. Under section 9(2) I may.", "Otters Act 2001"),
        (FIRST + "The Otters Act 2001 says so. See section 12 of the same Act.", "Otters Act 2001"),
        (FIRST + "See section 12 of the 1994 Act.", "Barn Owls Act 1994"),
        (
            FIRST + "Section 150 of the Otters Act 2001 holds. The Barn Owls Act 1994 is old. See section 150(2).",
            "Otters Act 2001",
        ),
        ("We are for the Owls Bill and the Bees Act 1980. We doubt clause 9A.", "Owls Bill"),
        ("It is party to the Bees Convention, article 3 of which says so.", "Bees Convention"),
        ("It signed the Bees Convention, and in fulfilment of Article 14 thereof it pays.", "Bees Convention"),
        ("See Article 4(1), third indent, of Regulation 1049/2001.", "Regulation 1049/2001"),
        ("See Part 7, subpart 1 of the Otters Act 2001.", "Otters Act 2001"),
        ("See paragraph 3 of Schedule 2 to the Otters Act 2001.", "Otters Act 2001"),
        ("See s 18E of the Otters Act 2001.", "Otters Act 2001"),
        ("The Constitution of Ruritania and its Eleventh Schedule stand.", "Constitution of Ruritania"),
    ],
)
def test_a_provision_finds_the_law_that_is_spoken_of(text: str, expected: str) -> None:
    assert {law for _, _, law in provisions(text)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The Otters Act 2001 holds. The clause 9.4 of our contract too.",
        "The Otters Act 2001 holds. See section 4 below.\n4. Costs\nThey rise.",
        "The Otters Act 2001 holds, and the Section 8 Housing Fund.",
        FIRST + "See section 12.",
        "See Schedule 2 of the agreement. The Otters Act 2001 holds. Delete Schedule 2.",
    ],
)
def test_a_provision_of_something_else_has_no_law(text: str) -> None:
    assert {law for _, _, law in provisions(text)} == {None}


def test_numbers_go_on_for_another_treaty() -> None:
    text = "It breaks article 6 of the Bees Covenant (BC) and 11 and 12 of the Owls Covenant."
    assert provisions(text) == [
        ("Article", "6", "Bees Covenant"),
        ("Article", "11", "Owls Covenant"),
        ("Article", "12", "Owls Covenant"),
    ]


def test_a_year_in_a_title_is_no_provision() -> None:
    assert provisions("See the Otters (Counting) Regulations 2007 to 2018 (S.I. No. 133 of 2007).") == []
