"""All links of a corpus: each kind is found by its own module, here they are put together."""

from collections.abc import Sequence

from ..model.link import Links
from ..model.reading import Reading
from .answers import find_answers
from .held_letters import build_held_letters
from .letters_not_held import find_letters_not_held
from .matches import find_matches
from .replies import find_replies
from .same_asks import find_same_asks
from .same_names import find_same_names
from .same_people import find_same_people
from .senders import find_inferred_senders


def resolve_links(readings: Sequence[Reading]) -> Links:
    """Return what links the letters; the order of `readings` does not count.

    Where two letters or people fit equally well there is a `Doubt` and no link.
    """
    held = build_held_letters(readings)
    matches = find_matches(held)
    replies, unclear_replies = find_replies(held, matches)
    senders, unclear_senders = find_inferred_senders(held, replies)
    people, unclear_people = find_same_people(held, replies, senders)
    names, unclear_names = find_same_names(held, replies)
    asks, unclear_asks = find_same_asks(held)
    doubts = {*unclear_replies, *unclear_senders, *unclear_people, *unclear_names, *unclear_asks}
    return Links(
        same=tuple(sorted({*people, *names}, key=lambda link: (link.entities, link.why))),
        replies=tuple(replies),
        senders=tuple(senders),
        not_held=tuple(find_letters_not_held(matches)),
        same_asks=tuple(asks),
        answers=tuple(find_answers(held, replies, asks)),
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.entities, doubt.message))),
    )
