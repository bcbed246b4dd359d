"""Relation templates matched over one sentence whose names have become typed slots."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..model.statement import Polarity, Predicate
from ..ontology.relations import Template, load_relation_cues
from .span import NameSpan

_BODY = (
    r"(?:office|department|committee|ministry|agency|organisation|organization|government|council|commission|coalition"
    r"|union|charity|inquiry)"
)
_WE = re.compile(
    rf"\b(?:we|I|(?:my|our) {_BODY}|our (?:two |three |four )?(?:organisations|organizations|unions|charities|offices))\b",
    re.IGNORECASE,
)
_YOU = re.compile(rf"\byour {_BODY}\b", re.IGNORECASE)
_SLOT = re.compile(r"⟦\w+:(\d+)⟧")
_AFTER_SLOT = (
    r"(?:\s*\([^()]{0,60}\))?"
    r"(?:\s+(?:grant |pilot )?(?:programme|program|scheme|network|project|service|fund|officials|countries))?"
)
# more is a list of names without a full stop, and no template reaches over it
_LONGEST_SENTENCE = 1500
_FILLER = r"(?:[\w'’,-]+\s+){0,7}?"
_CLAUSE = r"(?:[\w'’,()⟦⟧:-]+\s+){0,14}?"
# "in part", "last month": what may stand inside a verb's phrase
_ASIDE = r"(?:(?!(?:which|that|who|whom|whose|but|if|while|as|than|by|to|because|when|where)\b)[\w'’£-]+,?\s+){0,4}?"
# "the UK's long-awaited", "the charity": what may stand before a name; "a review of the" makes it another thing
_DESCRIPTION = (
    r"(?:(?!(?:to|on|with|from|by|against|about|for|in|at|into|of|over|under|that|which|who|whose|and|or|but|as|than|not"
    r"|no|any|whether|if|is|are|was|were|has|have|had|be|been|will|would|it|they|we|i|you|he|she|there|\w+ing)\b)"
    r"[\w'’£.-]+,?\s+){0,5}?"
)
_CONDITION = re.compile(
    r"\b(in (?:its|their) (?:current|present|existing) (?:form|shape|state)"
    r"|as (?:currently |presently )?(?:drafted|proposed|it stands|introduced|amended|worded)"
    r"|(?:provided|on condition|on the condition|so long as|subject to|unless)\b[^.;]{3,120})"
)
_ADVERB = r"(?:(?:,\s*\w+,\s+)?(?:not|never|no|longer|however|also|now|then|since|already|recently|\w+ly)\b,?\s*){0,3}"
# what may stand between a subject and its verb: ", Ann Lee," or ", which", then auxiliaries
_WHO = r"(?:\s*,\s*⟦\w+:\d+⟧\s*,)?(?:\s*,?\s*(?:which|who|that)\b\s*|\s*,\s*)?"
_AUXILIARY = (
    r"(?:(?:does|do|did|has|have|had|is|are|am|was|were|been|being|would|could|should|will|may|might|can|cannot|must|no"
    r"|longer|not|never|however|also|always|therefore|both|all|now|then|recently|already|just|continues?\s+to"
    r"|(?:proud|pleased|happy|glad|delighted|set)\s+to|\w+ly|,)(?![\w-])\s*){0,5}(?:[a-z]+\s+and\s+)?"
)
_LIST = (
    r"(?:(?:\s*,\s*|\s*,?\s+(?:and(?:\s+by)?|or|together\s+with|along\s+with|alongside|jointly\s+with|as\s+well\s+as"
    r"|in\s+partnership\s+with)\s+)(?:(?:the|both|a|an)\s+)*(?:[a-z-]+\s+)?⟦(?:{types}):\d+⟧(?:\s*\([^()]*\))?)*"
    r"(?:\s*,(?=\s*(?:has|have|is|are|was|were|had)\b))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateMatch:
    """A relation in a sentence; the ends are places in the sentence's list of slots."""

    predicate: Predicate
    subject: int
    object: int
    polarity: Polarity
    condition: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What stands in a slot: a name's span, or words for the writer ("we") or addressee ("you") with no span."""

    type: str
    start: int
    end: int
    span: NameSpan | None = None


def find_slots(text: str, start: int, end: int, spans: Sequence[NameSpan]) -> list[Slot]:
    """Return the slots of the sentence `text[start:end]` in order: names first, then words for the writer."""
    outer = [span for span in spans if not span.inner]
    slots: list[Slot] = []
    for span in outer:
        owner = slots[-1] if slots and is_owner(text, outer, span) else None
        if owner is not None:
            slots.pop()
        slots.append(Slot(type=span.type.value, start=owner.start if owner else span.start, end=span.end, span=span))

    for side, pattern in (("we", _WE), ("you", _YOU)):
        for match in pattern.finditer(text, start, end):
            if not any(slot.start < match.end() and match.start() < slot.end for slot in slots):
                slots.append(Slot(type=side, start=match.start(), end=match.end()))
    return sorted(slots, key=lambda slot: slot.start)


def is_owner(text: str, spans: Sequence[NameSpan], owned: NameSpan) -> bool:
    """Tell whether a body stands right before a scheme or a document: "the Home Office Modern Slavery Fund"."""
    return owned.type.value in {"scheme", "document"} and any(
        span.type.value == "organisation" and text[span.end : owned.start] == " " for span in spans
    )


