from collections.abc import Callable

from policygraph.model.letter import Correspondent
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links

Read = Callable[..., list[Reading]]
Build = Callable[..., Reading]

LETTER = """Bus Friends
2 High Street
Leeds LS1 4AB

4 March 2020

Robert Hale MP
Minister for Buses
Department for Transport
London SW1P 4DR

Dear Mr Hale,

I am writing about the Village Bus Scheme (VBS). The VBS must be kept, and I ask you to keep it.

Yours sincerely,

Helen Marsh
Director
Bus Friends
"""

REPLY = """Department for Transport
Great Minster House
London SW1P 4DR

Helen Marsh
Director
Bus Friends
2 High Street
Leeds LS1 4AB

3 April 2020

Dear Helen,

Thank you for your letter of 4 March about buses. The Village Bus Service (VBS) is under review. VBS is liked.

Yours sincerely,

Robert Hale MP
Minister for Buses
"""

OFFICIAL = REPLY.replace(
    "Robert Hale MP\nMinister for Buses", "James Cook\nHead of Local Transport\nDepartment for Transport"
)
CITING = "Thank you for your letter of 4 March."
MARSH = Correspondent(name="Helen Marsh", office="Director", organisation="Bus Friends")
HALE = Correspondent(name="Robert Hale", office="Minister for Buses", organisation="Department for Transport")


def test_a_reply_is_found_with_its_days_and_both_sides_quoted(read_letters: Read) -> None:
    letter, reply = read_letters(LETTER, REPLY)
    (found,) = resolve_links([letter, reply]).replies
    assert (found.letter, found.to, found.days) == (reply.letter.iri, letter.letter.iri, 30)
    assert [passage.quote for passage in found.evidence] == [
        "Thank you for your letter of 4 March about buses.",
        "4 March 2020",
        "Helen Marsh",
        "Director",
    ]
    assert resolve_links([letter, reply]).not_held == ()


def test_somebody_of_the_same_body_may_answer_in_the_place_of_an_office_holder(read_letters: Read) -> None:
    (found,) = resolve_links(read_letters(LETTER, OFFICIAL)).replies
    assert found.days == 30


def test_somebody_to_whom_the_addressee_has_passed_it_may_answer(read_letters: Read) -> None:
    passed = "Mr Hale has passed me your letter of 4 March about buses for a reply."
    other = OFFICIAL.replace("Thank you for your letter of 4 March about buses.", passed)
    stranger = other.replace("Department for Transport", "Road Advice Unit")
    (found,) = resolve_links(read_letters(LETTER, stranger)).replies
    assert found.days == 30


def test_a_letter_cited_date_first_is_answered_too(read_letters: Read) -> None:
    reply = REPLY.replace("your letter of 4 March about", "your March 4, 2020, letter about")
    (found,) = resolve_links(read_letters(LETTER, reply)).replies
    assert found.evidence[0].quote == "Thank you for your March 4, 2020, letter about buses."


def test_a_letter_of_that_day_from_somebody_else_is_not_the_one_answered(read_letters: Read) -> None:
    other = LETTER.replace("Helen Marsh", "Peter Frost").replace("Bus Friends", "Rail Action")
    links = resolve_links(read_letters(other, REPLY))
    assert links.replies == ()
    assert [lost.described for lost in links.not_held] == ["letter of 4 March"]


def test_a_letter_of_that_day_to_another_body_is_not_the_one_answered(read_letters: Read) -> None:
    other = LETTER.replace(
        "Robert Hale MP\nMinister for Buses\nDepartment for Transport", "Ann Poole\nChair\nPost Watch"
    )
    other = other.replace("Dear Mr Hale", "Dear Ms Poole")
    links = resolve_links(read_letters(other, REPLY))
    assert links.replies == ()
    assert len(links.not_held) == 1


def test_two_letters_that_fit_equally_give_a_doubt_and_no_link(read_letters: Read) -> None:
    second = LETTER.replace("must be kept", "must be extended")
    readings = read_letters(LETTER, second, REPLY)
    links = resolve_links(readings)
    assert links.replies == ()
    assert links.not_held == ()
    doubt = next(each for each in links.doubts if readings[2].letter.iri in each.entities)
    assert set(doubt.entities) == {reading.letter.iri for reading in readings}
    assert "fit equally well" in doubt.message
    assert "“letter of 4 March” in the letter of 3 April 2020 from Robert Hale" in doubt.message


def test_the_addressee_comes_before_others_of_the_same_body(build_reading: Build) -> None:
    cook = Correspondent(name="James Cook", office="Head of Rail", organisation="Department for Transport")
    to_hale = build_reading("To Hale. 4 March 2020", date="2020-03-04", sender=MARSH, recipient=HALE)
    to_cook = build_reading("To Cook. 4 March 2020", date="2020-03-04", sender=MARSH, recipient=cook)
    reply = build_reading(
        CITING,
        date="2020-04-03",
        sender=HALE,
        recipient=MARSH,
        cites=(("letter of 4 March", "2020-03-04", True),),
    )
    (found,) = resolve_links([to_cook, to_hale, reply]).replies
    assert found.to == to_hale.letter.iri


def test_members_of_one_parliament_do_not_answer_for_each_other(build_reading: Build) -> None:
    hale = Correspondent(name="Robert Hale", organisation="House of Commons")
    poole = Correspondent(name="Ann Poole", organisation="House of Commons")
    letter = build_reading("To Hale. 4 March 2020", date="2020-03-04", sender=MARSH, recipient=hale)
    reply = build_reading(CITING, sender=poole, recipient=MARSH, cites=(("letter of 4 March", "2020-03-04", True),))
    links = resolve_links([letter, reply])
    assert links.replies == ()
    assert len(links.doubts) == 1


