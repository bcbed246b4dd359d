"""A sentence as words and slots, with what each word can be: part of a noun phrase, auxiliary, adverb, possessor.

No grammar of English, only its small words (`[grammar]` in `cues/relations.toml`): every other word may be a noun.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..ontology.relations import load_relation_cues
from .clause_words import find_clause_words
from .slots import Slot

_POSSESSIVES = frozenset({"'s", "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """The slots at one end of a relation, and the words `start`–`end` that they take.

    `is_tied` is true where a relative pronoun, a comma or a participle hangs the relation on the slots: then a hope
    or a question around the whole says nothing about it. `group` is where the words of the relation's own begin.
    """

    slots: tuple[int, ...]
    start: int
    end: int
    is_tied: bool = False
    group: int = 0


class Clause:
    """The words of the sentence `text[start:end]`, and the type of each slot."""

    def __init__(self, text: str, start: int, end: int, slots: Sequence[Slot]) -> None:
        self.grammar = load_relation_cues().grammar
        self.types = tuple(slot.type for slot in slots)
        self.end = end
        self.words = tuple(find_clause_words(text, start, end, slots))

    def is_word(self, place: int, *kinds: str) -> bool:
        """Tell whether the word at `place` is of one of the `kinds` of small words; false outside the sentence."""
        return 0 <= place < len(self.words) and any(self.words[place].text in self.grammar[kind] for kind in kinds)

    def is_mark(self, place: int, marks: str) -> bool:
        """Tell whether one of `marks` stands at `place`; false outside the sentence."""
        return 0 <= place < len(self.words) and self.words[place].text in frozenset(marks)

    def has_text(self, place: int, texts: frozenset[str]) -> bool:
        """Tell whether one of `texts` stands at `place`; false outside the sentence."""
        return 0 <= place < len(self.words) and self.words[place].text in texts

    def is_slot(self, place: int, types: frozenset[str] | None = None) -> bool:
        """Tell whether a slot, one of `types` if given, stands at `place`; false outside the sentence."""
        inside = 0 <= place < len(self.words) and self.words[place].slot >= 0
        return inside and (types is None or self.words[place].type in types)

    def is_plain(self, place: int) -> bool:
        """Tell whether a word may be part of a noun phrase: no slot, mark, preposition, pronoun or auxiliary."""
        word = self.words[place]
        return word.slot < 0 and (word.text[0].isalnum() or word.text[0] in "£$€") and word.text not in self._closed

    def is_possessor(self, place: int) -> bool:
        """Tell whether a possessive stands behind the slot at `place`."""
        return place + 1 < len(self.words) and self.words[place + 1].text in _POSSESSIVES

    def is_adverb(self, place: int) -> bool:
        """Tell whether a word may stand inside a verb's phrase: "jointly", "now", "not"."""
        text = self.words[place].text
        return self.words[place].slot < 0 and (
            text in self.grammar["adverbs"] or (text.endswith("ly") and len(text) > len("only"))
        )

    def is_time(self, place: int) -> bool:
        """Tell whether a word belongs to when something is done: "in 2018", "each year", "now", "together"."""
        word = self.words[place]
        return word.slot < 0 and (
            word.text.isdigit()
            or word.text in {"in", "since", "year"}
            or self.is_word(place, "times")
            or self.is_adverb(place)
        )

    def is_closed(self, place: int) -> bool:
        """Tell whether no object follows at `place`: a mark, a preposition, a join or an auxiliary stands there."""
        if place >= len(self.words) or self.is_word(place, "times"):
            return True
        is_noun = self.is_plain(place) and not self.is_adverb(place)
        return not (self.is_slot(place) or is_noun or self.is_word(place, "articles"))

    def is_opening(self, place: int) -> bool:
        """Tell whether the sentence begins with the words at `place`: "As", "Having", or nothing stands before them."""
        before = self.words[: self.skip_auxiliaries(place)]
        return len(before) < 3 and all(
            word.text in {"as", "having", "being", "by", "."} or word.text.isdigit() for word in before
        )

    def skip_auxiliaries(self, place: int) -> int:
        """Return where the auxiliaries and adverbs before `place` begin: "[has now been] run", "[, however,] runs"."""
        while place > 0:
            if self.is_adverb(place - 1) or self.is_word(place - 1, "auxiliaries"):
                place -= 1
            elif self.words[place - 1].text == "to" and self.is_word(place - 2, "lead_ins"):
                place -= 2
            elif self.is_mark(place - 1, ",") and self.is_mark(place - 3, ",") and self.is_adverb(place - 2):
                place -= 3
            else:
                break
        return place

    def has_auxiliary(self, place: int, kind: str = "auxiliaries") -> bool:
        """Tell whether an auxiliary stands before `place`, with `kind` "be" a form of "be"."""
        return any(self.is_word(at, kind) for at in range(self.skip_auxiliaries(place), place))

    def skip_trailing(self, place: int) -> int:
        """Return where what trails a name ends: "the Fund [programme]", "the Fund [in 2021]"."""
        while self.is_word(place, "trailing"):
            place += 1
        dated = self.words[place : place + 2]
        return place + 2 if len(dated) == 2 and dated[0].text == "in" and dated[1].text.isdigit() else place

    def skip_second_verb(self, place: int) -> int:
        """Return where an object can begin: "runs [and maintains] it", "runs[, with Mind,] it", "runs[, now,] it"."""
        words = self.words
        if self.is_mark(place, ",") and self.is_mark(place + 2, ",") and self.is_adverb(place + 1):
            return place + 3
        if place + 1 < len(words) and words[place].text == "and" and words[place + 1].text.endswith(("s", "ed")):
            return place + 2
        if (
            self.is_mark(place, ",")
            and place + 1 < len(words)
            and words[place + 1].text in {"with", "together", "jointly"}
        ):
            closing = (at + 1 for at in range(place + 2, min(place + 10, len(words))) if self.is_mark(at, ","))
            return next(closing, place)
        return place

    def find_phrase_start(self, at: int) -> int:
        """Return where the article and the adjectives of the name at `at` begin; `at` where it has no article."""
        start = at
        while start > 0 and at - start < 4 and (self.is_plain(start - 1) or self.is_word(start - 1, "articles")):
            start -= 1
            if self.is_word(start, "articles"):
                return start
        return at

    def is_governed(self, place: int) -> bool:
        """Tell whether a preposition stands before `place`."""
        return self.is_word(place - 1, "prepositions")

    @cached_property
    def hanging(self) -> frozenset[str]:
        """Words with which a phrase begins that hangs on a name without a verb."""
        return self.grammar["prepositions"] | self.grammar["articles"] | {"part", "'s", ",", "together", "jointly"}

    @cached_property
    def _closed(self) -> frozenset[str]:
        names = ("prepositions", "relatives", "auxiliaries", "joins", "pronouns")
        return frozenset().union(*(self.grammar[name] for name in names))
