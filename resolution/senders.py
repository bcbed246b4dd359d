"""Senders found from a reply: who signed with an office alone and was answered by name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.link import Doubt, InferredSender, Reply
from ..model.statement import Passage, Polarity, Predicate
from .actors import Agreement, compare_names, compare_offices
from .apologies import find_apologies
from .held_letters import HeldLetter, HeldLetters
from .passages import find_party_lines, merge_passages
from .wording import join_words, name_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """A person (IRI) whom the letter `reply` addresses in the office that signed another letter."""

    person: str
    name: str
    words: tuple[str, ...]
    reply: HeldLetter
    evidence: tuple[Passage, ...]


def find_inferred_senders(held: HeldLetters, replies: Sequence[Reply]) -> tuple[list[InferredSender], list[Doubt]]:
    """Return who wrote the letters that an office alone has signed, in the order of these letters.

    A reply to "Dame Ann Lee / Commissioner for Parks" that speaks of "your letter of 5 March 2024" names the
    writer of a letter of that day signed "Commissioner for Parks". Replies to two different people in that
    office leave it open.
    """
    found: dict[tuple[str, int], list[_Writer]] = defaultdict(list)
    for reply in replies:
        for number, writer in _find_writers(held, reply):
            found[reply.to, number].append(writer)
    senders: list[InferredSender] = []
    doubts: list[Doubt] = []
    for letter, number in sorted(found, key=lambda key: (held.by_iri[key[0]].rank, key[1])):
        writers = found[letter, number]
        best = min(writers, key=lambda each: (-len(each.words), each.reply.rank, each.person))
        if any(compare_names(best.words, each.words) is Agreement.DIFFER for each in writers):
            doubts.append(_to_doubt(held.by_iri[letter], writers))
            continue
        senders.append(InferredSender(letter=letter, person=best.person, evidence=best.evidence))
    return senders, doubts


def _find_writers(held: HeldLetters, reply: Reply) -> Iterator[tuple[int, _Writer]]:
    """Yield the number of each nameless sender of the letter with the person whom the reply addresses."""
    answer, letter = held.by_iri[reply.letter], held.by_iri[reply.to]
    late = set(find_apologies(answer.letter))  # they do not tell who wrote what is answered
    citing = [passage for passage in reply.evidence if passage.letter == reply.letter and passage not in late]
    for number, (sender, _, office) in enumerate(letter.pair_senders()):
        if sender.name is not None or sender.office is None:
            continue
        for recipient, party, addressee in answer.pair_recipients():
            if recipient.name is None or party.person is None:
                continue
            if compare_offices(office, addressee) is not Agreement.AGREE:
                continue
            address = _find_statement(answer, party.person, party.office)
            address = address or list(find_party_lines(answer.letter, recipient, foot=False))
            signature = find_party_lines(letter.letter, sender, foot=True)
            yield (
                number,
                _Writer(
                    person=party.person,
                    name=recipient.name,
                    words=addressee.name,
                    reply=answer,
                    evidence=merge_passages([*address, *citing, *signature]),
                ),
            )


def _find_statement(held: HeldLetter, person: str, office: str | None) -> list[Passage]:
    """Return the evidence that the person holds the office: the lines of the address block."""
    for statement in held.reading.statements:
        ends = (statement.subject, statement.predicate, statement.object)
        if ends == (person, Predicate.HOLDS_OFFICE, office) and statement.polarity is Polarity.AFFIRMED:
            return list(statement.evidence)
    return []


def _to_doubt(letter: HeldLetter, writers: Sequence[_Writer]) -> Doubt:
    people = sorted({writer.person for writer in writers})
    names = join_words(sorted({writer.name for writer in writers}))
    return Doubt(
        entities=tuple(people),
        message=f"The replies to {name_letter(letter.letter)} address {names} in the office that signed it: "
        "check who wrote it.",
    )
