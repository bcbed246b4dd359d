from collections.abc import Callable

import pytest
from policygraph.model.entity import EntityType
from policygraph.model.letter import Correspondent
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links

Build = Callable[..., Reading]
ANN, TOM = Correspondent(name="Ann Lee"), Correspondent(name="Tom Ray")
SCHEME = EntityType.SCHEME


def exchange(
    build: Build,
    one: tuple[str, ...],
    two: tuple[str, ...],
    *,
    linked: bool = True,
    kind: EntityType = SCHEME,
) -> list[Reading]:
    """Return a letter that names a scheme by the forms `one`, and its reply (or another one) with `two`."""
    letter = build(
        "1 May 2020\n" + " ".join(one),
        date="2020-05-01",
        sender=ANN,
        recipient=TOM,
        entities=((SCHEME, "thing/1", one),),
    )
    reply = build(
        "Your letter of 1 May\n" + " ".join(two),
        date="2020-06-01",
        sender=TOM,
        recipient=ANN,
        entities=((kind, "thing/2", two),),
        cites=(("letter of 1 May", "2020-05-01", True),) if linked else (),
    )
    return [letter, reply]


def test_one_acronym_and_the_same_first_words_in_a_letter_and_its_reply_are_one(build_reading: Build) -> None:
    links = resolve_links(exchange(build_reading, ("Village Bus Scheme", "VBS"), ("Village Bus Service", "VBS")))
    (same,) = links.same
    assert same.entities == ("thing/1", "thing/2")
    assert same.why == (
        "“Village Bus Scheme” in the letter of 1 May 2020 from Ann Lee and “Village Bus Service” in the "
        "reply of 1 June 2020 have the same acronym, VBS, and the same first words, “Village Bus”."
    )
    assert links.doubts == ()


def test_letters_that_do_not_answer_each_other_leave_a_doubt(build_reading: Build) -> None:
    links = resolve_links(
        exchange(build_reading, ("Village Bus Scheme", "VBS"), ("Village Bus Service", "VBS"), linked=False)
    )
    assert links.same == ()
    assert "neither letter is known to answer the other" in links.doubts[0].message


def test_an_acronym_alone_is_a_doubt_at_most(build_reading: Build) -> None:
    forms = ("Village Bus Scheme", "VBS"), ("Voluntary Blood Service", "VBS")
    links = resolve_links(exchange(build_reading, *forms))
    assert links.same == ()
    assert "their names differ" in links.doubts[0].message
    assert resolve_links(exchange(build_reading, *forms, linked=False)).doubts == ()


def test_types_must_agree(build_reading: Build) -> None:
    links = resolve_links(
        exchange(
            build_reading,
            ("Village Bus Scheme", "VBS"),
            ("Village Bus Service", "VBS"),
            kind=EntityType.ORGANISATION,
        )
    )
    assert links.same == ()
    assert links.doubts == ()


@pytest.mark.parametrize("second", [("Village Bus Service",), ("VBS",), ("Village Bus Service", "BUS9 ")])
def test_both_letters_must_know_the_acronym_and_the_name(build_reading: Build, second: tuple[str, ...]) -> None:
    links = resolve_links(exchange(build_reading, ("Village Bus Scheme", "VBS"), second))
    assert links.same == ()
    assert links.doubts == ()


def test_spelling_and_hyphens_do_not_part_a_name(build_reading: Build) -> None:
    links = resolve_links(
        exchange(
            build_reading,
            ("Organisation for Bus Co-operation", "OBC"),
            ("Organization for Bus Cooperation", "OBC"),
        )
    )
    assert len(links.same) == 1
