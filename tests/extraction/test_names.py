"""Names as one text gives them: how far they reach, what introduces them, and what only looks like one."""

import pytest
from policygraph.extraction.names.names import find_names
from policygraph.model.entity import EntityType


def names(text: str) -> set[tuple[str, str]]:
    return {(span.type.value, text[span.start : span.end]) for span in find_names(text).spans}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("It is in the Companies and Shared Offices Act 2019.", "legislation", "Companies and Shared Offices Act 2019"),
        ("It is in the Access to Medicare Act of 2012.", "legislation", "Access to Medicare Act of 2012"),
        ("It is in the Constitution of Malawi, 1994.", "legislation", "Constitution of Malawi, 1994"),
        ("We read Law No. 20931 twice.", "legislation", "Law No. 20931"),
        ("They ratified ILO Convention No. 190 in May.", "treaty", "ILO Convention No. 190"),
        (
            "We met the President of the Dutch Association of Bakers.",
            "office",
            "President of the Dutch Association of Bakers",
        ),
        (
            "It was the Ministry of Justice and Public Order that wrote.",
            "organisation",
            "Ministry of Justice and Public Order",
        ),
        ("The FAO Forest Academy said so.", "organisation", "FAO Forest Academy"),
        ("We wrote to Harbour Services, Inc. in May.", "organisation", "Harbour Services, Inc."),
        ("The Dancing With Wolves Fund closed.", "scheme", "Dancing With Wolves Fund"),
        ("It ran the Mayor of Ely's Bright Path pilot again.", "scheme", "Bright Path"),
        ("It came out of the HOLZ project last year.", "scheme", "HOLZ"),
        ("The Rural Regulation Cooperation Forum met.", "organisation", "Rural Regulation Cooperation Forum"),
        ("The Marta van Leyden Foundation paid.", "organisation", "Marta van Leyden Foundation"),
        ("TUC of Cornwall wrote to us.", "organisation", "TUC of Cornwall"),
        ("MINISTER FOR JUSTICE, WELFARE AND LAW REFORM", "office", "MINISTER FOR JUSTICE, WELFARE AND LAW REFORM"),
        ("It is in the 2021 Annual Progress Report.", "document", "2021 Annual Progress Report"),
        ("It is in Early Day Motion 4711, which we signed.", "document", "Early Day Motion 4711"),
        ("It is in Census 2011 and so on.", "document", "Census 2011"),
        ("It is in their report Salt and Iron, which we read.", "document", "Salt and Iron"),
        ("See Recommendation CM/Rec(2010)5 there.", "document", "Recommendation CM/Rec(2010)5"),
    ],
)
def test_a_name_is_found_in_full(text: str, kind: str, name: str) -> None:
    assert (kind, name) in names(text)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Free School Meals offer is old.", "organisation", "Free School"),
        ("They went to Ely University Hospital in May.", "organisation", "Ely University"),
        ("The Salt Commission on Public Order Act 2003 stands.", "organisation", "Salt Commission"),
        ("Recommendation 3: That the rules change.", "document", "Recommendation 3"),
        ("We wrote to the Department of Child Health (“DBE”).", "person", "Child Health"),
        ("It was said in June Defra had moved.", "person", "June Defra"),
    ],
)
def test_a_part_of_a_name_is_none(text: str, kind: str, name: str) -> None:
    assert (kind, name) not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was drawn up by the charity Orbitelle in May.",
        "We spoke to Orbitelle, a small charity in Hull.",
        "The service is run by Orbitelle and others.",
        "In May the paper which Orbitelle published was read.",
        "It came from the Salmon Trust, Orbitelle and the Trout Trust together.",
        "It came from the Salmon Trust and Orbitelle together.",
    ],
)
def test_the_words_around_a_bare_name_make_it_a_body(text: str) -> None:
    assert ("organisation", "Orbitelle") in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was run by Mary Wills in May.",
        "It was led by Ministers and others.",
        "It was conducted by Women's Services in Hull.",
        "The company Secretary was there.",
        "They came from the Salmon Trust and Leeds.",
        "It came from the Salmon Trust and the Danish side.",
    ],
)
def test_no_body_is_made_of_a_person_a_place_or_a_common_noun(text: str) -> None:
    assert {name for kind, name in names(text) if kind == "organisation"} <= {"Salmon Trust"}


