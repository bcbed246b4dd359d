"""Replies that give no date: "Thank you for writing about …", or the other letter's reference in the running text."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ..model.statement import Passage
from .actors import Agreement, compare_answering, compare_sides
from .held_letters import HeldLetter, HeldLetters, normalise_reference
from .matches import is_earlier
from .passages import to_passage
from .reply_passages import find_body_paragraphs

# "Thank you for your letter about buses", "I have your message"; not "Thank you for coming"
_THANKS = re.compile(
    r"\b(?:thank(?:s| you)[^.;]{0,30} for (?:your|writing|getting in touch|contacting|raising)"
    r"|(?:in (?:reply|response|answer)|further|reply(?:ing)?|respond(?:ing)?) to your"
    r"|i (?:have|refer to|acknowledge) your|grateful for your|receipt of your)"
    r"(?: (?:(?:recent|kind|further|joint|open|thoughtful|undated) )*"
    r"(?:letters?|e-?mails?|correspondence|message|note|submission|memo\w*)\b|(?<=writing)|(?<=touch)|(?<=contacting)|(?<=raising))",
    re.IGNORECASE,
)
_OPENING = 6
_LONGEST_WAIT = 400
_MONTHS = 15
_SHORTEST_REFERENCE = 5


def find_thanked(held: HeldLetters, citing: HeldLetter) -> tuple[list[HeldLetter], list[Passage]]:
    """Return the letters that the opening can thank for, and the sentence that does.

    They are those that the correspondents exchanged in the other direction within 400 days before.
    """
    thanks = next(
        (
            to_passage(citing.letter, start, end)
            for start, end in _find_opening(citing)
            if _THANKS.search(citing.letter.text, start, end)
        ),
        None,
    )
    if thanks is None or citing.letter.date is None:
        return [], []
    sent = date.fromisoformat(citing.letter.date)
    found = [
        other
        for other in _find_exchanged(held, citing, sent)
        if is_earlier(other, citing)
        and other.letter.date is not None
        and (sent - date.fromisoformat(other.letter.date)).days <= _LONGEST_WAIT
        and compare_sides(other.senders, citing.recipients) is Agreement.AGREE
        and compare_answering(other.recipients, citing.senders) is Agreement.AGREE
    ]
    return found, [thanks]


def find_referenced(held: HeldLetters, citing: HeldLetter) -> Iterator[tuple[HeldLetter, Passage]]:
    """Yield earlier letters of others whose reference stands in the running text, with the sentence.

    "With reference to the communication AL KVR 2/2022" answers the letter under that reference.
    """
    for start, end in _find_opening(citing):
        for reference in _find_runs(citing.letter.text[start:end]) & held.by_reference.keys() - citing.references:
            for other in held.by_reference[reference]:
                one_writer = compare_sides(other.senders, citing.senders) is Agreement.AGREE
                if is_earlier(other, citing) and not one_writer:
                    yield other, to_passage(citing.letter, start, end)


def _find_runs(sentence: str) -> set[str]:
    """Return the runs of up to six words that can be a reference, as references are compared."""
    if not any(letter.isdigit() for letter in sentence):
        return set()
    words = sentence.replace("(", " ").replace(")", " ").split()
    runs = ("".join(words[place : place + length]) for place in range(len(words)) for length in range(1, 7))
    even = (normalise_reference(run.strip(".,;:")) for run in runs)
    return {run for run in even if len(run) >= _SHORTEST_REFERENCE and any(letter.isdigit() for letter in run)}


def _find_opening(citing: HeldLetter) -> list[tuple[int, int]]:
    """Return the first sentences of the body."""
    spans = (span for paragraph in find_body_paragraphs(citing.letter) for span in paragraph)
    return list(islice(spans, _OPENING))


def _find_exchanged(held: HeldLetters, citing: HeldLetter, sent: date) -> list[HeldLetter]:
    """Return the letters of the last months that one of the recipients has written, in order."""
    year, month = sent.year, sent.month
    months = [f"{year + (month - back - 1) // 12:04}-{(month - back - 1) % 12 + 1:02}" for back in range(_MONTHS)]
    probes = {key for actor in citing.recipients for key in actor.probes}
    found = {
        each.letter.iri: each for period in months for key in probes for each in held.by_sender.get((period, key), ())
    }
    return sorted(found.values(), key=lambda each: each.rank)
