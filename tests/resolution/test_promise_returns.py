"""A later letter returns to a promise where it is between the same sides and a sentence names the thing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from policygraph.model.commitment import Commitment, Strength
from policygraph.model.entity import EntityType
from policygraph.model.identity import to_commitment_iri
from policygraph.model.link import PromiseReturn
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links
from policygraph.resolution.passages import to_passage

Read = Callable[..., list[Reading]]

WORDS = "We will publish the review of the Village Bus Grant."
LETTER = """\
{day}

{to}

Dear {dear},

{body}

Yours sincerely,

{by}
"""
MINISTER = "Robert Hale MP\nMinister for Buses\nDepartment for Transport"
SUCCESSOR = "Jane Roe MP\nMinister for Buses\nDepartment for Transport"
FRIENDS = "Helen Marsh\nDirector\nBus Friends"
BAKERS = "Ann Baker\nDirector\nBread Friends"
THANKS = (
    "I write about the Village Bus Grant. It is cold. Where is the review of the Village Bus Grant that you promised?"
)


def write(day: str, by: str, to: str, body: str) -> str:
    return LETTER.format(day=day, by=by, to=to, dear=to.split("\n")[0], body=body)


def promise(reading: Reading) -> Reading:
    grant = next(entity.iri for entity in reading.entities if entity.type is EntityType.SCHEME)
    start = reading.letter.text.index(WORDS)
    made = Commitment(
        iri=to_commitment_iri(reading.letter.iri, WORDS),
        text=WORDS,
        by=(),
        about=(grant,),
        strength=Strength.FIRM,
        evidence=(to_passage(reading.letter, start, start + len(WORDS)),),
    )
    return replace(reading, commitments=(made,))


def find_returns(read: Read, *later: str) -> list[PromiseReturn]:
    first, *others = read(write("1 March 2020", MINISTER, FRIENDS, WORDS), *later)
    return list(resolve_links([promise(first), *others]).returns)


@pytest.mark.parametrize(
    ("by", "to"), [(FRIENDS, MINISTER), (FRIENDS, SUCCESSOR), (SUCCESSOR, FRIENDS)], ids=["back", "successor", "forth"]
)
def test_the_sentence_with_most_words_of_the_promise_shows_it(read_letters: Read, by: str, to: str) -> None:
    (found,) = find_returns(read_letters, write("1 May 2020", by, to, THANKS))
    assert [passage.quote for passage in found.evidence] == [
        "Where is the review of the Village Bus Grant that you promised?"
    ]


@pytest.mark.parametrize(
    ("day", "by", "to", "body"),
    [
        ("1 February 2020", FRIENDS, MINISTER, THANKS),
        ("1 May 2020", BAKERS, MINISTER, THANKS),
        ("1 May 2020", FRIENDS, BAKERS, THANKS),
        ("1 May 2020", FRIENDS, MINISTER, "I write about the weather."),
    ],
    ids=["earlier", "another writer", "another reader", "another thing"],
)
def test_other_letters_do_not_return_to_it(read_letters: Read, day: str, by: str, to: str, body: str) -> None:
    assert find_returns(read_letters, write(day, by, to, body)) == []
