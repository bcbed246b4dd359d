"""Names of people: by titles, post-nominals and given names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model.entity import EntityType
from ...ontology.cues import load_letter_cues, load_name_cues, load_people_cues
from ..text.person_words import count_office_title_words, count_title_words, is_honour, is_no_name, to_head, to_shape
from ..text.span import NameSpan
from .gazetteer import find_concepts

_WORD = re.compile(r"\S+")


_PRONOUNS = re.compile(r"\s*[(\[](?:she|he|they|her|him|hers|ze)(?:\s*/\s*\w+)+[)\]]", re.IGNORECASE)


_PIECE = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'-][^\W\d_]+)*")


_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")


_MARKS = '.,;:!?()[]{}"“”‘*…'


_LONGEST_NAME = 5


_SAINTS = frozenset({"San", "Santa", "St", "St.", "Saint", "São", "Los", "Las"})


# "in June Defra said" names a month
_BEFORE_MONTH = frozenset(
    {"in", "of", "since", "until", "from", "by", "this", "last", "next", "early", "late", "during"}
)
_LOCAL = frozenset({"Council", "Borough", "County", "City"})
# "Justice (Retd.) P. V. Rao", "Lt. Col. (Ret'd.) Ann Lee"
_RETIRED = re.compile(r"\((?:Retd|Ret[’']d|Rtd|Retired|ret)\.?\)")


class _Word(NamedTuple):
    """A word without the punctuation around it; `opens` and `closes` tell whether there was some.

    A tuple, for there are as many as words in the text.
    """

    text: str
    start: int
    end: int
    opens: bool
    closes: bool


def find_people(text: str) -> list[NameSpan]:
    """Return the people named in running text.

    "Rt Hon Jane Moor MP", "Dr Jane Smith", "Ms Verheecke" by the title; "Nora Finch MP" by the
    post-nominal; "Helen Whately" by the given name. Not "Sir Humphry Davy School", nor "HM Treasury".
    """
    found: list[NameSpan] = []
    particles = load_people_cues().particles
    text = _RETIRED.sub(lambda match: " " * len(match[0]), text)
    for line in re.finditer(r"[^\n]+", text):
        words = list(_find_words(text, line.start(), line.end()))
        place = 0
        while place < len(words):
            if words[place].text[0].islower() and words[place].text not in particles:
                place += 1
                continue
            first, last, rule = _find_name(words, place)
            if last > first:
                start, end = words[first].start, words[last - 1].end
                found.append(NameSpan(start=start, end=end, type=EntityType.PERSON, rule=rule))
                found.extend(_find_office_title(words, place, first))
            place = max(last, place + 1)
    return found


def _find_office_title(words: Sequence[_Word], place: int, first: int) -> Iterator[NameSpan]:
    """Yield the office that stands before a name as its title: "President" of "President Obama"."""
    title = [word.text.rstrip(".") for word in words[place:first]]
    whole = " ".join(title) not in load_people_cues().partial_titles
    if first > place and whole and count_office_title_words(title) == first - place:
        yield NameSpan(start=words[place].start, end=words[first - 1].end, type=EntityType.OFFICE, rule="office-title")


def parse_person(part: str) -> tuple[int, int] | None:
    """Return the place of the name in one part of an address or a signature, or None.

    "Rt Hon Jane Moor MP" and "Dame Ruth Ashby DBE QPM (she/her)" hold names; "Beyond Walls" has the
    shape of one, so the caller must know that a person stands here. "Home Secretary" is none.
    """
    span, _ = _parse_part(part)
    return span


def is_sure_person(part: str) -> bool:
    """Tell whether a part that has the shape of a name is one by its title, honours or given name."""
    span, marked = _parse_part(part)
    if span is None:
        return False
    people = load_people_cues()
    first = to_shape(part[span[0] : span[1]].split()[0])
    return marked or first in people.given_names or first in people.ambiguous_given_names


def to_given_name(name: str) -> str:
    """Return the first word of a name."""
    return name.split()[0]


def to_surname(name: str) -> str:
    """Return the surname with its particles: "van der Berg" of "Ursula van der Berg"."""
    words = name.split()
    place = len(words) - 1
    while place > 1 and words[place - 1] in load_people_cues().particles:
        place -= 1
    return " ".join(words[place:])


def _find_words(text: str, start: int, end: int) -> Iterator[_Word]:
    particles = load_people_cues().particles
    for match in _WORD.finditer(text, start, end):
        raw = match[0]
        if raw[0].islower() and raw not in particles:
            # most words: no name starts with one, none ends with one
            yield _Word(text=raw, start=match.start(), end=match.end(), opens=False, closes=raw[-1] in _MARKS)
            continue
        bare = raw.lstrip(_MARKS)
        core = bare.rstrip(_MARKS + "’'")
        if core.endswith(("’s", "'s")):
            core = core[:-2]
        if not core:
            continue
        first = match.start() + len(raw) - len(bare)
        tail = bare[len(core) :]
        initial = bool(_INITIAL.fullmatch(core)) and tail in {"", "."}
        kept = len(core) + len(tail) * initial
        yield _Word(
            text=bare[:kept],
            start=first,
            end=first + kept,
            opens=len(bare) < len(raw),
            closes=bool(tail) and not initial and not _is_title_dot(core, tail),
        )


def _is_title_dot(core: str, tail: str) -> bool:
    return tail == "." and (core in load_people_cues().titles or core in load_people_cues().post_nominals)


def _find_name(words: Sequence[_Word], place: int) -> tuple[int, int, str]:
    """Return (first, last + 1, rule) of the name that starts at `place`, or an empty range."""
    people = load_people_cues()
    word = words[place]
    if not (word.text[0].isupper() or word.text in people.particles):
        return place, place, ""
    following = [each.text for each in words[place : place + 8]]
    titles = count_title_words(following) or count_office_title_words(following)
    first = place + titles
    if titles and first < len(words) and not any(each.closes for each in words[place:first]):
        last = _take_name(words, first, particle_first=True)
        # "Dr Smith and", "Sir Keir Starmer"; not "Lord Chancellor", "HM Treasury", "Justice Committee"
        if last > first and _ends_well(words, last):
            return first, _take_place(words, place, last), "title"
        # "Cllr Ann Lee Leeds Council": a body follows
        if last - first > 2 and _is_given_name(words, first) and words[last].text in _LOCAL:
            return first, first + 2, "title"
        return first, first, ""
    last = _take_name(words, place)
    if last - place < 2 or not _ends_well(words, last):
        return place, place, ""
    if _is_given_name(words, place) and (last - place < 4 or _is_sure(words[place])):
        return place, last, "given-name"
    if last < len(words) and words[last].opens and _is_title_behind(words[last]) and last - place <= 4:
        return place, last, "title"
    # "Nora Finch MP"; not "Department of Basic Education (“DBE”)"
    if last < len(words) and is_honour(words[last].text) and not words[last].opens and last - place <= 4:
        return place, last, "post-nominal"
    return place, place, ""


def _is_title_behind(word: _Word) -> bool:
    return word.closes and word.text.rstrip(".") in {"Mr", "Mrs", "Ms", "Miss", "Dr", "Mdm"}


def _take_place(words: Sequence[_Word], place: int, last: int) -> int:
    """Return the word behind the place of a peer's title: "of Maldon" in "Lord Ferring of Maldon"."""
    peer = words[place].text in {"Lord", "Lady", "Baroness", "Baron", "Viscount", "Viscountess", "Earl"}
    if peer and last + 1 < len(words) and words[last].text == "of" and not words[last - 1].closes:
        return _take_name(words, last + 1) if words[last + 1].text[0].isupper() else last
    return last


