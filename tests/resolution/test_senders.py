from collections.abc import Callable

from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links

Read = Callable[..., list[Reading]]

UNSIGNED = """4 March 2020

Robert Hale MP
Minister for Buses
Department for Transport
London SW1P 4DR

Dear Mr Hale,

I am writing about buses in villages. They must be kept, and I ask you to keep them.

Yours sincerely,

Commissioner for Older Travellers
"""

REPLY = """Department for Transport
Great Minster House
London SW1P 4DR

Dame Helen Marsh
Commissioner for Older Travellers
2 High Street
Leeds LS1 4AB

3 April 2020

Dear Helen,

Thank you for your letter of 4 March about buses. They are under review.

Yours sincerely,

Robert Hale MP
Minister for Buses
"""

THIRD = """5 May 2020

Helen Marsh
Commissioner for Older Travellers
2 High Street
Leeds LS1 4AB

Dear Ms Marsh,

I was glad to meet you last week, and I enclose the notes that I took there.

Yours sincerely,

Joan Reed
Chair
Rail Action
"""


def test_an_office_alone_is_given_its_holder_by_the_reply(read_letters: Read) -> None:
    letter, reply = read_letters(UNSIGNED, REPLY)
    (sender,) = resolve_links([letter, reply]).senders
    person = next(entity for entity in reply.entities if entity.iri == sender.person)
    assert (sender.letter, person.name) == (letter.letter.iri, "Helen Marsh")
    address, citing, signature = (passage.quote for passage in sender.evidence)
    assert address.endswith("Helen Marsh\nCommissioner for Older Travellers")
    assert citing.startswith("Thank you for your letter of 4 March")
    assert signature == "Commissioner for Older Travellers"


def test_a_letter_that_names_its_writer_needs_no_other(read_letters: Read) -> None:
    signed = UNSIGNED.replace("\nCommissioner for", "\nHelen Marsh\nCommissioner for")
    links = resolve_links(read_letters(signed, REPLY))
    assert len(links.replies) == 1
    assert links.senders == ()


def test_a_letter_to_the_holder_that_is_no_reply_tells_nothing(read_letters: Read) -> None:
    assert resolve_links(read_letters(UNSIGNED, THIRD)).senders == ()


def test_replies_to_two_people_in_the_office_give_a_doubt(read_letters: Read) -> None:
    later = REPLY.replace("Dame Helen Marsh", "Dame Joan Reed").replace("Dear Helen", "Dear Joan")
    links = resolve_links(read_letters(UNSIGNED, REPLY, later.replace("3 April", "9 April")))
    assert len(links.replies) == 2
    assert links.senders == ()
    (doubt,) = links.doubts
    assert "Helen Marsh and Joan Reed" in doubt.message
    assert "check who wrote it" in doubt.message


def test_a_second_reply_to_the_same_person_changes_nothing(read_letters: Read) -> None:
    letter, first, second = read_letters(UNSIGNED, REPLY, REPLY.replace("3 April", "9 April"))
    (sender,) = resolve_links([second, letter, first]).senders
    assert sender.evidence[0].letter == first.letter.iri
