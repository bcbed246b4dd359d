"""A line of tokens in which names are looked for, and what each token can be in one."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.entity import EntityType
from ...ontology.cues import NameCues
from ..text.person_words import count_title_words, is_honour, to_head
from ..text.span import NameSpan
from ..text.tokens import Token

# what is called by its fields: "Environmental Evaluation and Oversight Agency"
_FIELDED = frozenset({EntityType.ORGANISATION, EntityType.OFFICE, EntityType.SCHEME})
_LEGAL_FIELDS = frozenset({"Law", "Regulation", "Code", "Standards"})
SEASONS = frozenset({"Spring", "Summer", "Autumn", "Winter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """The tokens of one line; `owner` maps an offset to the known name that covers it."""

    tokens: Sequence[Token]
    owner: dict[int, NameSpan]
    cues: NameCues
    text: str

    def find_kind(self, place: int) -> EntityType | None:
        """Return the type that the head noun at `place` tells, None where there is none."""
        token = self.tokens[place]
        if not token.is_capitalised:
            return None
        kind = self.cues.type_of_head.get(to_head(token.text))
        if kind is None and place:
            # "Secretary General", "Auditor General"
            kind = self.cues.type_of_head.get(f"{to_head(self.tokens[place - 1].text)} {to_head(token.text)}")
        if kind is None and self.cues.type_of_head.get(token.text.rpartition("-")[2]) == "office":
            kind = "office"
        if kind is None and token.text.isupper() and len(token.text) == 3 and self._is_shouted(place):
            kind = self.cues.type_of_head.get(token.text.title())
        return EntityType(kind) if kind else None

    def _is_shouted(self, place: int) -> bool:
        """Tell whether the words before stand in capitals too: "CARE ACT" is a law, "Canberra ACT" a place."""
        return place > 0 and self.tokens[place - 1].text.isupper()

    def word_at(self, place: int) -> str:
        """Return the token at `place`, "" behind the last."""
        return self.tokens[place].text if place < len(self.tokens) else ""

    def is_person(self, place: int) -> bool:
        """Tell whether a known person or a title stands at `place`."""
        owner = self.owner.get(self.tokens[place].start)
        return (owner is not None and owner.type is EntityType.PERSON) or bool(
            count_title_words([self.tokens[place].text])
        )

    def is_modifier(self, place: int, kind: EntityType) -> bool:
        """Tell whether the word at `place` can be part of a name whose head follows."""
        token = self.tokens[place]
        if token.start in self.owner or not token.is_capitalised:
            return False
        if token.text in SEASONS:
            return True
        if token.text in self.cues.never:
            # "Brussels I Regulation", "Living With Water Programme"
            before = self.tokens[place - 1] if place else token
            if kind is EntityType.LEGISLATION and place > 1 and before.text in {"and", "for", "to", "of", "or"}:
                # "Tobacco and Other Products Act", "Access for Every Village Act"
                before = self.tokens[place - 2]
            named = before.is_capitalised and before.text not in self.cues.never and before.start not in self.owner
            return token.text in self.cues.inner and named and self.is_joined(place - 1, place)
        if is_honour(token.text) or count_title_words([token.text]):
            return (
                kind is not EntityType.OFFICE
                and not is_honour(token.text)
                and token.text not in {"Mr", "Mrs", "Ms", "Dr", "Cllr"}
            )
        head = self.cues.type_of_head.get(to_head(token.text))
        # an office is no modifier ("Minister Home Office"), a law neither ("Equality Act Human Rights Act"), but what
        # only regulates is one: "Digital Regulation Cooperation Forum", "Law Society"
        field = kind is EntityType.ORGANISATION and to_head(token.text) in _LEGAL_FIELDS
        lawful = kind is EntityType.DOCUMENT or field
        return kind.value == head or not (head == "office" or (head == "legislation" and not lawful))

    def is_conjunct(self, place: int, kind: EntityType) -> bool:
        """Tell whether the word before "and" is half of one name: "Justice" in "Justice and Peace Fund"."""
        token = self.tokens[place]
        if token.is_acronym or not self.is_modifier(place, kind):
            return False
        head = to_head(token.text)
        return head not in self.cues.type_of_head or (kind in _FIELDED and head in self.cues.fields)

    def is_law_conjunct(self, place: int) -> bool:
        """Tell whether a head noun is only half of a law's title: "the Companies and Allied Matters Act"."""
        head = self.cues.type_of_head.get(to_head(self.tokens[place].text))
        alone = place == 0 or not self.tokens[place - 1].is_capitalised
        return (
            head in {"organisation", "scheme", "document"} and alone and self.tokens[place].text not in self.cues.never
        )

    def is_joined(self, place: int, after: int) -> bool:
        """Tell whether nothing but a space stands between two tokens."""
        if after >= len(self.tokens):
            return False
        between = self.text[self.tokens[place].end : self.tokens[after].start]
        return len(between) <= 1