def _is_given_name(words: Sequence[_Word], place: int) -> bool:
    """Tell whether the word at `place` is a given name; an ambiguous one counts only inside a sentence."""
    people = load_people_cues()
    word = to_shape(words[place].text)
    before = words[place - 1] if place else None
    if before is not None and before.text in _SAINTS:
        return False
    if word in people.given_names or word.split("-")[0] in people.given_names:
        return True
    inside = before is not None and not before.closes and not words[place].opens
    if word in load_name_cues().never and before is not None and before.text in _BEFORE_MONTH:
        return False
    return inside and word in people.ambiguous_given_names and not find_concepts(word)


def _is_sure(word: _Word) -> bool:
    return to_shape(word.text) not in load_people_cues().ambiguous_given_names


def _take_name(words: Sequence[_Word], first: int, *, particle_first: bool = False) -> int:
    """Return the place behind the words from `first` on that can be pieces of one name."""
    place = first
    while place < len(words) and place - first < _LONGEST_NAME:
        word = words[place]
        if place > first and (word.opens or words[place - 1].closes):
            break
        if (place > first or particle_first) and word.text in load_people_cues().particles and not word.closes:
            place += 1
            continue
        if not (_PIECE.fullmatch(word.text) or _INITIAL.fullmatch(word.text)):
            break
        if is_no_name(word.text) and not _is_name_all_the_same(words, first, place):
            break
        shouted = word.text.isupper() and 2 < len(word.text) < 6 and not words[first].text.isupper()
        if place > first and (shouted or is_honour(word.text) or _starts_anew(words, first, place)):
            break
        place += 1
    while place > first and words[place - 1].text in load_people_cues().particles:
        place -= 1
    if place > first and all(_INITIAL.fullmatch(word.text) for word in words[first:place]):
        return first
    return place