def test_a_letter_whose_addressee_is_unknown_gives_a_doubt(build_reading: Build) -> None:
    letter = build_reading("4 March 2020", date="2020-03-04", sender=MARSH)
    reply = build_reading(
        CITING,
        date="2020-04-03",
        sender=HALE,
        recipient=MARSH,
        cites=(("letter of 4 March", "2020-03-04", True),),
    )
    links = resolve_links([letter, reply])
    assert links.replies == ()
    assert links.not_held == ()
    assert "not clear enough" in links.doubts[0].message


def test_a_successor_in_the_office_is_answered_too(build_reading: Build) -> None:
    successor = Correspondent(name="Joan Reed", office="Director", organisation="Bus Friends")
    letter = build_reading("4 March 2020", date="2020-03-04", sender=MARSH, recipient=HALE)
    reply = build_reading(
        CITING,
        date="2020-04-03",
        sender=HALE,
        recipient=successor,
        cites=(("letter of 4 March", "2020-03-04", True),),
    )
    assert len(resolve_links([letter, reply]).replies) == 1


def test_ones_own_earlier_letter_is_not_answered(build_reading: Build) -> None:
    first = build_reading("4 March 2020", date="2020-03-04", sender=MARSH, recipient=HALE)
    second = build_reading(
        "See my letter of 4 March.",
        date="2020-04-03",
        sender=MARSH,
        recipient=HALE,
        cites=(("letter of 4 March", "2020-03-04", False),),
    )
    links = resolve_links([first, second])
    assert links.replies == ()
    assert links.not_held == ()


def test_a_younger_letter_is_never_the_one_answered(build_reading: Build) -> None:
    letter = build_reading("4 March 2021", date="2021-03-04", sender=MARSH, recipient=HALE)
    reply = build_reading(
        CITING,
        date="2020-04-03",
        sender=HALE,
        recipient=MARSH,
        cites=(("letter of 4 March", "2021-03-04", True),),
    )
    links = resolve_links([letter, reply])
    assert links.replies == ()
    assert len(links.not_held) == 1


def test_your_reference_shows_what_is_answered(build_reading: Build) -> None:
    letter = build_reading(
        "Our ref: BF/77\n4 March 2020", date="2020-03-04", sender=MARSH, recipient=HALE, references=("BF/77",)
    )
    reply = build_reading(
        "Your ref: BF/77\nOur ref: T/9\n3 April 2020\nWe shall see.",
        date="2020-04-03",
        sender=HALE,
        recipient=MARSH,
        references=("BF/77", "T/9"),
    )
    (found,) = resolve_links([letter, reply]).replies
    assert (found.letter, found.days) == (reply.letter.iri, 30)
    assert [passage.quote for passage in found.evidence] == [
        "Your ref: BF/77",
        "Our ref: BF/77",
        "4 March 2020",
    ]


def test_a_shared_case_number_alone_is_no_reply(build_reading: Build) -> None:
    letter = build_reading(
        "Ref: BF/77\n4 March 2020", date="2020-03-04", sender=MARSH, recipient=HALE, references=("BF/77",)
    )
    other = build_reading(
        "Ref: BF/77\n3 April 2020", date="2020-04-03", sender=HALE, recipient=MARSH, references=("BF/77",)
    )
    assert resolve_links([letter, other]).replies == ()


def test_a_letter_held_from_two_sources_is_one(read_letters: Read) -> None:
    letter, again, reply = read_letters(LETTER, LETTER.replace("\n\n", "\n\n\n"), REPLY)
    assert letter.letter.iri == again.letter.iri
    assert len(resolve_links([letter, again, reply]).replies) == 1


def test_two_letters_named_together_are_both_answered(read_letters: Read) -> None:
    reminder = LETTER.replace("4 March 2020", "20 March 2020").replace("must be kept", "must be saved")
    reply = REPLY.replace("your letter of 4 March", "your letters of 4 March and 20 March")
    links = resolve_links(read_letters(LETTER, reminder, reply))
    assert [found.days for found in links.replies] == [30, 14]


def test_thanks_without_a_date_answer_the_only_letter_that_was_exchanged(read_letters: Read) -> None:
    undated = REPLY.replace("your letter of 4 March about buses", "writing about buses")
    (found,) = resolve_links(read_letters(LETTER, undated)).replies
    assert found.days == 30
    assert found.evidence[0].quote == "Thank you for writing about buses."


def test_thanks_without_a_date_for_one_of_two_letters_give_a_doubt(read_letters: Read) -> None:
    reminder = LETTER.replace("4 March 2020", "20 March 2020").replace("must be kept", "must be saved")
    undated = REPLY.replace("your letter of 4 March about buses", "writing about buses")
    links = resolve_links(read_letters(LETTER, reminder, undated))
    assert links.replies == ()
    assert any("names no date" in doubt.message for doubt in links.doubts)


def test_a_reference_in_the_running_text_shows_what_is_answered(read_letters: Read) -> None:
    letter = LETTER.replace("4 March 2020", "Our ref: BF/2020/77\n\n4 March 2020")
    reply = REPLY.replace("Thank you for your letter of 4 March", "I turn to communication BF/2020/77")
    (found,) = resolve_links(read_letters(letter, reply)).replies
    assert "BF/2020/77" in found.evidence[0].quote


def test_part_of_the_given_names_is_the_same_person(read_letters: Read) -> None:
    reply = REPLY.replace("Helen Marsh\nDirector", "Anna Helen Marsh\nDirector")
    assert len(resolve_links(read_letters(LETTER, reply)).replies) == 1
