"""Bodies whose name ends in their country, region or town: "Advice NI", "Export Credit Canada"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..model.entity import EntityType
from ..ontology.cues import load_letter_cues, load_name_cues
from .person_words import count_title_words, is_no_name, to_head
from .span import NameSpan

# the capitalised words directly before a country: "Export Credit " in "from Export Credit Canada"
_WORDS_BEFORE = re.compile(r"(?:(?<=[\s(])|^)(?:[A-Z][\w’'-]+ (?:(?:for|of|&) )?){0,3}[A-Z][\w’'-]+ $")
# a sentence goes on, or its mark follows; an address ends there
_GOES_ON = re.compile(r"(?:[’']s)?(?: [a-z(]|[,;).](?: [a-z]|\n|$| [A-Z])|[’'])")
_REACH = 60
# "Oxfam-France", "Citizens Advice Leeds": the one word behind a known body; "Citizens Advice Chief" is none
_WORD_BEHIND = re.compile(r"(?P<joint>[ -])(?P<word>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?= [a-z(]|[,;).]|[’']s)")
# what makes it a scheme after all: "the Fit Homes Canada programme"
_SCHEME = re.compile(r" (?:programme|program|scheme|project|pilot|campaign|offer|fund|initiative|service)\b")


def find_branches(text: str, known: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the bodies named by some words and a country in the middle of a sentence.

    "a letter from Export Credit Canada was" holds one; "Rural Ireland", "Dear Ireland" and "Paris France" do not.
    """
    yield from _find_behind(text, known)
    cues = load_name_cues()
    owners = {offset: span for span in known for offset in range(span.start, span.end)}
    endings = [(span.start, span.end) for span in known if span.type is EntityType.COUNTRY]
    endings += [match.span() for match in _branch_words().finditer(text)]
    for start, end in sorted(set(endings)):
        first = max(start - _REACH, text.rfind("\n", 0, start) + 1)
        before = _WORDS_BEFORE.search(text[first:start])
        if before is None or _GOES_ON.match(text, end) is None or not _is_sentence(text, start):
            continue
        begin = first + before.start()
        words = before[0].split()
        while words and words[0] in cues.never:
            begin += len(words.pop(0)) + 1
        owner = owners.get(start - 2)
        if owner is not None and (owner.type is not EntityType.ORGANISATION or owner.start < begin):
            continue
        if words and _SCHEME.match(text, end) is None and (owner is not None or _can_name(words)):
            yield NameSpan(start=begin, end=end, type=EntityType.ORGANISATION, rule="branch")


def _find_behind(text: str, known: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield known bodies with the place behind their name: a state's body has none, nor has an acronym but its country.

    "Citizens Advice Leeds" and "WWF-Spain" are found; "Home Office London" and "BBC Panorama" are not.
    """
    cues = load_name_cues()
    countries = {(span.start, span.end) for span in known if span.type is EntityType.COUNTRY}
    for span in known:
        if span.type is not EntityType.ORGANISATION or span.rule != "vocabulary":
            continue
        behind = _WORD_BEHIND.match(text, span.end)
        if behind is None or not _is_sentence(text, span.start):
            continue
        name = text[span.start : span.end]
        country = behind.span("word") in countries
        free = not any(each.start < behind.end() and behind.start("word") < each.end for each in known)
        plain = " " in name and not cues.of_state.intersection(map(to_head, name.split())) and behind["joint"] == " "
        if (country and behind["joint"] == "-") or (plain and free and not _is_common(behind["word"])):
            yield NameSpan(start=span.start, end=behind.end("word"), type=EntityType.ORGANISATION, rule="branch")


def _is_common(word: str) -> bool:
    """Tell whether a word behind a body goes on with something else: "Citizens Advice Report", "Oxfam March"."""
    return is_no_name(word) or count_title_words([word]) > 0


@cache
def _branch_words() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z’'s] )(?:{'|'.join(sorted(load_name_cues().branches))})\b")


def _can_name(words: Sequence[str]) -> bool:
    cues = load_name_cues()
    last = to_head(words[-1])
    if (
        last in load_letter_cues().cities
        or last in cues.regions
        or last in cues.of_state
        or count_title_words(words[:1])
    ):
        return False
    return not all(
        word in cues.regions or (is_no_name(word) and to_head(word) not in cues.type_of_head) for word in words
    )


def _is_sentence(text: str, place: int) -> bool:
    """Tell whether the line around `place` is running text."""
    end = text.find("\n", place)
    line = text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]
    return len(re.findall(r"\b[a-z]{2,}\b", line)) >= 5
