"""Names of one letter that mean one thing: acronyms and aliases, laws by their numbers, shortened names."""

import re
from collections.abc import Sequence

from ...model.entity import EntityType
from ...ontology.cues import load_name_cues
from ..text.acronyms import Definition
from .groups import NameGroup, join_groups, normalise_name
from .same_laws import join_laws

_SHORTENED = frozenset({EntityType.ORGANISATION, EntityType.SCHEME, EntityType.DOCUMENT})


def join_names(text: str, groups: list[NameGroup], definitions: Sequence[Definition]) -> None:
    """Join the groups that name one thing; two things that fit equally are left apart.

    "National Referral Mechanism (NRM)" joins "NRM" to it, "Water Order 2006 (“the 2006 Order”)" the alias.
    """
    for definition in definitions:
        _join_definition(groups, definition)
    _join_initialisms(groups)
    _join_offices(groups)
    join_laws(text, groups)
    _join_shortened(groups)


def _join_definition(groups: list[NameGroup], definition: Definition) -> None:
    long = next(
        (group for group in groups if any(start < definition.long_end <= end for start, end in group.spans)),
        None,
    )
    if long is None:
        return
    if definition.alias:
        if not any(end == definition.long_end for _, end in long.spans) or " " not in definition.short:
            return
        long.spans.append((definition.start, definition.start + len(definition.short)))
    for other in [group for group in groups if group is not long]:
        # a law's alias may look like something else: "the Norms and Standards"
        alias = definition.alias and other.concept is None and other.longest == definition.short
        if alias or (other.type is long.type and other.is_written(definition.short)):
            join_groups(long, other, groups)


def _join_initialisms(groups: list[NameGroup]) -> None:
    """Join an acronym that nothing defines to the one body whose initials it has: "NAO" to "National Audit Office"."""
    bodies = [group for group in groups if group.type is EntityType.ORGANISATION]
    initials = {id(group): _to_initials(group.longest) for group in bodies if " " in group.longest}
    for group in bodies:
        if group.concept is None and re.fullmatch(r"[A-Z]{3,7}", group.longest):
            fitting = [other for other in bodies if initials.get(id(other)) == group.longest]
            if len(fitting) == 1:
                join_groups(fitting[0], group, groups)


def _to_initials(name: str) -> str:
    """Return the first letters of a name's words in capitals, small words of a shouted name aside."""
    words = re.findall(r"\b[A-Z]\w*", name)
    return "".join(word[0] for word in words if word.casefold() not in load_name_cues().joiners)


def _join_offices(groups: list[NameGroup]) -> None:
    """Join "Secretary of State" to "Secretary of State for Transport", if that is the only office that goes on so."""
    offices = [(group, normalise_name(group.longest)) for group in groups if group.type is EntityType.OFFICE]
    for group, words in offices:
        longer = [other for other, form in offices if form.startswith((f"{words} of ", f"{words} for "))]
        if len(longer) == 1 and " " in words and longer[0] in groups:
            join_groups(longer[0], group, groups)


def _join_shortened(groups: list[NameGroup]) -> None:
    """Join "Backlogs Grant" to the one "School Backlogs Grant", "Health Committee" to the one "Health Committee of …".

    Words may be missing at the end or in the middle, at the start only behind the fuller name; what the vocabulary
    knows under the shorter name is another thing.
    """
    plain = [group for group in groups if group.type in _SHORTENED and group.concept is None]
    named = [(group, normalise_name(group.longest)) for group in plain]
    for group, words in named:
        if " " not in words:
            continue
        fuller = [
            other
            for other, form in named
            if other in groups
            and other.type is group.type
            and (
                (form.endswith(f" {words}") and min(other.spans) < min(group.spans))
                or _completes(form, words)
                or _is_subtitled(other.longest, words)
            )
        ]
        if len(fuller) == 1:
            join_groups(fuller[0], group, groups)


def _is_subtitled(title: str, short: str) -> bool:
    """Tell whether `short` is a title without its subtitle: "census 2016" of "Census 2016: Profile 1"."""
    main, colon, _ = title.partition(": ")
    return bool(colon) and normalise_name(main) == short


def _completes(long: str, short: str) -> bool:
    """Tell whether the longer of two forms only completes the shorter: "health committee", "health committee of"."""
    if long.startswith((f"{short} of ", f"{short} for ", f"{short} on ")):
        return True
    # "reef 2050 plan" of "reef 2050 long-term plan"
    few, many = short.split(), long.split()
    return len(few) > 2 and few[:2] == many[:2] and few[-1] == many[-1] and set(few) < set(many)
