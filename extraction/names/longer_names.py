"""Longer names around known ones: "Vienna Convention on the Law of Treaties", "Kent Trades Union Congress"."""

from collections.abc import Iterator

from ...model.entity import EntityType
from ..text.person_words import to_head
from ..text.span import NameSpan
from .name_left import reach_left, trim_left
from .name_line import NameLine
from .name_right import reach_right

_LAW = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
# known names that may be the end of another one's
_PRECEDED = frozenset({EntityType.ORGANISATION, EntityType.LEGISLATION})


def find_longer_name(line: NameLine, owner: NameSpan, place: int, kind: EntityType | None) -> Iterator[NameSpan]:
    """Yield the longer name of the known one whose token at `place` is a head of `kind`, if there is one.

    "Ministry of Justice and Human Rights" is another country's than the "Ministry of Justice" that is known.
    """
    last = owner.end == line.tokens[place].end
    generic = kind in _LAW or to_head(line.tokens[place].text) == "Ministry"
    if last and owner.type is EntityType.ORGANISATION and line.text[owner.start : owner.end].isupper():
        yield from _find_chapter(line, owner, place)
    if not last and not (generic and owner.type is kind):
        return
    preceded = last and owner.rule == "vocabulary" and owner.type in _PRECEDED
    start = _reach_left_of_known(line, owner, place) if preceded else owner.start
    # "writes to First Minister on Fair Work"
    told = owner.type is EntityType.OFFICE and line.word_at(place + 1) == "on"
    right = reach_right(line, place, owner.type) if owner.type is kind and not told else place
    end = max(line.tokens[right].end, owner.end)
    if (start, end) != (owner.start, owner.end):
        yield NameSpan(start=start, end=end, type=owner.type, rule="head-noun")


def _find_chapter(line: NameLine, owner: NameSpan, place: int) -> Iterator[NameSpan]:
    """Yield the chapter of a body that an acronym names: "ACLU of Washington"; not "NHS of the future"."""
    end = place + 2
    while end < len(line.tokens) and line.tokens[end].is_capitalised and line.word_at(end) not in line.cues.never:
        end += 1
    if line.word_at(place + 1) != "of" or end == place + 2 or end > len(line.tokens):
        return
    last = line.owner.get(line.tokens[end - 1].start)
    if last is None or last.type is EntityType.COUNTRY:
        yield NameSpan(start=owner.start, end=line.tokens[end - 1].end, type=owner.type, rule="head-noun")


def _reach_left_of_known(line: NameLine, owner: NameSpan, place: int) -> int:
    """Return where a name starts that ends in a known one: in a sentence, "the Kent Trades Union Congress"."""
    first = next(at for at in range(place + 1) if line.tokens[at].start >= owner.start)
    left = trim_left(line, reach_left(line, first, owner.type), first)
    if owner.type is EntityType.ORGANISATION and any(not token.is_capitalised for token in line.tokens[left:first]):
        return owner.start
    own = [token for token in line.tokens[left:first] if token.start not in line.owner and token.is_capitalised]
    telling = [token for token in own if to_head(token.text) not in line.cues.general]
    before = line.tokens[left - 1].text if left else ""
    in_sentence = before == "The" or (before.isalpha() and before.islower())
    return line.tokens[left].start if telling and in_sentence else owner.start