def test_an_introduced_name_is_found_wherever_it_stands() -> None:
    text = "It is run by Orbitelle in Hull. We asked Orbitelle why."
    assert [text[each.start : each.end] for each in find_names(text).spans] == ["Orbitelle", "Orbitelle"]


def test_a_noun_beside_a_name_says_more_than_its_last_word() -> None:
    assert ("organisation", "Salt Fund") in names("The grant is from the Salt Fund, a charity in Hull.")
    assert ("scheme", "Salt Fund") in names("The grant is from the Salt Fund in Hull.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was a letter from Export Credit Canada about it.", "Export Credit Canada"),
        ("They asked what Safe Homes NI had said of it.", "Safe Homes NI"),
    ],
)
def test_a_country_behind_a_name_belongs_to_it(text: str, name: str) -> None:
    assert ("organisation", name) in names(text)


@pytest.mark.parametrize("text", ["They live in Rural Ireland as we do now.", "12 Rue du Bac\nParis France"])
def test_a_country_behind_other_words_is_only_a_country(text: str) -> None:
    assert {kind for kind, _ in names(text)} <= {"country"}


def test_a_number_and_a_year_name_provisions_of_their_law() -> None:
    text = "Section 40803 of the Salt Act 2009 stands, and section 4 of the same Act too."
    found = find_names(text)
    assert [text[each.start : each.end] for each in found.provisions] == [
        "Section 40803 of the Salt Act 2009",
        "section 4 of the same Act",
    ]
    assert all(each.instrument is not None for each in found.provisions)
    assert found.spans[0].type is EntityType.LEGISLATION


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They work with NHS England on it.", "NHS"),
        ("The Welsh Local Government Association wrote.", "Local Government Association"),
        ("The Ely Trades Union Congress wrote to us.", "Trades Union Congress"),
        ("We read KELP-UK twice.", "UK"),
        ("Our ref: WHO/XYZ/17 of May.", "WHO"),
        ("THE CHILDREN WHO GO HUNGRY", "WHO"),
    ],
)
def test_a_known_name_inside_another_word_or_name_counts_for_nothing(text: str, name: str) -> None:
    assert name not in {words for _, words in names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The WHO Office of Internal Audit wrote.", "WHO"),
        ("We wrote to the Vice-President of the European Commission for Weather.", "European Commission"),
        ("It was the EU-UK talks that failed.", "UK"),
    ],
)
def test_the_owner_of_an_office_or_a_part_counts(text: str, name: str) -> None:
    assert name in {words for _, words in names(text)}


def test_an_ambiguous_entry_is_known_by_its_longer_names() -> None:
    found = names("See the HM Treasury Green Book for the Republic of Georgia.")
    assert {("document", "HM Treasury Green Book"), ("country", "Republic of Georgia")} <= found
    assert ("document", "Green Book") not in names("He carried a Green Book.")


