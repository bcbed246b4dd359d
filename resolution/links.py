"""All links of a corpus: each kind is found by its own module, here they are put together."""

from collections.abc import Sequence

from ..model.judgement import Judgement
from ..model.link import Doubt, InferredSender, Links, Reply, SameAs
from ..model.reading import Reading
from .answers import find_answers
from .ask_parties import find_ask_parties
from .held_letters import HeldLetters, build_held_letters
from .judgements import drop_rejected, find_lost_judgements, judge_answers, judge_replies, judge_rest
from .letters_not_held import find_letters_not_held
from .matches import find_matches
from .pairs import drop_decided, judge_same
from .promise_returns import find_promise_returns
from .replies import find_replies
from .rulings import Rulings, build_rulings
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
    held = build_held_letters(drop_rejected(reading, rulings.rejected) for reading in readings)
    matches = find_matches(held)
    found, unclear_replies = find_replies(held, matches)
    replies = judge_replies(found, held, rulings)
    senders, unclear_senders = find_inferred_senders(held, replies)
    names, unclear_names = _find_same_entities(held, replies, senders, rulings)
    asks, unclear_asks = _find_same_asks(held, rulings)
    answers, changed = judge_answers(find_answers(held, replies, asks), asks, rulings)
    lost = find_lost_judgements(readings, [*found, *replies], answers, asks, rulings)
    doubts = {*unclear_replies, *unclear_senders, *unclear_names, *unclear_asks, *changed, *lost}
    return Links(
        same=tuple(sorted(names, key=lambda link: (link.entities, link.why))),
        replies=tuple(replies),
        senders=tuple(senders),
        not_held=tuple(find_letters_not_held(matches)),
        same_asks=tuple(asks),
        answers=tuple(answers),
        parties=tuple(find_ask_parties(held, senders, rulings)),
        returns=tuple(find_promise_returns(held, replies, names)),
        judged=tuple(judge_rest(readings, rulings)),
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.entities, doubt.message))),
    )


def _find_same_entities(
    held: HeldLetters, replies: Sequence[Reply], senders: Sequence[InferredSender], rulings: Rulings
) -> tuple[list[SameAs], list[Doubt]]:
    people, unclear_people = find_same_people(held, replies, senders)
    names, unclear_names = find_same_names(held, replies)
    entities = sorted({entity.iri for letter in held.letters for entity in letter.reading.entities})
    places = {iri: place for place, iri in enumerate(entities)}
    same, against = judge_same(sorted({*people, *names}, key=lambda link: (link.entities, link.why)), rulings, places)
    return same, [*drop_decided([*unclear_people, *unclear_names], same, rulings), *against]


def _find_same_asks(held: HeldLetters, rulings: Rulings) -> tuple[list[SameAs], list[Doubt]]:
    found, unclear = find_same_asks(held)
    asks = [
        ask for letter in held.letters for ask in sorted(letter.reading.asks, key=lambda each: each.evidence[0].start)
    ]
    same, against = judge_same(found, rulings, {ask.iri: place for place, ask in enumerate(asks)})
    return same, [*drop_decided(unclear, same, rulings), *against]
