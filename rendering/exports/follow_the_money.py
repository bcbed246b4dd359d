"""FollowTheMoney entities, one a line: https://followthemoney.tech/explorer/.

A person is a Person, who holds an office (Position) by an Occupancy; a body is an Organization, a country a PublicBody,
a scheme a Project; laws, treaties and documents are Documents, a letter is a Message. Where no schema fits a relation
it is an UnknownLink with a role. What a link may join is looked after here (`_LEGAL`, `_BODIES`), since the library
does not check it. `sourceUrl` leads from a link to the letter that says it, as its IRI. Mentions, and what only the
vocabulary knows, are left out.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...graph.network.network import (
    Network,
    build_network,
    find_edges,
    find_entities,
    find_letters,
    get_kind,
    get_node,
)
from ...graph.network.network_records import Basis, EntityNode, LetterNode, Link, NetworkEdge
from ...graph.quads.terms import TEXT
from ...graph.storage.store import GraphStore
from ...graph.storage.whole_store import load_values
from ...model.entity import EntityType
from ...model.identity import BASE, to_digest
from ...model.statement import Predicate
from ..output_file import write_output
from ..phrases import render_relation
from .network_rows import to_edge_id

_SCHEMATA = {
    EntityType.PERSON: "Person",
    EntityType.OFFICE: "Position",
    EntityType.ORGANISATION: "Organization",
    EntityType.COUNTRY: "PublicBody",
    EntityType.SCHEME: "Project",
    EntityType.TREATY: "Document",
    EntityType.LEGISLATION: "Document",
    EntityType.PROVISION: "Document",
    EntityType.DOCUMENT: "Document",
}
_LEGAL = ("Person", "Organization", "PublicBody")
_BODIES = ("Organization", "PublicBody")
_ROLES: Mapping[str, str] = {
    Link.SENT_BY: "sender",
    Link.SENT_TO: "recipients",
    Link.REPLIES_TO: "inReplyToMessage",
}
_BASES = tuple(basis for basis in Basis if basis not in (Basis.MENTION, Basis.BACKGROUND))

# A year, perhaps with month, perhaps with day: 2021-06; of a season, 2022-21, only the year is one.
_DATE = re.compile(r"\d{4}(?:-(?:0\d|1[012])(?:-\d\d)?)?(?![\d-])|\d{4}")

Properties = dict[str, list[str]]


def write_follow_the_money(store: GraphStore, path: Path) -> None:
    """Write the network as FollowTheMoney entities in JSON, an object a line."""
    network = build_network(store, _BASES)
    entities = sorted(_find_entities(network, load_values(store, TEXT)), key=lambda entity: str(entity["id"]))
    lines = (json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n" for entity in entities)
    write_output(path, "".join(lines).encode("utf-8"))


def _find_entities(network: Network, texts: Mapping[str, str]) -> Iterator[dict[str, object]]:
    offices = _find_bodies_of_offices(network)
    for node in find_entities(network):
        schema = _SCHEMATA[node.type]
        properties: Properties = {"name": [node.name], "alias": list(node.other_names)}
        if schema == "Document":
            properties |= {"title": [node.name], "fileName": [node.name]}
        if schema == "Position":
            properties["organization"] = offices.get(node.key, [])
        yield _to_entity(_to_id(node.key), schema, properties)
    for letter in find_letters(network):
        yield _to_message(network, letter, texts.get(letter.key, ""))
    for edge in find_edges(network):
        if not _is_in_message(network, edge):
            yield _to_link(network, edge)


def _to_message(network: Network, letter: LetterNode, text: str) -> dict[str, object]:
    properties: Properties = defaultdict(list)
    for edge in find_edges(network, letter.key):
        if edge.source == letter.key and _is_in_message(network, edge):
            properties[_ROLES[edge.predicate]].append(_to_id(edge.target))
    properties |= {
        "name": [letter.name],
        "subject": [letter.subject] if letter.subject else [],
        "date": [letter.date] if letter.date else [],
        "messageId": list(letter.references),
        "fileName": [letter.source],
        "sourceUrl": [letter.key],
        "bodyText": [text],
    }
    return _to_entity(_to_id(letter.key), "Message", properties)


def _is_in_message(network: Network, edge: NetworkEdge) -> bool:
    """Tell what a Message says itself: who wrote it to whom, if these may own things, and what it answers."""
    return edge.basis is Basis.REPLY or (
        edge.basis is Basis.CORRESPONDENCE and _find_schema(network, edge.target) in _LEGAL
    )


def _to_link(network: Network, edge: NetworkEdge) -> dict[str, object]:
    schema, properties = _find_link(network, edge)
    quotes = [" ".join(passage.quote.split()) for passage in edge.evidence]
    letters = dict.fromkeys(passage.letter for passage in edge.evidence) or dict.fromkeys([edge.letter or ""])
    properties |= {
        "summary": quotes,
        "description": [f"“{edge.condition}”"] if edge.condition else [],
        "startDate": _to_dates(edge.since),
        "endDate": _to_dates(edge.until) if edge.basis is Basis.STATEMENT else [],
        "date": _to_dates(edge.until) if edge.basis is not Basis.STATEMENT else [],
        "sourceUrl": list(letters),
        "recordId": [edge.key] if "://" in edge.key else [],
    }
    return _to_entity(f"link-{to_digest(to_edge_id(edge))}", schema, properties)


def _find_link(network: Network, edge: NetworkEdge) -> tuple[str, Properties]:
    """Return the narrowest schema whose ends may be what an edge joins, and the properties that hold these."""
    source, target = (_find_schema(network, key) for key in (edge.source, edge.target))
    start, end, role = (
        [_to_id(edge.source)],
        [_to_id(edge.target)],
        [render_relation(edge.predicate, get_kind(network, edge.target))],
    )
    if edge.predicate is Predicate.HOLDS_OFFICE and (source, target) == ("Person", "Position"):
        return "Occupancy", {"holder": start, "post": end}
    if edge.predicate is Predicate.MEMBER_OF and source in _LEGAL and target in _BODIES:
        return "Membership", {"member": start, "organization": end, "role": role}
    if edge.predicate in (Predicate.RUNS, Predicate.FUNDS) and source in _LEGAL and target == "Project":
        return "ProjectParticipant", {"participant": start, "project": end, "role": role}
    return "UnknownLink", {"subject": start, "object": end, "role": role}


def _find_bodies_of_offices(network: Network) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for edge in find_edges(network):
        if edge.predicate is Predicate.OFFICE_IN and _find_schema(network, edge.target) in _BODIES:
            found[edge.source].append(_to_id(edge.target))
    return found


def _find_schema(network: Network, key: str) -> str:
    node = get_node(network, key)
    return _SCHEMATA[node.type] if isinstance(node, EntityNode) else "Message"


def _to_entity(iri: str, schema: str, properties: Properties) -> dict[str, object]:
    kept = {name: sorted(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": iri, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _to_id(iri: str) -> str:
    return iri.removeprefix(BASE).replace("/", "-")


def _to_dates(edtf: str | None) -> list[str]:
    return [found[0]] if edtf and (found := _DATE.match(edtf)) else []
