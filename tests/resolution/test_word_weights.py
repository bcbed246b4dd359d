from policygraph.resolution.word_weights import build_word_weights, find_terms, find_words_of


def test_stems_numbers_and_spelt_out_acronyms_are_terms() -> None:
    terms = find_terms("Please pay the 139 grants of the VBS", {"VBS": "Village Bus Scheme"})
    assert {"pay", "139", "grant", "vbs", "villag", "bus"} <= terms.keys()
    assert terms["grant"] > terms["villag"]
    assert "the" not in terms


def test_words_that_say_the_same_share_a_family() -> None:
    shared = find_terms("the subsidy", {}).keys() & find_terms("the grant", {}).keys()
    assert [term.split()[0] for term in shared] == ["family"]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    weights = build_word_weights([["bus", "roof"], ["bus"], ["bus"]])
    assert weights.weigh("roof") > weights.weigh("bus")


def test_words_are_named_as_the_text_has_them() -> None:
    assert find_words_of("Shelters were repaired.", ["repair", "roof", "shelter"]) == ["repaired", "Shelters"]