def test_short_acronyms_of_another_country_mean_nothing() -> None:
    abroad = "The Environment Agency and Natural England wrote to the SEC."
    assert ("organisation", "SEC") not in names(abroad)
    assert ("organisation", "SEC") in names("The Federal Reserve wrote to the SEC.")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("It was the Kent Trades Union Congress that wrote.", "organisation", "Kent Trades Union Congress"),
        ("The lady whom we met at Citizens Advice Ludlow said so.", "organisation", "Citizens Advice Ludlow"),
        ("They asked WWF-Spain about it and heard nothing.", "organisation", "WWF-Spain"),
        ("We wrote to the Volkswagen Foundation in May.", "organisation", "Volkswagen Foundation"),
        ("It is in the Timely Access to Care Act.", "legislation", "Timely Access to Care Act"),
        ("They run the ADA Platforms Program now.", "scheme", "ADA Platforms Program"),
    ],
)
def test_a_known_name_is_found_in_the_longer_name_around_it(text: str, kind: str, name: str) -> None:
    assert (kind, name) in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We met the former Home Office minister in May.", "Home Office"),
        ("We met Citizens Advice and Shelter there in May.", "Citizens Advice"),
    ],
)
def test_a_known_name_stands_as_it_is(text: str, name: str) -> None:
    assert ("organisation", name) in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is in the Harbour Connectivity Report there.", "Harbour Connectivity Report"),
        ("We await the Regional Plan.", "Regional Plan"),
        ("We have read their Harbour 2040 Long-Range Rescue Plan.", "Harbour 2040 Long-Range Rescue Plan"),
        ("It is in its 112th Report.", "112th Report"),
        ("It is in the Annual Report 2022-23.", "Annual Report 2022-23"),
        ("The draft Winter Fodder Plan is out.", "Winter Fodder Plan"),
        ("See the Concluding Observations of May.", "Concluding Observations"),
        ("It follows the “Six Locks” framework.", "Six Locks"),
        ("They put out a joint paper on it, Closing the Far Gates, which we read.", "Closing the Far Gates"),
        ("That was in the Tarn report of May.", "Tarn report"),
        ("[2] ABC (2022), Movement of Bees and Hives: ABC Brief.", "Movement of Bees and Hives: ABC Brief"),
        (
            "[2] FSA (2024), “Peer review of the bee risk of one substance”.",
            "Peer review of the bee risk of one substance",
        ),
        ("[1] Hives Commission, Access to Meadow Paths (Report No 7, 2014) 3.", "Access to Meadow Paths"),
        ("See Reed and Moss, ‘Ten Weeks On: A Study’ (2023).", "Ten Weeks On: A Study"),
    ],
)
def test_a_document_is_found(text: str, name: str) -> None:
    assert ("document", name) in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "No Privacy Impact Assessment was made.",
        "An Action Taken Report may be sent.",
        "Assessment of Need: the old way",
        "Ann Lee, Director (Road Policy), wrote.",
        "The HSE Standard Operating Procedure is old.",
        "HEALTH POLICY WATCHER",
        "Risk Assessment",
        "It is in the Ely Council strategy of May.",
    ],
)
def test_a_kind_of_document_is_none(text: str) -> None:
    assert "document" not in {kind for kind, _ in names(text)}


def test_a_survey_may_be_a_body() -> None:
    assert ("organisation", "Dutch Geological Survey") in names("We asked the Dutch Geological Survey, which wrote.")


def test_declarations_are_treaties() -> None:
    assert ("treaty", "Ely Declaration on Bees") in names("They signed the Ely Declaration on Bees.")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("It is in the Immigration Act B.E. 2522 there.", "legislation", "Immigration Act B.E. 2522"),
        ("It is in the Carer's Rest Act 2023.", "legislation", "Carer's Rest Act 2023"),
        (
            "It is in the Stronger Villages through Better Buses Act.",
            "legislation",
            "Stronger Villages through Better Buses Act",
        ),
        ("It is in the Cigars and Other Tobacco Act, 2003.", "legislation", "Cigars and Other Tobacco Act, 2003"),
        ("It is in the Law on Foreigners, which stands.", "legislation", "Law on Foreigners"),
        (
            "We read the proposed Regulation on bees and other insects, which stands.",
            "legislation",
            "Regulation on bees and other insects",
        ),
        ("We read the draft law “On Mass Events” twice.", "legislation", "law “On Mass Events”"),
        (
            "It is the Treaty of Commerce of December 16, 1920, that stands.",
            "treaty",
            "Treaty of Commerce of December 16, 1920",
        ),
        ("Article 33 of the 1951 Convention on Bees and Article 3 hold.", "treaty", "1951 Convention on Bees"),
        ("It is in Decision No. 13 of 27 July 2018 of the court.", "document", "Decision No. 13 of 27 July 2018"),
    ],
)
def test_a_law_or_a_treaty_is_found_in_full(text: str, kind: str, name: str) -> None:
    assert (kind, name) in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "24 Long Street, Braddon ACT 2612",
        "We wrote to the Ministry for Regulation.",
        "It is the Trade Regulation Rule that we mean.",
        "It is a matter of Human Rights Law.",
        "Pursuant to Rules X and XI we ask.",
    ],
)
def test_what_looks_like_a_law_is_none(text: str) -> None:
    assert "legislation" not in {kind for kind, _ in names(text)}
