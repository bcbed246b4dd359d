"""The nodes of the network: entities over all letters, letters, and what only the vocabulary holds."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ...model.entity import EntityType
from ...model.letter import Correspondent
from ..quads.terms import (
    DATE,
    DERIVED,
    ENTITY_CLASSES,
    FORM,
    HOLDS_LETTER,
    KIND,
    LETTER,
    MENTIONS,
    NAME,
    OFFICE_NAME,
    ORGANISATION_NAME,
    PATH,
    POSITION,
    PREF_LABEL,
    RECIPIENT,
    REFERENCE,
    SENDER,
    SENT_BY,
    SET_ASIDE,
    SHOWN_AS,
    SHOWN_NAME,
    SUBJECT_LINE,
    VOCABULARY,
)
from ..storage.quotation import name_correspondent, name_parties, to_words
from ..storage.store import GraphStore
from ..storage.whole_store import find_pairs, find_things, load_sets, load_values
from .network_records import EntityNode, LetterNode


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityNodes:
    """The entities that letters name, by key, and the key of every IRI that stands for one of them."""

    nodes: Mapping[str, EntityNode]
    keys: Mapping[str, str]


def load_entity_nodes(store: GraphStore) -> EntityNodes:
    """Return a node for each entry of the directory."""
    keys = dict(sorted(find_pairs(store, SHOWN_AS, DERIVED)))
    names, kinds = load_values(store, SHOWN_NAME), load_values(store, KIND)
    forms = load_sets((keys[iri], form) for iri, form in find_pairs(store, FORM))
    letters = load_sets((keys[iri], letter) for letter, iri in find_pairs(store, MENTIONS))
    members: dict[str, list[str]] = defaultdict(list)
    for iri, key in keys.items():
        members[key].append(iri)
    nodes = {
        key: EntityNode(
            key=key,
            type=EntityType(kinds[key]),
            name=names[key],
            members=tuple(group),
            other_names=tuple(sorted(forms[key] - {names[key]})),
            letters=tuple(sorted(letters[key])),
        )
        for key, group in sorted(members.items())
    }
    return EntityNodes(nodes=nodes, keys=keys)


def load_background_nodes(store: GraphStore) -> dict[str, EntityNode]:
    """Return everything that the vocabulary holds as nodes, by IRI."""
    names = load_sets(find_pairs(store, PREF_LABEL, VOCABULARY))
    kinds = {thing: kind for kind, node in ENTITY_CLASSES.items() for thing, _ in find_things(store, node)}
    return {
        iri: EntityNode(key=iri, type=kinds[iri], name=min(labels), members=(iri,), is_background=True)
        for iri, labels in sorted(names.items())
        if iri in kinds
    }


def load_letter_nodes(store: GraphStore, entities: EntityNodes) -> dict[str, LetterNode]:
    """Return a node for each letter, by IRI."""
    senders, recipients = _load_correspondents(store)
    inferred = load_sets(
        (letter, entities.nodes[entities.keys[entity]].name)
        for letter, entity in find_pairs(store, SENT_BY, DERIVED)
        if entity in entities.keys
    )
    dates, subjects = load_values(store, DATE), load_values(store, SUBJECT_LINE)
    references = load_sets(find_pairs(store, REFERENCE))
    sources = _load_sources(store)
    nodes = {}
    for iri, _ in sorted(find_things(store, LETTER)):
        parties = name_parties(sorted(inferred.get(iri, ())) or senders.get(iri, []), recipients.get(iri, []))
        date = dates.get(iri)
        nodes[iri] = LetterNode(
            key=iri,
            name=f"{parties}, {to_words(date) if date else 'undated'}",
            date=date,
            subject=subjects.get(iri),
            references=tuple(sorted(references.get(iri, ()))),
            source=sources.get(iri, ""),
        )
    return nodes


def _load_correspondents(store: GraphStore) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the senders and the recipients of each letter in its own words and in its order."""
    names, offices, organisations, positions = (
        load_values(store, term) for term in (NAME, OFFICE_NAME, ORGANISATION_NAME, POSITION)
    )
    roles: list[dict[str, list[str]]] = []
    for role in (SENDER, RECIPIENT):
        found: dict[str, list[str]] = defaultdict(list)
        for letter, node in sorted(find_pairs(store, role), key=lambda pair: int(positions[pair[1]])):
            correspondent = Correspondent(
                name=names.get(node), office=offices.get(node), organisation=organisations.get(node)
            )
            found[letter].append(name_correspondent(correspondent))
        roles.append(found)
    return roles[0], roles[1]


def _load_sources(store: GraphStore) -> dict[str, str]:
    """Return the file of each letter whose variant is the kept one, the first where there are several."""
    set_aside, paths = load_values(store, SET_ASIDE), load_values(store, PATH)
    kept = load_sets(
        (letter, paths[holding]) for holding, letter in find_pairs(store, HOLDS_LETTER) if holding not in set_aside
    )
    return {letter: min(found) for letter, found in kept.items()}
