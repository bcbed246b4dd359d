"""Who speaks to whom in running text: the places where a letter names its own writer or its addressee."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ...model.entity import Entity, EntityType
from ...model.letter import Correspondent, Letter
from ...model.reading import Party
from ...ontology.cues import load_name_cues
from ...ontology.speech_cues import ADDRESSEE, REPRESENTED, WRITER, load_ask_cues
from ..text.antecedents import BackReference
from ..text.span import Span

# "the Committee", "this Department", "our Association"; not "the Committee on Trade"
_BARE = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s+(?P<head>[A-Z][a-z]+)\b(?!\s+(?:of|for|on)\s+(?:the\s+)?[A-Z])(?!\s+[A-Z])(?![’'])"
)
# "My constituent", "He asks"; not "he asks"
_CONSTITUENT = re.compile(
    r"\b(?:(?:[Mm]y|[Oo]ur|[Tt]he)\s+constituents?|He|She|They)\b(?=\s+(?:also\s+|has\s+|have\s+|is\s+|are\s+|would\s+)*(?:ask|request|want|would|urge|seek|like)(?:s|ed|ing)?\b)"
)
_NEAR = 30
_FIRM = frozenset({"Ltd", "Ltd.", "Limited", "plc", "PLC", "Inc", "Inc.", "LLC", "LLP", "Corp", "Corp.", "GmbH", "SA"})
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")


def mask_voices(
    letter: Letter,
    senders: Sequence[Party],
    recipients: Sequence[Party],
    entities: Iterable[Entity],
    references: Iterable[BackReference],
) -> str:
    """Return the text with `WRITER` or `ADDRESSEE` letters, one for each code point, where it names either.

    In a letter of the Audit Committee "The Committee asks" is the writer's word. Offsets stay as they are.
    """
    ours, yours = _to_iris(senders), _to_iris(recipients)
    marks = dict.fromkeys(ours - yours, WRITER) | dict.fromkeys(yours - ours, ADDRESSEE)
    places = [
        (mention.start, mention.end, marks[entity.iri])
        for entity in entities
        if entity.iri in marks
        for mention in entity.mentions
    ]
    places += [(each.start, each.end, marks[each.entity]) for each in references if each.entity in marks]
    places += [(*span, REPRESENTED) for span in find_represented(letter.text, entities)]
    heads, short = _find_heads(letter), _find_short_names(letter)
    places += [(m.start(), m.end(), heads[m["head"]]) for m in _BARE.finditer(letter.text) if m["head"] in heads]
    for name, mark in short.items():
        places += [(m.start(), m.end(), mark) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", letter.text)]
    masked = list(letter.text)
    for start, end, mark in places:
        before = letter.text[max(0, start - 4) : start]
        begin = start - 4 if before.casefold() == "the " else start
        if letter.text[end : end + 1] not in {"’", "'"}:
            masked[begin:end] = mark * (end - begin)
    return "".join(masked)


def find_represented(text: str, entities: Iterable[Entity]) -> Iterator[Span]:
    """Yield where a letter names the constituent for whom it is written, and "He" or "She" at a sentence's start.

    "I write on behalf of my constituent, Mr Dara Fennell. He asks that …"
    """
    match = load_ask_cues().forwarded.search(text)
    if match is None:
        return
    for found in _CONSTITUENT.finditer(text):
        yield found.span()
    for entity in entities:
        if entity.type is EntityType.PERSON and any(0 <= m.start - match.end() < _NEAR for m in entity.mentions):
            yield from ((mention.start, mention.end) for mention in entity.mentions)


def _to_iris(parties: Sequence[Party]) -> set[str]:
    return {iri for party in parties for iri in (party.person, party.office, party.organisation) if iri}


def _find_heads(letter: Letter) -> dict[str, str]:
    """Return the nouns by which a letter may call one side alone: "Committee", "Department", "Minister".

    A note without any sender is a government's.
    """
    if not letter.senders:
        return dict.fromkeys(("Government", "Mission", "Embassy"), WRITER)
    ours, yours = _words_of(letter.senders), _words_of(letter.recipients)
    return dict.fromkeys(ours - yours, WRITER) | dict.fromkeys(yours - ours, ADDRESSEE)


def _find_short_names(letter: Letter) -> dict[str, str]:
    """Return names by which a letter may call one side alone.

    "HUD" is the Secretary of Housing and Urban Development, "Northmoor" the Northmoor Rail Ltd.
    """
    ours, yours = _short_names_of(letter.senders), _short_names_of(letter.recipients)
    return dict.fromkeys(ours - yours, WRITER) | dict.fromkeys(yours - ours, ADDRESSEE)


def _short_names_of(correspondents: Iterable[Correspondent]) -> set[str]:
    names = [name for each in correspondents for name in (each.office, each.organisation) if name]
    whole = [*names, *(name.partition(mark)[2] for name in names for mark in (" of ", " for "))]
    initials = {"".join(word[0] for word in _CAPITAL.findall(name)) for name in whole}
    bodies = {each.organisation for each in correspondents if each.organisation and " " in each.organisation}
    firms = {body.split()[0] for body in bodies if body.split()[-1] in _FIRM}
    return {each for each in initials if len(each) >= 3} | bodies | firms


def _words_of(correspondents: Iterable[Correspondent]) -> set[str]:
    names = [name for each in correspondents for name in (each.office, each.organisation) if name]
    names = [name.title() if name.isupper() else name for name in names]
    heads = load_name_cues().type_of_head
    words = {word for name in names for word in _CAPITAL.findall(name) if heads.get(word) in {"organisation", "office"}}
    # a minister, and whoever writes from a ministry, speaks for the government
    return words | ({"Government"} if words & load_ask_cues().governing else set())