def match_templates(text: str, start: int, end: int, slots: Sequence[Slot]) -> Iterator[TemplateMatch]:
    """Yield the relations that the templates find in `text[start:end]`.

    "The UK is no longer a member of the OECD" is yielded as ended, "does not operate in" as denied; a hope, a
    question or a report yields nothing.
    """
    if len(slots) < 2 or end - start > _LONGEST_SENTENCE or text[start:end].rstrip().endswith("?"):
        return
    found = list(_find_matches(text, start, end, slots))
    held = {(match.subject, match.object) for match in found if match.polarity is Polarity.AFFIRMED}
    for match in found:
        # "does not support" says that it opposes, and no more
        if match.polarity is Polarity.AFFIRMED or (match.subject, match.object) not in held:
            yield match


def _find_matches(text: str, start: int, end: int, slots: Sequence[Slot]) -> Iterator[TemplateMatch]:
    slotted = _to_slotted(text, start, end, slots)
    words = set(re.findall(r"[\w']+", slotted.casefold()))
    seen: set[tuple[str, int, int]] = set()
    for template in load_relation_cues().templates:
        # nine sentences in ten hold none of a template's own words
        if any(needed.isdisjoint(words) for needed in _find_needed_words(template)):
            continue
        for match in _compile(template).finditer(slotted):
            subjects = [int(number) for number in _SLOT.findall(match["s"])]
            objects = [int(number) for number in _SLOT.findall(match["o"])]
            polarity = _find_polarity(slotted, match, template)
            if polarity is None:
                continue
            tail = slotted[match.end() :]
            condition = _CONDITION.search(tail[:160]) if template.predicate in {"supports", "opposes"} else None
            for subject in subjects:
                for target in objects:
                    key = (template.predicate, subject, target)
                    if subject == target or key in seen:
                        continue
                    seen.add(key)
                    yield TemplateMatch(
                        predicate=Predicate(template.predicate),
                        subject=subject,
                        object=target,
                        polarity=polarity,
                        condition=condition[1].strip() if condition else None,
                        words=" ".join(template.words),
                    )


def _to_slotted(text: str, start: int, end: int, slots: Sequence[Slot]) -> str:
    pieces: list[str] = []
    place = start
    for number, slot in enumerate(slots):
        pieces += [text[place : slot.start], f"⟦{slot.type}:{number}⟧"]
        place = slot.end
    pieces.append(text[place:end])
    return re.sub(r"(⟧)([’']s?)(?=\s)", r"\1 's", "".join(pieces)).replace("n't", " not").replace("n’t", " not")


@cache
def _find_needed_words(template: Template) -> tuple[frozenset[str], ...]:
    """Return for each piece that a match cannot do without the words of which one must stand in the sentence."""
    literal = [word for word in template.words if word[0] not in "_~{" and word[-1] != "?"]
    slots = [word.strip("{}").partition(":")[2].split("|") for word in template.words if word.startswith("{")]
    cues = load_relation_cues()
    types = [frozenset(kind for name in names for kind in cues.types.get(name, (name,))) for names in slots]
    return (*(frozenset(word.casefold().split("/")) for word in literal), *types)


_SHORTHAND = {"_": _FILLER, "__": _CLAUSE, "~": _ASIDE}


@cache
def _compile(template: Template) -> re.Pattern[str]:
    pattern = "".join(map(_to_pattern, template.words))
    if not template.words[-1].startswith("{"):
        # what goes on with a name has said something else: "the Report that Ofcom published the Plan"
        pattern += rf"(?!{_DESCRIPTION}⟦)"
    return re.compile(pattern, re.IGNORECASE)


def _to_pattern(word: str) -> str:
    """Return the pattern of one piece of a template."""
    if word in _SHORTHAND:
        return _SHORTHAND[word]
    if word.startswith("{"):
        role, _, types = word.strip("{}").partition(":")
        return _DESCRIPTION + _slot_pattern(role, types) + r"\s*"
    if word == "'s":
        return r"'s\s+"
    choices = "|".join(re.escape(choice) for choice in word.rstrip("?").split("/"))
    # "runs and maintains"
    return rf"(?:(?:{choices})(?!\w),?\s*(?:and\s+[a-z-]+(?:ed|s)\s+)?{_ADVERB})" + ("?" if word.endswith("?") else "")


def _slot_pattern(role: str, types: str) -> str:
    cues = load_relation_cues()
    names = "|".join(kind for name in types.split("|") for kind in cues.types.get(name, (name,)))
    many = _LIST.replace("{types}", names)
    behind = rf"{_WHO}\s*{_AUXILIARY}" if role == "s" else r"\s*,?\s*"
    return rf"(?P<{role}>⟦(?:{names}):\d+⟧(?:\s*\([^()]*\))?{many}){_AFTER_SLOT}{behind}"


def _find_polarity(slotted: str, match: re.Match[str], template: Template) -> Polarity | None:
    """Return how the relation is said, or None where it is only hoped, planned, asked or reported."""
    cues = load_relation_cues()
    own = {choice for word in template.words for choice in word.rstrip("?").split("/")}
    clause_start = max(slotted.rfind(mark, 0, match.start()) for mark in (";", ":", ". ", "—"))
    before = slotted[max(clause_start + 1, match.start() - 60) : match.start()]
    inside = slotted[match.start() : match.end()]
    around = f"{before} {inside}".casefold()
    literal = "not" in own
    if _has(around, cues.ended):
        return Polarity.ENDED
    if not literal and _has(inside.casefold(), cues.denied):
        return Polarity.DENIED
    if _has(around, [word for word in cues.unsaid if word not in own]) or (
        literal and _has(before.casefold(), cues.denied)
    ):
        return None
    if _has(before.casefold()[-25:], cues.denied):
        return None
    return Polarity.AFFIRMED


def _has(words: str, cues: Sequence[str]) -> bool:
    return _to_cue_pattern(tuple(cues)).search(_SLOT.sub(" ", words)) is not None


@cache
def _to_cue_pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, cues))})(?![\w-])") if cues else re.compile("(?!)")
