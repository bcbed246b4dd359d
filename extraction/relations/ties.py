"""Which slots the words of a verb or of a template tie to each other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...ontology.relations import Template, Verb
from .clause import Clause, End
from .joined_slots import LEADS
from .objects import find_after, find_agent, find_behind
from .subjects import find_antecedent, find_before, find_near, find_neighbour, find_owner
from .triggers import Trigger

_JOINT = frozenset({"together", "jointly", "joint", "collaborative", "between"})
_NAMED_BY_OTHERS = frozenset({"scheme", "document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The ends of a relation by their role ("s", "o"; the same end twice where the slots of a list are meant).

    It is said of `left`; `right` is what the words govern to their right, None where they govern nothing there.
    """

    roles: dict[str, End]
    left: End
    right: End | None


def find_ties(clause: Clause, trigger: Trigger) -> Iterator[Tie]:
    """Yield what a trigger ties: one tie at most."""
    tie = _tie_verb(clause, trigger, trigger.cue) if isinstance(trigger.cue, Verb) else None
    if isinstance(trigger.cue, Template):
        tie = _tie_template(clause, trigger, trigger.cue)
    if tie is not None:
        yield tie


def _tie_verb(clause: Clause, trigger: Trigger, verb: Verb) -> Tie | None:
    """Tie the ends of a verb: passive with "by", active, or active in a relative clause ("which Ofcom runs")."""
    word, forms = clause.words[trigger.start].text, verb.forms
    is_passive = clause.has_auxiliary(trigger.start, "be")
    is_bare = not clause.has_auxiliary(trigger.start)
    doer, done = verb.types[verb.doer], verb.types[verb.done]
    if word == forms.participle and not trigger.lacks and (is_passive or (is_bare and clause.is_closed(trigger.end))):
        agent = find_agent(clause, trigger.end, verb.agents, doer, is_finite=is_passive)
        patient = agent and find_before(clause, trigger.start, done, reduced=not is_passive)
        if agent and patient:
            return Tie(roles={verb.doer: agent, verb.done: patient}, left=patient, right=agent)
    if word not in forms.active or (is_passive and word != forms.gerund):
        return None
    target = None if trigger.lacks else find_after(clause, clause.skip_second_verb(trigger.end), done)
    subject = find_before(clause, trigger.start, doer, reduced=word == forms.gerund and is_bare)
    if subject is None and target is not None and clause.is_opening(trigger.start):
        subject = find_behind(clause, target, doer)
    if subject is None:
        return None
    if target is not None:
        return Tie(roles={verb.doer: subject, verb.done: target}, left=subject, right=target)
    if trigger.lacks or clause.is_closed(trigger.end):
        return _tie_relative(clause, subject, verb.doer, verb.done, done, trigger.lacks)
    return None


def _tie_template(clause: Clause, trigger: Trigger, template: Template) -> Tie | None:
    if template.before == ("o", "s"):
        return _tie_owned(clause, trigger, template)
    if len(template.before) != 1:
        return _tie_list(clause, trigger, template)
    one, two = template.before[0], template.after[0]
    left = _find_left(clause, trigger, template, template.types[one])
    if trigger.lacks:
        return _tie_relative(clause, left, one, two, template.types[two], trigger.lacks) if left else None
    owns = "'s" in template.words[0]
    right = find_after(clause, trigger.end, template.types[two], near=owns)
    if right is not None and owns:
        right = _find_owned(clause, trigger, right, template.types[two])
    if right is None:
        return None
    if left is None and clause.is_opening(trigger.start):
        left = find_behind(clause, right, template.types[one])
    return Tie(roles={one: left, two: right}, left=left, right=right) if left else None


