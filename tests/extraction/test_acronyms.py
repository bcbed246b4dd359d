"""Short forms that a letter defines, after Schwartz and Hearst (2003)."""

import pytest
from policygraph.extraction.text.acronyms import find_definitions


def define(text: str) -> list[tuple[str, str]]:
    return [(each.short, text[each.long_start : each.long_end]) for each in find_definitions(text) if not each.alias]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The National Referral Mechanism (NRM) is", "NRM", "National Referral Mechanism"),
        ("the Single Competent Authority (“SCA”)", "SCA", "Single Competent Authority"),
        ("the Department of Health and Social Care (DHSC)", "DHSC", "Department of Health and Social Care"),
        ("the Food Standards Agency (the FSA)", "FSA", "Food Standards Agency"),
        (
            "The European Convention on Human Rights (ECHR; the Convention)",
            "ECHR",
            "European Convention on Human Rights",
        ),
        ("the Crown Prosecution Service (CPS, in London)", "CPS", "Crown Prosecution Service"),
    ],
)
def test_an_acronym_is_tied_to_the_words_that_it_shortens(text: str, short: str, long: str) -> None:
    assert define(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "We met on Monday (AM).",
        "It is in the report (see Annex A).",
        "(NRM) is a mechanism.",
        "The Home Office (London)",
        "the rules. (XY)",
        "some small words (SSW)",
        "The Charity (XQZ) wrote.",
    ],
)
def test_other_words_in_parentheses_define_nothing(text: str) -> None:
    assert define(text) == []


def test_an_acronym_does_not_reach_over_a_line() -> None:
    assert define("National Referral\nMechanism (NRM)") == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the Modern Slavery Act 2015 (the Act)", "Act"),
        ("the Modern Slavery Act 2015 (“the 2015 Act”)", "2015 Act"),
        ("the Joint Rail Committee (hereafter the “Committee”)", "Committee"),
        ("the Rural Rail Council (hereinafter referred to as the Council)", "Council"),
    ],
)
def test_an_alias_stands_behind_what_it_means(text: str, short: str) -> None:
    (alias,) = [each for each in find_definitions(text) if each.alias]
    assert alias.short == short
    assert text[alias.start : alias.end] == short
    assert text[: alias.long_end].endswith(("2015", "Committee", "Council"))
