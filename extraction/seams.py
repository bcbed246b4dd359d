"""Names that are only a piece of a longer one: a capitalised word of no name stands right beside them.

"Community Refugee Sponsorship Australia" is no country, and "the Volkswagen Foundation" no firm. Which words may
stand there all the same is data (`[seams]` in `cues/relations.toml`).
"""

import re
from collections.abc import Iterable
from functools import cache

from ..model.entity import EntityType
from ..ontology.relations import load_relation_cues
from .span import NameSpan

# "(Sponsorship) Australia", "(Harland) & Wolff", "(Anti)-Slavery Fund"; not "Sponsorship, Australia", "ex-Minister"
_BEFORE = re.compile(r"(?P<word>[^\W\d_a-zß-öø-ÿ][\w’'-]*)(?: &)? $|(?<=\w)(?<!\bex)(?<!\bthen)-$")
# "Volkswagen (Foundation)", "Française de (Développement)", "CDBG(-DR)"; not "Volkswagen in Germany"
_BEHIND = re.compile(
    r" (?:(?:&|de|des|du|da|do|dos|di|del|della|der|für|na|la|le|von|y) )?"
    r"(?P<word>[^\W\d_a-zß-öø-ÿ][\w’'-]*)|-(?=[A-Z\d])"
)
# "President of the (Kanturk District)", "Minister for (Rivers)": an office or a body whose name goes on
_OF = re.compile(r" of (?:the )?(?P<word>[^\W\d_a-zß-öø-ÿ][\w’'-]*)")
_FOR = re.compile(r" (?:of|for) (?:the )?(?P<word>[^\W\d_a-zß-öø-ÿ][\w’'-]*)")
# "the Royal Society's (Childhood Panel)"
_OWNS = re.compile(r".*(?:[’']s|s[’'])")
# "Ann Lee MP", "Ann Lee KC (Hon)"
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,3}|Jr|Sr|I{1,3}|QC|TD")
_REACH = 30
_LAWS = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
_STARTS = frozenset(".?!:;\n•*–—|([>“\"‘'”")


def is_whole(text: str, name: NameSpan, others: Iterable[NameSpan]) -> bool:
    """Tell whether nothing beside `name` shows that its name goes on; `others` are all names of the sentence."""
    before = _BEFORE.search(text, max(name.start - _REACH, 0), name.start)
    if before is not None and name.type is not EntityType.PERSON and not _may_stand_before(text, before, name, others):
        return False
    behind = _find_behind(text, name)
    if behind is None:
        return True
    if behind["word"] is None:
        return False
    if name.type is EntityType.PERSON and _LETTERS.fullmatch(behind["word"]):
        return True
    return behind["word"] in _load_words("behind") or _is_named(behind.start("word"), others)


def _find_behind(text: str, name: NameSpan) -> re.Match[str] | None:
    behind = _BEHIND.match(text, name.end)
    if behind and name.type is EntityType.OFFICE and name.concept:
        # "Prime Minister, Parliament House" without its comma
        return None
    if behind is None and name.type is EntityType.OFFICE:
        return _FOR.match(text, name.end)
    return _OF.match(text, name.end) if behind is None and name.type is EntityType.ORGANISATION else behind


def _may_stand_before(text: str, before: re.Match[str], name: NameSpan, others: Iterable[NameSpan]) -> bool:
    word = before["word"]
    if word is None:
        return False
    if (
        word in _load_words("before")
        or _OWNS.fullmatch(word)
        or (name.type is EntityType.COUNTRY and word.endswith(("ern", "Central")))
    ):
        return True
    if name.type is EntityType.OFFICE and _LETTERS.fullmatch(word):
        return True
    lead = text[: before.start()].rstrip(" ")
    if not lead or lead[-1] in _STARTS:
        small = word.casefold()
        if small in _load_small_words() or small.endswith("ly"):
            return True
    # "Digital Regulation Cooperation Forum" is neither a law nor a forum
    joined = (each for each in others if each.type not in _LAWS or name.type in _LAWS)
    return _is_named(before.start("word"), joined)


def _is_named(place: int, others: Iterable[NameSpan]) -> bool:
    return any(each.start <= place < each.end for each in others)


@cache
def _load_words(side: str) -> frozenset[str]:
    return load_relation_cues().seams[side]


@cache
def _load_small_words() -> frozenset[str]:
    return frozenset().union(*load_relation_cues().grammar.values())
