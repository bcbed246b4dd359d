"""Replies: which letter answers which, after how many days."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from ..model.link import Doubt, Reply
from ..model.statement import Passage
from .actors import Agreement, compare_answering, compare_sides
from .apologies import find_apologies
from .held_letters import HeldLetter, HeldLetters, name_bodies, normalise_reference
from .matches import Match, is_earlier
from .passages import find_date_line, find_line_of, find_party_lines, merge_passages
from .uncited_replies import find_referenced, find_thanked
from .wording import join_words, name_letter

# "Your ref: ABC/12", "Your reference ABC/12"; not "Our ref: ABC/12"
_YOUR_REFERENCE = re.compile(r"\byour\s+(?:ref\b|reference\b)", re.IGNORECASE)


def find_replies(held: HeldLetters, matches: Sequence[Match]) -> tuple[list[Reply], list[Doubt]]:
    """Return the replies in the order of the letters that answer, and what is not clear.

    A letter answers those that it thanks for ("Thank you for your letter of 9 June"); without such, those of
    the addressee that it speaks of; without these too, the one under "Your ref", under a reference in its opening, or
    the only one that the two exchanged the other way before "Thank you for writing".
    """
    replies: list[Reply] = []
    doubts: list[Doubt] = []
    for citing, answering in _find_answering(held, matches):
        found: dict[str, list[Passage]] = defaultdict(list)
        for match in answering:
            if len(match.sure) == 1:
                found[match.sure[0].letter.iri].extend(match.citation.evidence)
            elif match.sure or match.open:
                doubts.append(_to_doubt(match))
        for target, evidence in found.items():
            replies.append(build_reply(citing, held.by_iri[target], evidence))
        if not any(match.citation.by_addressee for match in answering):
            by_reference = _find_by_reference(held, citing)
            replies += by_reference if len(by_reference) == 1 else []
            doubts += [_to_reference_doubt(held, by_reference)] if len(by_reference) > 1 else []
            if not by_reference:
                uncited = _find_uncited(held, citing)
                replies += uncited if len(uncited) == 1 else []
                doubts += [_to_thanks_doubt(held, uncited)] if len(uncited) > 1 else []
    ranks = {iri: letter.rank for iri, letter in held.by_iri.items()}
    return sorted(replies, key=lambda reply: (ranks[reply.letter], ranks[reply.to])), doubts


def count_days(one: HeldLetter, two: HeldLetter) -> int | None:
    """Return the days from `one` to `two`; None where a date is missing."""
    if one.letter.date is None or two.letter.date is None:
        return None
    return (date.fromisoformat(two.letter.date) - date.fromisoformat(one.letter.date)).days


def _find_answering(held: HeldLetters, matches: Iterable[Match]) -> Iterator[tuple[HeldLetter, list[Match]]]:
    by_letter: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        if match.citation.by_addressee:
            by_letter[match.citing.letter.iri].append(match)
    for citing in held.letters:
        spoken = by_letter.get(citing.letter.iri, [])
        yield citing, [match for match in spoken if match.citation.answered] or spoken


def build_reply(citing: HeldLetter, target: HeldLetter, evidence: Iterable[Passage]) -> Reply:
    """Return that `citing` answers `target`.

    `evidence` shows it; the first apology for the delay, and the lines that date and sign the target, stand behind it.
    """
    shown = list(find_date_line(target.letter))
    for sender in target.letter.senders[:1]:
        shown += find_party_lines(target.letter, sender, foot=True)
    return Reply(
        letter=citing.letter.iri,
        to=target.letter.iri,
        days=count_days(target, citing),
        evidence=merge_passages([*evidence, *islice(find_apologies(citing.letter), 1), *shown]),
        addressees=name_bodies(target, target.reading.recipients),
        repliers=name_bodies(citing, citing.reading.senders),
    )


def _find_uncited(held: HeldLetters, citing: HeldLetter) -> list[Reply]:
    """Return the replies that a reference in the running text shows, without such those to what is thanked for."""
    referenced = [build_reply(citing, other, [passage]) for other, passage in find_referenced(held, citing)]
    if referenced:
        return list({reply.to: reply for reply in referenced}.values())
    letters, thanks = find_thanked(held, citing)
    return [build_reply(citing, other, thanks) for other in letters]


def _find_by_reference(held: HeldLetters, citing: HeldLetter) -> list[Reply]:
    """Return the replies that "Your ref: ABC/12" shows: to an earlier letter under that reference."""
    found: list[Reply] = []
    for reference in citing.letter.references:
        lines = [line for line in find_line_of(citing.letter, reference) if _is_yours(line, reference)]
        for other in held.by_reference[normalise_reference(reference)] if lines else ():
            theirs = [
                each for each in other.letter.references if normalise_reference(each) == normalise_reference(reference)
            ]
            shown = list(find_line_of(other.letter, theirs[0]))
            own = not any(_is_yours(line, theirs[0]) for line in shown)
            if own and is_earlier(other, citing) and _do_cross(citing, other):
                found.append(build_reply(citing, other, [*lines, *shown]))
    return list({reply.to: reply for reply in found}.values())


def _is_yours(line: Passage, reference: str) -> bool:
    """Tell whether "your ref" stands before the reference, and no "our ref" between the two."""
    before = line.quote[: line.quote.casefold().find(reference.split()[0].casefold())]
    labels = list(_YOUR_REFERENCE.finditer(before))
    return bool(labels) and not re.search(r"\bour\b", before[labels[-1].end() :], re.IGNORECASE)


def _do_cross(citing: HeldLetter, other: HeldLetter) -> bool:
    """Tell whether `citing` goes back to the writer of `other`, from its addressee or the same body."""
    back = compare_sides(other.senders, citing.recipients) is Agreement.AGREE
    return back and compare_answering(other.recipients, citing.senders) >= Agreement.BODY


def _to_doubt(match: Match) -> Doubt:
    letters = match.sure or match.open
    names = [name_letter(each.letter) for each in letters]
    if match.sure:
        what = f"{join_words(names)} fit equally well: check which one it answers."
    else:
        what = f"{join_words(names)} may be the one, but who wrote it to whom is not clear enough: check it."
    return Doubt(
        entities=(match.citing.letter.iri, *(each.letter.iri for each in letters)),
        message=f"For the “{match.citation.described}” in {name_letter(match.citing.letter)}, {what}",
    )


def _to_reference_doubt(held: HeldLetters, replies: Sequence[Reply]) -> Doubt:
    citing = held.by_iri[replies[0].letter].letter
    targets = sorted((held.by_iri[reply.to] for reply in replies), key=lambda each: each.rank)
    names = join_words([name_letter(each.letter) for each in targets])
    return Doubt(
        entities=(citing.iri, *(each.letter.iri for each in targets)),
        message=f"By the reference in {name_letter(citing)}, {names} fit equally well: check which one it answers.",
    )


def _to_thanks_doubt(held: HeldLetters, replies: Sequence[Reply]) -> Doubt:
    citing = held.by_iri[replies[0].letter].letter
    targets = sorted((held.by_iri[reply.to] for reply in replies), key=lambda each: each.rank)
    names = join_words([name_letter(each.letter) for each in targets])
    return Doubt(
        entities=(citing.iri, *(each.letter.iri for each in targets)),
        message=f"To {names}, {name_letter(citing)} may be the reply, but names no date: check it.",
    )
