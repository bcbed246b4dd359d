from dataclasses import replace

from policygraph.graph.entity_card import Appearance, Role
from policygraph.rendering.card import render_card, render_cards, to_missing_message

from .conftest import Show
from .records import LETTER, build_card, build_fact, build_quotation

CARD = """\
Water Restoration Fund (scheme)
  also: Restoration Fund; WRF
  one across letters: the same acronym in a letter and its reply

Facts
  Department runs Water Restoration Fund (since 2021; “in its current form”)
    “The Department runs the Water [bold]Restoration[/bold] Fund.”
    letter of 14 May 2025, letters/a.txt, line 12

Denied or ended
  Department runs Water Restoration Fund (ended; since 2021)
    “The Department runs the Water [bold]Restoration[/bold] Fund.”
    letter of 14 May 2025, letters/a.txt, line 12

Problems to check
  “Restoration Fund” of another letter may be the same.

Letters
  named
    “The Department runs the Water [bold]Restoration[/bold] Fund.”
    letter of 14 May 2025, letters/a.txt, page 2, line 12

Background, from the vocabulary and not from a letter
  country: United Kingdom

"""


def test_a_card_shows_every_fact_with_its_quote_and_keeps_what_is_denied_apart(show: Show) -> None:
    assert show(render_card(build_card())) == CARD


def test_cards_of_one_name_follow_each_other(show: Show) -> None:
    assert show(render_cards([build_card(), build_card()])) == CARD * 2


def test_a_card_keeps_to_the_width(show: Show) -> None:
    assert max(map(len, show(render_card(build_card()), width=40).splitlines())) <= 40


def test_a_name_that_no_letter_has_gets_the_nearest_ones() -> None:
    message = to_missing_message("Sarah Thorton", ["Sara Thornton"])
    assert message == ("Sarah Thorton: no letter in the store names this. The nearest names are “Sara Thornton”.")
    assert "policygraph search" in to_missing_message("qqq", [])


def test_what_only_a_recogniser_has_found_is_marked_on_the_card_and_under_its_facts(show: Show) -> None:
    fact = replace(build_fact(), rule="template runs: {s}+recogniser:spacy")
    shown = show(render_card(replace(build_card(), recogniser="spacy", facts=(fact,))))
    assert "  found by the recogniser spacy, not by a rule\n" in shown
    assert "Department runs Water Restoration Fund (since 2021; by the recogniser spacy)\n" in shown


def test_a_quote_from_a_scan_says_that_it_must_be_checked(show: Show) -> None:
    appearance = Appearance(letter=LETTER, role=Role.NAMED, evidence=(replace(build_quotation(page=2), ocr=True),))
    shown = show(render_card(replace(build_card(), appearances=(appearance,))), width=100)
    assert "letters/a.txt, page 2, line 12 (OCR: check against the page)\n" in shown