def _starts_anew(words: Sequence[_Word], first: int, place: int) -> bool:
    """Tell whether another person or a title begins at `place`: "Ann Lovelace Ruben Ortiz", "Ann Lee Honourable"."""
    if place - first < 2:
        return False
    people = load_people_cues()
    before, word = to_shape(words[place - 1].text), to_shape(words[place].text)
    if count_title_words([word]) and word not in people.surnames and len(word) > 4:
        return True
    goes_on = place + 1 < len(words) and not words[place].closes and words[place + 1].text[0].isupper()
    given = word in people.given_names and before not in people.given_names and before not in people.particles
    return given and goes_on and not _INITIAL.fullmatch(before) and not is_honour(words[place + 1].text)


def _is_name_all_the_same(words: Sequence[_Word], first: int, place: int) -> bool:
    """Tell whether a head noun is a name here: "Will" of "Will Travers", "Grant" of "Sam Grant"."""
    people = load_people_cues()
    if place == first:
        return words[place].text in people.ambiguous_given_names
    given = to_shape(words[place - 1].text)
    return place == first + 1 and words[place].text in people.surnames and given in people.given_names


def _ends_well(words: Sequence[_Word], last: int) -> bool:
    """Refuse a name that a head noun goes on: "Humphry Davy" in "Sir Humphry Davy School"."""
    if load_letter_cues().street.fullmatch(words[last - 1].text):
        return False
    if last >= len(words) or words[last - 1].closes or words[last].opens:
        return True
    after = words[last].text
    if load_letter_cues().street.fullmatch(after):
        return False
    return (
        is_honour(after)
        or not after[0].isupper()
        or load_name_cues().type_of_head.get(to_head(after)) in {None, "office"}
    )


def _parse_part(part: str) -> tuple[tuple[int, int] | None, bool]:
    """Return the place of the name in `part`, and whether a title or a post-nominal marks it."""
    bare = _RETIRED.sub(lambda match: " " * len(match[0]), part)
    bare = _PRONOUNS.sub(lambda match: " " * len(match[0]), bare)
    bare = bare.replace("/", " ").replace("|", " ")
    words = list(_find_words(bare, 0, len(bare)))
    last = len(words)
    while last and is_honour(words[last - 1].text):
        last -= 1
    first = count_title_words([word.text for word in words[:last]])
    marked = bool(first) or last < len(words)
    if not first < last or any(word.closes or word.opens for word in words[first : last - 1]):
        return None, marked
    if _take_name(words[:last], first) != last or (last - first < 2 and not marked):
        return None, marked
    return (words[first].start, words[last - 1].end), marked
