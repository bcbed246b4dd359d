"""All links of a corpus: each kind is found by its own module, here they are put together."""

from collections.abc import Sequence

from ..model.judgement import Judgement
from ..model.link import Links
from ..model.reading import Reading
from .answers import find_answers
from .held_letters import build_held_letters
from .judgements import (
    build_rulings,
    drop_rejected_asks,
    find_lost_judgements,
    judge_answers,
    judge_replies,
    judge_rest,
)
from .letters_not_held import find_letters_not_held
from .matches import find_matches
from .replies import find_replies
from .same_asks import find_same_asks
from .same_names import find_same_names
from .same_people import find_same_people
from .senders import find_inferred_senders


def resolve_links(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Links:
    """Return what links the letters; neither the order of `readings` nor that of `judgements` counts.

    Where two letters or people fit equally well there is a `Doubt` and no link. What analysts have said of replies and
    asks holds for all that follows from these.
    """
    rulings = build_rulings(judgements)
    held = build_held_letters(drop_rejected_asks(readings, rulings))
    matches = find_matches(held)
    found, unclear_replies = find_replies(held, matches)
    replies = judge_replies(found, held, rulings)
    senders, unclear_senders = find_inferred_senders(held, replies)
    people, unclear_people = find_same_people(held, replies, senders)
    names, unclear_names = find_same_names(held, replies)
    asks, unclear_asks = find_same_asks(held)
    answers, changed = judge_answers(find_answers(held, replies, asks), asks, rulings)
    lost = find_lost_judgements(readings, [*found, *replies], answers, asks, rulings)
    doubts = {*unclear_replies, *unclear_senders, *unclear_people, *unclear_names, *unclear_asks, *changed, *lost}
    return Links(
        same=tuple(sorted({*people, *names}, key=lambda link: (link.entities, link.why))),
        replies=tuple(replies),
        senders=tuple(senders),
        not_held=tuple(find_letters_not_held(matches)),
        same_asks=tuple(asks),
        answers=tuple(answers),
        judged=tuple(judge_rest(readings, rulings)),
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.entities, doubt.message))),
    )
