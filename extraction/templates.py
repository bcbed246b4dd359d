"""Relations said in one sentence: what the verbs and templates of the ontology find between its slots."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from ..model.statement import Polarity, Predicate
from ..ontology.relations import Verb
from .clause import Clause, End
from .companions import find_companions
from .guards import find_polarity
from .slots import Slot
from .ties import Tie, find_ties
from .triggers import Trigger, find_triggers

# more is a list of names without a full stop, and nothing is said in it
_LONGEST_SENTENCE = 1500
_CONDITION = re.compile(
    r"\b(in (?:its|their) (?:current|present|existing) (?:form|shape|state)"
    r"|as (?:currently |presently )?(?:drafted|proposed|it stands|introduced|amended|worded)"
    r"|(?:provided|on condition|on the condition|so long as|subject to|unless)\b[^.;]{3,120})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateMatch:
    """A relation in a sentence; the ends are places in the sentence's list of slots, `types` what they may be.

    `verb` is where in the text the phrase begins of which it is said, where its verb begins and where its words end;
    `is_done` tells that a verb says it, and so what is done and not what is.
    """

    predicate: Predicate
    subject: int
    object: int
    types: tuple[frozenset[str], frozenset[str]]
    polarity: Polarity
    condition: str | None = None
    verb: tuple[int, int, int] = (0, 0, 0)
    is_done: bool = False


def match_templates(text: str, start: int, end: int, slots: Sequence[Slot]) -> Iterator[TemplateMatch]:
    """Yield the relations that the verbs and templates find in `text[start:end]`.

    "The UK is no longer a member of the OECD" is yielded as ended, "does not operate in" as denied; a hope, a
    question or a report yields nothing.
    """
    if len(slots) < 2 or end - start > _LONGEST_SENTENCE:
        return
    found = list(_find_matches(text, end, Clause(text, start, end, slots)))
    held = {(match.subject, match.object) for match in found if match.polarity is Polarity.AFFIRMED}
    seen: set[tuple[str, int, int]] = set()
    for match in found:
        key = (match.predicate.value, match.subject, match.object)
        # "does not support" says that it opposes, and no more
        if key not in seen and (match.polarity is Polarity.AFFIRMED or key[1:] not in held):
            seen.add(key)
            yield match


def _find_matches(text: str, end: int, clause: Clause) -> Iterator[TemplateMatch]:
    asks = text[:end].rstrip().endswith("?")
    for trigger in find_triggers(clause.words):
        for tie in find_ties(clause, trigger):
            polarity = find_polarity(clause, trigger, tie.left, tie.right)
            if polarity is None or (asks and not tie.left.is_tied):
                continue
            last = max(trigger.end, tie.right.end if tie.right else 0)
            condition = None
            if trigger.cue.predicate in {"supports", "opposes"} and last < len(clause.words):
                condition = _CONDITION.search(text[clause.words[last].start : end][:160])
            cue = trigger.cue
            said = _to_matches(
                cue.predicate, cue.types, tie.roles, polarity, condition[1].strip() if condition else None
            )
            verb = _find_verb(clause, trigger, tie)
            yield from (replace(match, verb=verb, is_done=isinstance(cue, Verb)) for match in said)
            if polarity is Polarity.AFFIRMED:
                for predicate, types, roles in find_companions(clause, trigger, tie, last):
                    yield from _to_matches(predicate, types, roles)


def _find_verb(clause: Clause, trigger: Trigger, tie: Tie) -> tuple[int, int, int]:
    """Return where the phrase to the left and the verb with its auxiliaries begin, and where the words end."""
    words, left, right = clause.words, tie.left, tie.right
    last = right.start if right and right.start > trigger.end else trigger.end
    end = words[last].start if last < len(words) else clause.end
    verb = clause.skip_auxiliaries(trigger.start)
    return words[min(left.start, trigger.start)].start, words[min(verb, trigger.start)].start, end


def _to_matches(
    predicate: str,
    types: dict[str, frozenset[str]],
    roles: dict[str, End],
    polarity: Polarity = Polarity.AFFIRMED,
    condition: str | None = None,
) -> Iterator[TemplateMatch]:
    one, two = roles["s"], roles["o"]
    for subject, target in combinations(one.slots, 2) if one is two else product(one.slots, two.slots):
        if subject != target:
            yield TemplateMatch(
                predicate=Predicate(predicate),
                subject=subject,
                object=target,
                types=(types["s"], types["o"]),
                polarity=polarity,
                condition=condition,
            )
