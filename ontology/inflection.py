"""The forms of English verbs, so that the data files need to give only the first one."""

import re
from dataclasses import dataclass

_SIBILANT = re.compile(r"(?:s|sh|ch|x|z)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForms:
    """The words in which a verb stands: `participle` may be the same as a form of `active`; `rest` comes after each."""

    active: frozenset[str]
    participle: str
    gerund: str
    rest: tuple[str, ...]


def inflect(words: str) -> VerbForms:
    """Return the forms of "fund", "set-sets-set-set-setting up", "carry out".

    An irregular verb gives its five forms (base, third person, past, participle, gerund) joined by hyphens.
    """
    first, *rest = words.split()
    forms = first.split("-")
    base, third, past, participle, gerund = forms if len(forms) == 5 else _inflect_regular(first.replace("_", "-"))
    return VerbForms(
        active=frozenset({base, third, past, gerund}), participle=participle, gerund=gerund, rest=tuple(rest)
    )


def _inflect_regular(base: str) -> tuple[str, str, str, str, str]:
    """Return the forms of a regular verb: "oversee" is none, "plan" doubles its last letter and is given in full."""
    if _CONSONANT_Y.search(base):
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d", f"{base}d", f"{base[:-1]}ing"
    third = f"{base}es" if _SIBILANT.search(base) else f"{base}s"
    return base, third, f"{base}ed", f"{base}ed", f"{base}ing"
