"""An ask to somebody in an office stays open with the office and its body when the person leaves."""

from collections.abc import Callable
from dataclasses import replace

from policygraph.model.link import AnswerStatus, Links
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links

from .test_answers import KEEP, LETTER, REPLY

Read = Callable[..., list[Reading]]

# Another letter, to somebody else, shows who has the office now.
CHANGE = """\
Department for Transport

1 April 2020

Ann Baker
Director
Train Friends

Dear Ann,

I have been asked to take over from my predecessor and shall write about trains soon.

Yours sincerely,

Jane Roe MP
Minister for Buses
"""
SUCCESSOR = REPLY.replace("Robert Hale MP", "Jane Roe MP")


def find_sides(links: Links, readings: list[Reading]) -> set[str]:
    names = {entity.iri: entity.name for reading in readings for entity in reading.entities}
    (parties,) = links.parties
    return {names[iri] for iri in parties.asked_of}


def test_the_ask_is_open_with_person_office_and_body_and_the_successors_reply_counts(read_letters: Read) -> None:
    first, change, reply = read_letters(LETTER, CHANGE, SUCCESSOR.format(body="Buses are the future."))
    first = replace(first, asks=tuple(ask for ask in first.asks if ask.text == KEEP))
    readings = [first, change]
    before = resolve_links(readings)
    assert before.replies == ()
    assert [answer.status for answer in before.answers] == [AnswerStatus.NO_REPLY]
    assert find_sides(before, readings) == {"Robert Hale", "Minister for Buses", "Department for Transport"}
    assert [parties.of for parties in before.parties] == ["Robert Hale, Minister for Buses, Department for Transport"]
    after = resolve_links([*readings, reply])
    assert [(link.letter, link.to) for link in after.replies] == [(reply.letter.iri, first.letter.iri)]
    assert AnswerStatus.NO_REPLY not in {answer.status for answer in after.answers}
    assert find_sides(after, readings) == find_sides(before, readings)
