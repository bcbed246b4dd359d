from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links


def test_the_third_letter_answers_the_second_after_251_days(real_readings: list[Reading]) -> None:
    links = resolve_links(real_readings)
    dates = {reading.letter.iri: reading.letter.date for reading in real_readings}
    (reply,) = links.replies
    assert (dates[reply.letter], dates[reply.to], reply.days) == ("2022-02-15", "2021-06-09", 251)
    quotes = [passage.quote for passage in reply.evidence]
    assert quotes[0].startswith("Thank you for your letter of 9 June 2021, to the Home Secretary")
    assert quotes[1].startswith("Please accept my sincere apologies for the delay")
    assert quotes[2:] == ["9 June 2021", "Independent Anti-Slavery Commissioner"]


def test_the_writer_of_the_letter_signed_with_an_office_is_found(real_readings: list[Reading]) -> None:
    (sender,) = resolve_links(real_readings).senders
    reading = next(each for each in real_readings if each.letter.iri == sender.letter)
    names = {entity.iri: entity.name for each in real_readings for entity in each.entities}
    assert reading.letter.date == "2021-06-09"
    assert reading.letter.senders[0].name is None
    assert names[sender.person] == "Sara Thornton"
    address, citing, signature = (passage.quote for passage in sender.evidence)
    assert address == "Dame Sara Thornton DBE QPM\nIndependent Anti-Slavery Commissioner"
    assert "your letter of 9 June 2021" in citing
    assert signature == "Independent Anti-Slavery Commissioner"


def test_the_mail_of_18_october_is_the_only_letter_not_held(real_readings: list[Reading]) -> None:
    (lost,) = resolve_links(real_readings).not_held
    assert lost.described == "email of 18 October to the Prime Minister"
    assert len(lost.evidence) == 1


def test_the_two_names_of_the_returns_scheme_are_one_and_why_is_said(real_readings: list[Reading]) -> None:
    names = {entity.iri: entity.name for each in real_readings for entity in each.entities}
    (same,) = resolve_links(real_readings).same
    assert {names[iri] for iri in same.entities} == {
        "Voluntary Returns Scheme",
        "Voluntary Returns Service",
    }
    assert "the same acronym, VRS, and the same first words, “Voluntary Returns”" in same.why


def test_nothing_is_doubtful_in_them(real_readings: list[Reading]) -> None:
    assert resolve_links(real_readings).doubts == ()


def test_every_quote_stands_in_its_letter(real_readings: list[Reading]) -> None:
    texts = {reading.letter.iri: reading.letter.text for reading in real_readings}
    links = resolve_links(real_readings)
    found = [link.evidence for link in links.replies]
    found += [link.evidence for link in links.senders]
    found += [link.evidence for link in links.not_held]
    for evidence in found:
        assert evidence
        for passage in evidence:
            assert texts[passage.letter][passage.start : passage.end] == passage.quote


def test_the_order_of_the_letters_does_not_count(real_readings: list[Reading]) -> None:
    links = resolve_links(real_readings)

    @settings(deadline=None)
    @given(st.permutations([*real_readings, real_readings[0]]))
    def check(order: Sequence[Reading]) -> None:
        assert resolve_links(order) == links

    check()


def test_no_letters_have_no_links() -> None:
    assert resolve_links([]) == resolve_links(())
    assert not resolve_links([]).replies
