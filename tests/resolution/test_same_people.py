from collections.abc import Callable

import pytest
from policygraph.model.entity import EntityType
from policygraph.model.letter import Correspondent
from policygraph.model.reading import Party, Reading
from policygraph.resolution import resolve_links
from policygraph.resolution.actors import Agreement, compare_names, to_name_words

Build = Callable[..., Reading]


def write(
    build: Build, number: int, name: str = "Ann Lee", office: str | None = None, body: str | None = None
) -> Reading:
    """Return a letter from `name`, who has the office and the body with these IRIs."""
    party = Party(person=f"person/{number}", office=office, organisation=body)
    named = [(EntityType.PERSON, f"person/{number}", (name,))]
    named += [(EntityType.OFFICE, office, ("Head of Parks",))] if office else []
    named += [(EntityType.ORGANISATION, body, ("Park Trust",))] if body else []
    return build(
        f"{number} May 2020\n{name}\nHead of Parks\nPark Trust",
        date=f"2020-05-{number:02}",
        sender=Correspondent(name=name),
        sender_party=party,
        entities=tuple(named),
    )


def test_people_of_one_name_in_one_office_are_one(build_reading: Build) -> None:
    links = resolve_links([write(build_reading, 1, office="office/a"), write(build_reading, 2, office="office/a")])
    (same,) = links.same
    assert same.entities == ("person/1", "person/2")
    assert same.why == (
        "Ann Lee is one person in the letter of 1 May 2020 from Ann Lee and the letter of 2 May 2020 "
        "from Ann Lee: they have in common the office Head of Parks."
    )
    assert links.doubts == ()


def test_a_common_body_makes_people_of_one_name_one(build_reading: Build) -> None:
    links = resolve_links([write(build_reading, 1, body="body/a"), write(build_reading, 2, body="body/a")])
    assert "the body Park Trust" in links.same[0].why


def test_people_are_one_through_a_third_letter(build_reading: Build) -> None:
    readings = [
        write(build_reading, 1, office="office/a"),
        write(build_reading, 2, body="body/a"),
        write(build_reading, 3, office="office/a"),
        write(build_reading, 4, body="body/a"),
    ]
    apart = [same.entities for same in resolve_links(readings).same]
    assert apart == [("person/1", "person/3"), ("person/2", "person/4")]
    both = write(build_reading, 5, office="office/a", body="body/a")
    (joined,) = resolve_links([*readings, both]).same
    assert joined.entities == ("person/1", "person/2", "person/3", "person/4", "person/5")
    assert "the office Head of Parks and the body Park Trust" in joined.why


def test_one_office_in_two_bodies_is_two_offices(build_reading: Build) -> None:
    links = resolve_links(
        [
            write(build_reading, 1, office="office/chair", body="body/a"),
            write(build_reading, 2, office="office/chair", body="body/b"),
        ]
    )
    assert links.same == ()
    assert len(links.doubts) == 1


def test_people_of_one_name_alone_are_a_doubt_once_for_all_letters(build_reading: Build) -> None:
    links = resolve_links([write(build_reading, number) for number in range(1, 9)])
    assert links.same == ()
    (doubt,) = links.doubts
    assert len(doubt.entities) == 8
    assert doubt.message.endswith("have the same name, but no office or body in common: check whether they are one.")


def test_people_of_two_names_have_nothing_to_do_with_each_other(build_reading: Build) -> None:
    links = resolve_links(
        [
            write(build_reading, 1, "Ann Lee", office="office/a"),
            write(build_reading, 2, "Tom Lee", office="office/a"),
        ]
    )
    assert links.same == ()
    assert links.doubts == ()


def test_a_surname_alone_is_nobody(build_reading: Build) -> None:
    links = resolve_links(
        [write(build_reading, 1, "Lee", office="office/a"), write(build_reading, 2, "Lee", office="office/a")]
    )
    assert links.same == ()
    assert links.doubts == ()


def test_second_names_that_differ_part_people_of_one_office(build_reading: Build) -> None:
    names = ("Ann B. Lee", "Ann C. Lee", "Ann Lee", "Ann C. Lee")
    readings = [write(build_reading, place, name, office="office/a") for place, name in enumerate(names, start=1)]
    assert [same.entities for same in resolve_links(readings).same] == [("person/2", "person/4")]


def test_the_writer_of_a_letter_is_the_addressee_of_its_reply(build_reading: Build) -> None:
    reply = build_reading(
        "Thank you for your letter of 1 May. To Ann Lee from Tom Ray",
        date="2020-06-01",
        sender=Correspondent(name="Tom Ray"),
        recipient=Correspondent(name="Ann Lee"),
        recipient_party=Party(person="person/2"),
        entities=((EntityType.PERSON, "person/2", ("Ann Lee",)),),
        cites=(("letter of 1 May", "2020-05-01", True),),
    )
    letter = build_reading(
        "1 May 2020. To Tom Ray from Ann Lee",
        date="2020-05-01",
        sender=Correspondent(name="Ann Lee"),
        recipient=Correspondent(name="Tom Ray"),
        sender_party=Party(person="person/1"),
        entities=((EntityType.PERSON, "person/1", ("Ann Lee",)),),
    )
    (same,) = resolve_links([reply, letter]).same
    assert same.entities == ("person/1", "person/2")
    assert "a letter and its reply" in same.why


@pytest.mark.parametrize(
    ("one", "two", "agreement"),
    [
        ("Ann Lee", "ANN LEE", Agreement.AGREE),
        ("A. Lee", "Ann Lee", Agreement.AGREE),
        ("Ann Mary Lee", "Ann Lee", Agreement.AGREE),
        ("Ann", "Ann Lee", Agreement.OPEN),
        ("Lee", "Ann Lee", Agreement.OPEN),
        ("Tom", "Ann Lee", Agreement.DIFFER),
        ("Tom Lee", "Ann Lee", Agreement.DIFFER),
        ("Ann B. Lee", "Ann C. Lee", Agreement.DIFFER),
        ("", "Ann Lee", Agreement.OPEN),
    ],
)
def test_names_are_compared_word_by_word(one: str, two: str, agreement: Agreement) -> None:
    assert compare_names(to_name_words(one), to_name_words(two)) is agreement
    assert compare_names(to_name_words(two), to_name_words(one)) is agreement
