"""Bodies that stand in a list of bodies: "with Brightside, the Salmon Trust and Advice Dundee"."""

import re
from collections.abc import Iterator, Sequence

from ...model.entity import EntityType
from ...ontology.cues import load_letter_cues, load_name_cues, load_people_cues
from ..text.person_words import count_title_words, is_honour, is_no_name, to_head
from ..text.span import NameSpan

_NAME = r"[A-Z][\w’'+-]*(?:&\w+)?(?: (?:(?:of|for|to|&|\+|the) ){0,2}[A-Z][\w’'+-]*(?:&\w+)?){0,5}"
_JOINT = r"(?:, (?:and )?| and | & )(?:the |with |from |by )?(?:[A-Z]\w+[’']s )?"
# the item of a list behind a body and before one: ", Brightside and ", " and Brightside"
_BEHIND = re.compile(
    rf"(?: \([A-Z][\w&]+\))?(?P<joint>{_JOINT})(?P<name>{_NAME})(?=,|;|\.| \(| and |[’']s |\s[a-z]|\))"
)
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?: \([A-Z][\w&]+\))?(?P<joint>{_JOINT})$")
_MORE = re.compile(r"(?:[^,.;\n]{0,60}, (?:the )?(?=[A-Z])){0,6}[^,.;\n]{0,60},? and (?:the )?[A-Z]")
_REACH = 90


def find_listed_names(text: str, known: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the names that are joined to bodies by "and" or by the commas of a list.

    In "Brightside, the Salmon Trust and Kestrel told us" all three are bodies; in "the Salmon Trust, Leeds" and
    "the Trust and Mary Wills" there is only one.
    """
    owners = {offset for span in known for offset in range(span.start, span.end)}
    bodies = [span for span in known if span.type is EntityType.ORGANISATION]
    waiting = [span.end for span in bodies]
    while waiting:
        match = _BEHIND.match(text, waiting.pop())
        if match is None or not _is_list(text, match) or not _can_list(match["name"]):
            continue
        start, end = match.span("name")
        if not owners.isdisjoint(range(start, end)):
            continue
        owners.update(range(start, end))
        waiting.append(end)
        yield _to_span(start, end)
    firsts = [span.start for span in bodies]
    while firsts:
        start = firsts.pop()
        article = 4 if text[max(start - 4, 0) : start].lower() == "the " else 0
        reach = max(start - article - _REACH, text.rfind("\n", 0, start) + 1)
        match = _BEFORE.search(text[reach : start - article])
        if match is None or not _can_list(match["name"]):
            continue
        begin, end = reach + match.start("name"), reach + match.end("name")
        joined = "and" in match["joint"] or "&" in match["joint"] or _is_list_behind(text, start)
        opens = (
            not joined
            or begin == 0
            or text[begin - 1] == "\n"
            or re.search(r"[.?!:]\s$", text[max(begin - 2, 0) : begin]) is not None
        )
        if opens or not owners.isdisjoint(range(begin, end)):
            continue
        owners.update(range(begin, end))
        firsts.append(begin)
        yield _to_span(begin, end)


def _to_span(start: int, end: int) -> NameSpan:
    return NameSpan(start=start, end=end, type=EntityType.ORGANISATION, rule="listed")


def _is_list(text: str, match: re.Match[str]) -> bool:
    """Tell whether the joint parts a list: an "and", or a comma with an "and" to follow."""
    if "and" in match["joint"] or "&" in match["joint"]:
        return True
    return _is_list_behind(text, match.end())


def _is_list_behind(text: str, place: int) -> bool:
    return _MORE.match(text, place) is not None


def _can_list(name: str) -> bool:
    cues, people = load_name_cues(), load_people_cues()
    words = name.split()
    if words[0] in cues.never or count_title_words(words) or any(is_honour(word) for word in words):
        return False
    if words[0] in people.given_names or words[0] in people.office_titles or words[-1] in cues.never:
        return False
    if len(words) == 1 and (is_no_name(name) or name in cues.demonyms or to_head(name) in load_letter_cues().cities):
        return False
    return not all(is_no_name(word) or word in cues.regions for word in words if word[0].isupper())
