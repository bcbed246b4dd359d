"""Names by their head noun: "Department for Education", "Public Accounts Committee", "Modern Slavery Act 2015".

A head noun in capitals says what kind of thing the name is. The name reaches left over capitalised words and
right over a complement ("for Education"). Whether the whole is kept is decided where all finders meet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.entity import EntityType
from ..ontology.cues import NameCues, load_name_cues
from .people import count_title_words, is_honour, to_head
from .span import NameSpan
from .tokens import Token, find_tokens

_LAW = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ORDINAL = re.compile(
    r"(?:[A-Z]\w+-)?(?:First|Second|Third|(?:Four|Fif|Six|Seven|Eigh|Nin|Ten|Eleven|Twelf|\w+teen)th|\w+tieth)"
)


def find_head_noun_names(text: str, known: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the names that a head noun tells, in order; `known` are names that are certain already.

    "the Rural Rail Partnership" is found; "the Committee", "Annual Report" and "Member States" name nothing.
    """
    owner: dict[int, NameSpan] = {}
    for span in known:
        if span.type is EntityType.OFFICE:
            continue
        for offset in range(span.start, span.end):
            owner.setdefault(offset, span)
    found: list[NameSpan] = []
    for line in re.finditer(r"[^\n]+", text):
        tokens = find_tokens(text, line.start(), line.end())
        names = _LineOfNames(tokens=tokens, owner=owner, cues=load_name_cues(), text=text)
        found.extend(names.find())
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _LineOfNames:
    """The tokens of one line; `owner` maps an offset to the known name that covers it."""

    tokens: Sequence[Token]
    owner: dict[int, NameSpan]
    cues: NameCues
    text: str

    def find(self) -> Iterator[NameSpan]:
        """Yield the name of each head noun of the line, inner names of offices included."""
        done = -1
        for place, token in enumerate(self.tokens):
            kind = self._kind(place)
            owner = self.owner.get(token.start)
            if kind is None or place <= done:
                continue
            if owner is not None:
                yield from self._extend(owner, place, kind)
                continue
            left, right = self._reach_left(place, kind), self._reach_right(place, kind)
            left = self._trim_left(left, place)
            if kind is EntityType.SCHEME and self._is_body(left, place, right):
                kind = EntityType.ORGANISATION
            if not self._names_something(left, place, right, kind):
                continue
            start, end = self.tokens[left].start, self.tokens[right].end
            yield NameSpan(start=start, end=end, type=kind, rule="head-noun")
            if kind is not EntityType.OFFICE:
                done = right

    def _extend(self, owner: NameSpan, place: int, kind: EntityType) -> Iterator[NameSpan]:
        """Yield the longer name of a known one that ends in a head: "Vienna Convention on the Law of Treaties"."""
        if owner.end != self.tokens[place].end or owner.type is not kind:
            return
        right = self._reach_right(place, kind)
        if right > place:
            yield NameSpan(start=owner.start, end=self.tokens[right].end, type=kind, rule="head-noun")

    def _kind(self, place: int) -> EntityType | None:
        token = self.tokens[place]
        if not token.is_capitalised:
            return None
        kind = self.cues.type_of_head.get(to_head(token.text))
        if kind is None and self.cues.type_of_head.get(token.text.rpartition("-")[2]) == "office":
            kind = "office"
        if kind is None and token.text.isupper() and len(token.text) == 3:
            kind = self.cues.type_of_head.get(token.text.title())
        return EntityType(kind) if kind else None

    def _reach_left(self, place: int, kind: EntityType) -> int:
        """Return the first token of the name whose head is at `place`."""
        left = place
        while left > 0:
            before = self.tokens[left - 1]
            if not self._is_joined(left - 1, left) and before.text != "(":
                break
            step = self._step_left(left, place, kind)
            if step == 0:
                break
            left -= step
            if kind is EntityType.DOCUMENT and _ORDINAL.fullmatch(self.tokens[left].text):
                break
        return left

    def _step_left(self, left: int, place: int, kind: EntityType) -> int:
        """Return how many tokens to the left of `left` belong to the name too."""
        before = self.tokens[left - 1]
        owner = self.owner.get(before.start)
        if owner is not None and not self._is_part_of(owner, left, kind):
            return 0
        if owner is not None:
            return sum(1 for token in self.tokens[:left] if token.start >= owner.start)
        if self._is_modifier(left - 1, kind):
            return 1
        if left < 2:
            return 0
        beyond = left - 2
        if before.text in {"and", "&"} and self._is_conjunct(beyond, kind):
            return 2
        if before.text == "," and self._is_conjunct(beyond, kind) and self._is_listed(left, place):
            return 2
        if before.text in {"of", "for", "to", "in", "on"} and self._is_modifier(beyond, kind):
            lawful = kind is EntityType.LEGISLATION and before.text in {"of", "for", "to"}
            head = to_head(self.tokens[beyond].text)
            if (lawful and head not in self.cues.type_of_head) or (
                before.text == "of" and head in self.cues.containers
            ):
                return 2
        if before.is_possessive and self._is_modifier(beyond, kind):
            # "Children's Commissioner", "Workers' Co-operative"; "Scotland's Parliament" is stopped by its owner
            plural = before.text in {"'", "’"} or to_head(self.tokens[beyond].text) in {
                "Children", "Women", "Men", "People", "King", "Queen", "Girls", "Boys"
            }  # fmt: skip
            return 2 if plural else 0
        if before.text == ")" and kind in _LAW:
            opened = next((at for at in range(left - 2, max(left - 12, -1), -1) if self.tokens[at].text == "("), None)
            if opened is not None and opened > 0 and self.tokens[opened + 1].is_capitalised:
                return left - opened
        return 0

    def _is_part_of(self, owner: NameSpan, left: int, kind: EntityType) -> bool:
        """Tell whether a known name goes into a longer one: a country, or the body that a committee is part of."""
        if owner.type is EntityType.COUNTRY:
            return True
        if kind is EntityType.OFFICE:
            # "FBI Director", "TUC General Secretary"
            return owner.type is EntityType.ORGANISATION
        if owner.type is EntityType.ORGANISATION and kind is EntityType.ORGANISATION:
            return any(to_head(token.text) in self.cues.parts for token in self.tokens[left : left + 6])
        telling = (token for token in self.tokens[left : left + 1] if to_head(token.text) in self.cues.general)
        return owner.type is EntityType.ORGANISATION and kind is EntityType.DOCUMENT and any(telling)

    def _is_modifier(self, place: int, kind: EntityType) -> bool:
        token = self.tokens[place]
        if token.start in self.owner or not token.is_capitalised:
            return False
        if token.text in self.cues.never:
            # "Brussels I Regulation"
            return token.text == "I" and place > 0 and self.tokens[place - 1].is_capitalised
        if is_honour(token.text) or count_title_words([token.text]):
            return (
                kind is not EntityType.OFFICE
                and not is_honour(token.text)
                and token.text not in {"Mr", "Mrs", "Ms", "Dr", "Cllr"}
            )
        head = self.cues.type_of_head.get(to_head(token.text))
        # an office is no modifier ("Minister Home Office"), a law neither ("Equality Act Human Rights Act")
        return not (head in {"office", "legislation"} and kind.value != head)

    def _is_conjunct(self, place: int, kind: EntityType) -> bool:
        """Tell whether the word before "and" is half of one name: "Justice" in "Justice and Care Fund"."""
        token = self.tokens[place]
        if token.is_acronym or not self._is_modifier(place, kind):
            return False
        return to_head(token.text) not in self.cues.type_of_head

    def _is_listed(self, left: int, place: int) -> bool:
        """Tell whether an "and" follows before the head, so that the comma at hand parts a list."""
        return any(token.text in {"and", "&"} for token in self.tokens[left:place])

    def _is_joined(self, place: int, after: int) -> bool:
        between = self.text[self.tokens[place].end : self.tokens[after].start]
        return len(between) <= 1

    def _reach_right(self, place: int, kind: EntityType) -> int:
        """Return the last token of the name whose head is at `place`."""
        right = self._with_year(place) if kind in _LAW | {EntityType.DOCUMENT} else place
        head = to_head(self.tokens[place].text)
        if head in self.cues.small_complement and self._text(right + 1) == "on":
            return self._take_small_complement(right + 2)
        complements = frozenset() if head in self.cues.no_complement else self.cues.complements[kind.value]
        while right + 2 < len(self.tokens) and self.tokens[right + 1].text in complements:
            if self.tokens[right + 1].text == "to" and kind is EntityType.OFFICE and head not in self.cues.sent_to:
                break
            first = right + 2
            if self.tokens[first].text in {"the", "a", "an"}:
                first += 1
            end = self._take_run(first, kind, listed=head in self.cues.takes_list)
            if end == first:
                break
            right = end - 1
        return right

    def _text(self, place: int) -> str:
        return self.tokens[place].text if place < len(self.tokens) else ""

    def _take_small_complement(self, place: int) -> int:
        """Return the last token of a complement that goes on in small letters up to a mark or a verb."""
        while place < len(self.tokens):
            text = self.tokens[place].text
            conjunct = text == "and" and self._text(place + 1) in {"the", "Special", "Independent"}
            if (
                self._is_person(place)
                or text in {".", ";", ":", "(", ")"}
                or text in self.cues.complement_ends
                or conjunct
            ):
                break
            if text == "," and not self._text(place + 1).startswith(("and", "its", "including")):
                break
            place += 1
        return place - 1

    def _with_year(self, place: int) -> int:
        right = place
        while right + 1 < len(self.tokens):
            after = self.tokens[right + 1]
            if after.text == "(":
                closed = next(
                    (at for at in range(right + 2, min(right + 9, len(self.tokens))) if self.tokens[at].text == ")"),
                    None,
                )
                year = (
                    closed is not None
                    and closed + 1 < len(self.tokens)
                    and _YEAR.fullmatch(self.tokens[closed + 1].text)
                )
                if closed is None or not year:
                    break
                right = closed
            elif _YEAR.fullmatch(after.text):
                return right + 1
            elif after.text == "," and _YEAR.fullmatch(self._text(right + 2)):
                return right + 2
            elif after.text.isdigit() and self._text(right + 2) == "of" and _YEAR.fullmatch(self._text(right + 3)):
                return right + 3
            elif after.text == "of" and right + 2 < len(self.tokens) and _YEAR.fullmatch(self.tokens[right + 2].text):
                return right + 2
            else:
                break
        return right

    def _take_run(self, first: int, kind: EntityType, *, listed: bool) -> int:
        """Return the token behind a complement that starts at `first`: "Health and Social Care"."""
        place = first
        office = kind is EntityType.OFFICE
        while place < len(self.tokens):
            token = self.tokens[place]
            if self._is_person(place) or _ORDINAL.fullmatch(token.text) or (office and self._starts_body(place, first)):
                break
            if token.is_capitalised and token.text not in self.cues.never and not is_honour(token.text):
                place += 1
                continue
            span = self._next_conjunct(place, kind)
            if span == place or place == first or (token.text in {",", "and", "&"} and not listed):
                break
            place = span
        return place

    def _starts_body(self, place: int, first: int) -> bool:
        """Tell whether, inside a complement and without a joiner, another body's name begins."""
        if place == first or self.tokens[place - 1].text in self.cues.joiners:
            return False
        token = self.tokens[place]
        owner = self.owner.get(token.start)
        known = owner is not None and owner.type is EntityType.ORGANISATION and owner.start == token.start
        return known or (self._kind(place) is EntityType.ORGANISATION and self._text(place + 1) in {"of", "for"})

    def _is_person(self, place: int) -> bool:
        owner = self.owner.get(self.tokens[place].start)
        return (owner is not None and owner.type is EntityType.PERSON) or bool(
            count_title_words([self.tokens[place].text])
        )

    def _next_conjunct(self, place: int, kind: EntityType) -> int:
        """Return the place of the capitalised word that a joiner at `place` leads to, or `place`."""
        token = self.tokens[place]
        after = place + 1
        if token.is_possessive and after < len(self.tokens) and self.tokens[after].is_capitalised:
            return after
        if token.text in {",", "and", "&"}:
            if token.text == "," and not self._is_enumeration(place):
                return place
            if token.text == "," and after < len(self.tokens) and self.tokens[after].text in {"and", "&"}:
                after += 1
            stop = after
            while stop < len(self.tokens) and self.tokens[stop].is_capitalised:
                if self.tokens[stop].start in self.owner or self._kind(stop) in {
                    EntityType.OFFICE,
                    EntityType.ORGANISATION,
                }:
                    return place
                stop += 1
            return after if stop > after else place
        if token.text in self.cues.joiners:
            while after < len(self.tokens) and self.tokens[after].text in self.cues.joiners and after < place + 3:
                after += 1
            if (
                after < len(self.tokens)
                and self.tokens[after].is_capitalised
                and self.tokens[after].text not in self.cues.never
            ):
                if kind is EntityType.OFFICE or token.text in {"of", "for", "the", "de", "du", "la"} or kind in _LAW:
                    return after
        return place

    def _is_enumeration(self, place: int) -> bool:
        """Tell whether the comma at `place` parts a list that an "and" closes: "Digital, Culture and Sport"."""
        for token in self.tokens[place + 1 : place + 9]:
            if token.text in {"and", "&"}:
                return True
            if not (token.is_capitalised or token.text == ",") or token.start in self.owner:
                return False
        return False

    def _trim_left(self, left: int, place: int) -> int:
        while left < place and not (self.tokens[left].is_capitalised and self.tokens[left].text not in self.cues.never):
            left += 1
        return left

    def _is_body(self, left: int, place: int, right: int) -> bool:
        """Tell whether a "Service" or a "Network" is a body: "Crown Prosecution Service", "Network for Change"."""
        network = to_head(self.tokens[place].text) in {"Network", "Campaign"}
        owned = any(token.is_possessive for token in self.tokens[left:place])
        told = any(to_head(token.text) in self.cues.body_service for token in self.tokens[left:place])
        return told or (network and (right > place or owned))

    def _names_something(self, left: int, place: int, right: int, kind: EntityType) -> bool:
        if self._text(right + 1) in {"Building", "Buildings", "Street", "Road", "Avenue", "Square", "House"}:
            return False
        modifiers = [token for token in self.tokens[left:place] if token.is_capitalised]
        telling = [token for token in modifiers if to_head(token.text) not in self.cues.general]
        complement = right > place and any(token.is_capitalised for token in self.tokens[place + 1 : right + 1])
        head = to_head(self.tokens[place].text)
        if kind is EntityType.OFFICE:
            return bool(telling) or complement or right > place or head not in self.cues.only_modified
        if kind in _LAW and right > place:
            return complement or bool(modifiers)
        if head == "Constitution":
            return True
        return bool(telling) or complement
