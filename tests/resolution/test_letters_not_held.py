from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st
from policygraph.model.letter import Correspondent
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links

Build = Callable[..., Reading]
ANN, TOM, EVE = (Correspondent(name=name) for name in ("Ann Lee", "Tom Ray", "Eve Fox"))


def test_a_lost_letter_that_two_letters_cite_is_one_with_both_passages(build_reading: Build) -> None:
    answer = build_reading(
        "Your letter of 1 May",
        date="2020-06-01",
        sender=TOM,
        recipient=ANN,
        cites=(("letter of 1 May", "2020-05-01", True),),
    )
    reminder = build_reading(
        "My mail of 1 May 2020",
        date="2020-07-01",
        sender=ANN,
        recipient=TOM,
        cites=(("mail of 1 May 2020", "2020-05-01", False),),
    )
    (lost,) = resolve_links([reminder, answer]).not_held
    assert lost.described == "letter of 1 May"
    assert [passage.letter for passage in lost.evidence] == [answer.letter.iri, reminder.letter.iri]


def test_letters_of_one_day_by_two_writers_are_two(build_reading: Build) -> None:
    readings = [
        build_reading(
            f"Your letter of 1 May, {writer.name}",
            date="2020-06-01",
            sender=TOM,
            recipient=writer,
            cites=(("letter of 1 May", "2020-05-01", True),),
        )
        for writer in (ANN, EVE)
    ]
    assert len(resolve_links(readings).not_held) == 2


def test_a_citation_without_a_full_date_is_kept_in_its_words(build_reading: Build) -> None:
    reading = build_reading("Your letter of 1 May", sender=TOM, recipient=ANN, cites=(("letter of 1 May", None, True),))
    (lost,) = resolve_links([reading]).not_held
    assert lost.described == "letter of 1 May"


def test_a_month_fits_the_one_letter_of_that_month(build_reading: Build) -> None:
    letter = build_reading("9 May 2020", date="2020-05-09", sender=ANN, recipient=TOM)
    reply = build_reading(
        "Your letter of May 2020",
        date="2020-06-01",
        sender=TOM,
        recipient=ANN,
        cites=(("letter of May 2020", "2020-05", True),),
    )
    links = resolve_links([letter, reply])
    assert len(links.replies) == 1
    assert links.not_held == ()


def test_the_order_of_many_letters_does_not_count(build_reading: Build) -> None:
    people = (ANN, TOM, EVE)
    readings = [
        build_reading(
            f"Letter {number} of {number % 5 + 1} May 2020. Your letter of {number % 3 + 1} May",
            date=f"2020-05-{number % 5 + 1:02}",
            sender=people[number % 3],
            recipient=people[(number + 1 + number // 6) % 3],
            cites=((f"letter of {number % 3 + 1} May", f"2020-05-{number % 3 + 1:02}", number % 4 > 0),),
        )
        for number in range(24)
    ]
    links = resolve_links(readings)
    assert links.replies
    assert links.doubts
    assert links.not_held

    @given(st.permutations(readings))
    def check(order: Sequence[Reading]) -> None:
        assert resolve_links(order) == links

    check()
