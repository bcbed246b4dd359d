"""Those who say the same in one breath, as the signatories of a letter, gathered in one box."""

from collections.abc import Mapping, Sequence

from .relations import Relation

_FEWEST = 4
_SHOWN = 3


def gather_alike(
    relations: Sequence[Relation], centre: set[str], names: Mapping[str, str]
) -> tuple[list[Relation], dict[str, str]]:
    """Return the relations with one node for four or more of which the same sentences say the same, and its label.

    The label stands under the key of the first of them by name: "Ann Lee, Bo Ray, Cy Dean and 10 others".
    """
    said: dict[str, set[tuple[str, str, object]]] = {}
    for relation in relations:
        for end, other in ((relation.source, relation.target), (relation.target, relation.source)):
            if end not in centre:
                is_source = "from" if end == relation.source else "to"
                said.setdefault(end, set()).add((f"{is_source} {other}", relation.words, relation.evidence))
    groups: dict[frozenset[tuple[str, str, object]], list[str]] = {}
    for key in sorted(said, key=lambda key: (names[key], key)):
        groups.setdefault(frozenset(said[key]), []).append(key)
    labels: dict[str, str] = {}
    gone: set[str] = set()
    for members in groups.values():
        if len(members) >= _FEWEST and any(evidence for *_, evidence in said[members[0]]):
            shown = ", ".join(names[key] for key in members[:_SHOWN])
            labels[members[0]] = f"{shown} and {len(members) - _SHOWN} other{'s' if len(members) > _SHOWN + 1 else ''}"
            gone.update(members[1:])
    return [one for one in relations if not {one.source, one.target} & gone], labels