def _find_owned(clause: Clause, trigger: Trigger, right: End, types: frozenset[str]) -> End | None:
    """Return what of `right` an owner's word owns: "Ofcom's flagship [Fund] and the Scheme".

    In "our view the Fund" it owns nothing.
    """
    if not types & _NAMED_BY_OTHERS:
        # "its partner Ofcom" is no part of it
        return right if right.start == trigger.end else None
    words = range(trigger.start, right.start)
    if any(clause.is_word(at, "articles") or clause.is_word(at, "views") for at in words[1:]):
        return None
    others = [at for at in range(right.start + 1, right.end) if clause.words[at].slot in right.slots]
    owned = [right.start, *(at for at in others if clause.find_phrase_start(at) == at)]
    return replace(right, slots=tuple(clause.words[at].slot for at in owned), end=owned[-1] + 1)


def _find_left(clause: Clause, trigger: Trigger, template: Template, types: frozenset[str]) -> End | None:
    words = template.words[0]
    if "'s" in words:
        return find_owner(clause, trigger.start, types)
    if len(template.words) == 1 and words <= clause.grammar["prepositions"]:
        return find_neighbour(clause, trigger.start, types)
    if template.is_loose:
        found = find_near(clause, trigger.start, types)
    else:
        hangs = clause.words[trigger.start].text in clause.hanging
        reduced = hangs and not clause.has_auxiliary(trigger.start)
        found = find_before(clause, trigger.start, types, reduced=reduced)
    return found if found and not _is_aside(clause, template, found) else None


def _is_aside(clause: Clause, template: Template, left: End) -> bool:
    """Tell whether a preposition takes the slots away from what hangs behind them.

    "a member of Ofcom [together with] Mind", "a complaint by Mind, [jointly with] Ofcom", "run by Mind [with a grant]".
    """
    if not clause.is_governed(left.start):
        return False
    if template.is_loose or not template.words[0] <= LEADS:
        gets = template.before == ("o",) and clause.types[left.slots[0]] == "organisation"
        # "as proposed by Ofcom [in its] paper" is Ofcom's all the same
        by = clause.words[left.start - 1].text == "by" and "its" in template.own
        return gets or (template.is_loose and template.before == ("s",) and not by)
    return clause.words[left.start - 1].text != "by"


def _tie_list(clause: Clause, trigger: Trigger, template: Template) -> Tie | None:
    """Tie the slots of one list to each other: "Ofcom and Mind [work together]", "[between] Ofcom and Mind"."""
    types = template.types["s"]
    if template.after:
        both = find_after(clause, trigger.end, types)
    else:
        both = (find_near if template.is_loose else find_before)(clause, trigger.start, types)
    if both is None or len(both.slots) < 2:
        return None
    if len(both.slots) > 2 and (len(template.words) == 1 or template.own.isdisjoint(_JOINT)):
        # "A, B and C [together]" may only be counted together, those of a consortium only named
        return None
    # "the joint letter of A and B" names what they share, whatever is asked around it
    left = replace(both, group=trigger.start, is_tied="joint" in template.own) if template.after else both
    return Tie(roles={"s": both, "o": both}, left=left, right=both if template.after else None)


def _tie_owned(clause: Clause, trigger: Trigger, template: Template) -> Tie | None:
    """Tie what is described by somebody's thing: "the Fund, Ofcom's [programme]", "the Bill has our [support]"."""
    owner = find_owner(clause, trigger.start, template.types["s"])
    tie = _tie_relative(clause, owner, "s", "o", template.types["o"]) if owner else None
    if tie is None:
        return None
    target = tie.roles["o"].end
    has_verb = clause.skip_auxiliaries(tie.left.start) == target
    return replace(tie, left=replace(tie.left, group=target)) if has_verb else tie


def _tie_relative(
    clause: Clause, subject: End, one: str, two: str, types: frozenset[str], lacks: frozenset[str] = frozenset()
) -> Tie | None:
    """Tie a subject to what stands before its relative pronoun: what is around the clause says nothing about it."""
    target = find_antecedent(clause, subject, types, lacks)
    if target is None:
        return None
    return Tie(roles={one: subject, two: target}, left=replace(subject, is_tied=True), right=None)
