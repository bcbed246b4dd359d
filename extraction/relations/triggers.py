"""Where a sentence has the words of a verb or a template: the places at which a relation may be said."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...ontology.relations import Template, Verb, load_relation_cues
from .clause_words import Word

_LONGEST_FILLER = 6
# what a filler does not pass; it does pass the one who is asked or given: "urge [the Home Office] to pass"
_BARRIERS = frozenset({".", ";", ":", "to", "by", "as", "if", "but", "because"})
_PASSED = frozenset({"organisation", "office", "person", "you"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words `start`–`end` of a clause are those of a verb or of a template; `lacks` is its last preposition, left
    out because it stands before "which" ("for which Ofcom [is responsible]")."""

    cue: Verb | Template
    start: int
    end: int
    lacks: frozenset[str] = frozenset()


@cache
def load_trigger_words() -> dict[str, tuple[Verb | Template, ...]]:
    """Return the verbs and templates by the words with which they can begin."""
    cues = load_relation_cues()
    index: dict[str, list[Verb | Template]] = defaultdict(list)
    for template in cues.templates:
        for place, words in enumerate(template.words):
            for word in words:
                index[word].append(template)
            if not template.optional[place]:
                break
    for verb in cues.verbs:
        for word in verb.forms.active | {verb.forms.participle}:
            index[word].append(verb)
    return {word: tuple(_once(entries)) for word, entries in index.items()}


def _once(entries: list[Verb | Template]) -> list[Verb | Template]:
    kept: dict[int, Verb | Template] = {id(entry): entry for entry in entries}
    return list(kept.values())


def find_triggers(words: Sequence[Word]) -> Iterator[Trigger]:
    """Yield what the verbs and templates find of their own words, in order."""
    index = load_trigger_words()
    for place, word in enumerate(words):
        for cue in index.get("'s" if _owns(word) else word.text, ()):
            if isinstance(cue, Verb):
                yield from _find_verb(cue, words, place)
                continue
            whole = _match(cue, words, place, 0, len(cue.words))
            if whole is not None:
                yield Trigger(cue=cue, start=place, end=whole)
            elif len(cue.words) > 1 and cue.words[-1] <= load_relation_cues().grammar["prepositions"]:
                part = _match(cue, words, place, 0, len(cue.words) - 1)
                if part is not None:
                    yield Trigger(cue=cue, start=place, end=part, lacks=cue.words[-1])


def _find_verb(verb: Verb, words: Sequence[Word], place: int) -> Iterator[Trigger]:
    rest = verb.forms.rest
    found = tuple(each.text for each in words[place + 1 : place + 1 + len(rest)])
    if found == rest:
        yield Trigger(cue=verb, start=place, end=place + 1 + len(rest))
    elif found[: len(rest) - 1] == rest[:-1] and rest[-1] in load_relation_cues().grammar["prepositions"]:
        yield Trigger(cue=verb, start=place, end=place + len(rest), lacks=frozenset(rest[-1:]))


def _match(template: Template, words: Sequence[Word], place: int, piece: int, last: int) -> int | None:
    """Return where the pieces from `piece` on end that begin at `place`, None where they do not."""
    if piece == last:
        return place
    wanted = template.words[piece]
    if "~" in wanted:
        for reach in range(_LONGEST_FILLER + 1):
            found = _match(template, words, place + reach, piece + 1, last)
            if found is not None:
                return found
            if place + reach >= len(words) or not _fills(words[place + reach]):
                return None
        return None
    if place < len(words) and _fits(words[place], wanted):
        found = _match(template, words, place + 1, piece + 1, last)
        if found is not None:
            return found
    return _match(template, words, place, piece + 1, last) if template.optional[piece] else None


def _fills(word: Word) -> bool:
    if word.slot >= 0:
        return word.type in _PASSED
    return word.text not in _BARRIERS and word.text not in load_relation_cues().grammar["relatives"]


def _fits(word: Word, wanted: frozenset[str]) -> bool:
    return (
        word.text in wanted
        or ("'s" in wanted and _owns(word))
        or ("£" in wanted and word.slot < 0 and _is_amount(word.text))
    )


def _owns(word: Word) -> bool:
    return word.owner >= 0 or word.text in {"whose", "'"}


def _is_amount(text: str) -> bool:
    return (
        text[0] in "£$€"
        or text in {"million", "billion", "m", "bn"}
        or (text[-1] in "mk" and text[:-1].replace(".", "").isdigit())
    )
