"""What is told of letters made for it: who is who, offices, instruments, schemes, countries, dates and gaps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.storage.store import GraphStore
from policygraph.model.commitment import Commitment, Strength
from policygraph.model.entity import Entity, EntityType
from policygraph.model.errors import QueryError
from policygraph.model.identity import to_commitment_iri, to_statement_id
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.link import InferredSender, Links, SameAs
from policygraph.model.reading import Party, Reading
from policygraph.model.statement import Polarity, Predicate, Statement
from policygraph.queries.answer import Table

from .records import build_entity, build_letter, find_quotes, find_rows, open_filled, quote, run_query

FIRST = build_letter(
    "Ann Lee, Minister, Lake Office, to Bo Ray. Lake Office runs Clean Lakes. Sea Fund pays for Clean Lakes. "
    "Clean Lakes works in Norway. Clean Lakes rests on Article 4 of the Lake Act. We shall report by May.",
    "2024-01-10",
    senders=(Correspondent(name="Ann Lee", office="Minister", organisation="Lake Office"),),
    recipients=(Correspondent(name="Bo Ray"),),
)
SECOND = build_letter(
    "To Ann Lee. Norway is no longer party to the Lake Treaty. Clean Lake and Boat Scheme are slow under the Lake Act. "
    "Cy Fox was Minister from 2019 until 2021.",
    "2024-03-01",
    recipients=(Correspondent(name="Ann Lee"),),
)
UNDATED = build_letter("Dee Poe to Ann Lee: the Lake Act is old.", None, senders=(Correspondent(name="Dee Poe"),))
KINDS = {
    **dict.fromkeys(("Ann Lee", "Bo Ray", "Cy Fox", "Dee Poe"), EntityType.PERSON),
    "Minister": EntityType.OFFICE,
    **dict.fromkeys(("Lake Office", "Sea Fund"), EntityType.ORGANISATION),
    **dict.fromkeys(("Clean Lakes", "Clean Lake", "Boat Scheme"), EntityType.SCHEME),
    "Norway": EntityType.COUNTRY,
    "Article 4": EntityType.PROVISION,
    "Lake Act": EntityType.LEGISLATION,
    "Lake Treaty": EntityType.TREATY,
}


def build_entities(letter: Letter) -> dict[str, Entity]:
    names = [name for name in KINDS if name in letter.text and (name != "Clean Lake" or letter is SECOND)]
    return {name: build_entity(letter, KINDS[name], name) for name in names}


def state(
    letter: Letter, one: str, predicate: Predicate, other: str, words: str, *, ended: bool = False, **when: str
) -> Statement:
    entities = build_entities(letter)
    return Statement(
        id=to_statement_id(letter.iri, one, predicate, other),
        subject=entities[one].iri,
        predicate=predicate,
        object=entities[other].iri,
        evidence=(quote(letter, words),),
        rule="template",
        polarity=Polarity.ENDED if ended else Polarity.AFFIRMED,
        **when,
    )


def build_readings() -> list[Reading]:
    first, second, undated = map(build_entities, (FIRST, SECOND, UNDATED))
    head = "Ann Lee, Minister, Lake Office"
    facts = (
        state(FIRST, "Ann Lee", Predicate.HOLDS_OFFICE, "Minister", head),
        state(FIRST, "Minister", Predicate.OFFICE_IN, "Lake Office", head),
        state(FIRST, "Lake Office", Predicate.RUNS, "Clean Lakes", "Lake Office runs Clean Lakes."),
        state(FIRST, "Sea Fund", Predicate.FUNDS, "Clean Lakes", "Sea Fund pays for Clean Lakes."),
        state(FIRST, "Clean Lakes", Predicate.OPERATES_IN, "Norway", "Clean Lakes works in Norway."),
        state(FIRST, "Clean Lakes", Predicate.BASED_ON, "Article 4", "Clean Lakes rests on Article 4 of the Lake Act."),
        state(FIRST, "Article 4", Predicate.PART_OF, "Lake Act", "Clean Lakes rests on Article 4 of the Lake Act."),
    )
    tenure = "Cy Fox was Minister from 2019 until 2021."
    words = "We shall report by May."
    promise = Commitment(
        iri=to_commitment_iri(FIRST.iri, words),
        text=words,
        by=(first["Ann Lee"].iri,),
        about=(first["Clean Lakes"].iri,),
        strength=Strength.FIRM,
        evidence=(quote(FIRST, words),),
        due="2024-05",
    )
    ann = Party(person=first["Ann Lee"].iri, office=first["Minister"].iri, organisation=first["Lake Office"].iri)
    return [
        Reading(
            letter=FIRST,
            senders=(ann,),
            recipients=(Party(person=first["Bo Ray"].iri),),
            entities=tuple(first.values()),
            statements=facts,
            commitments=(promise,),
        ),
        Reading(
            letter=SECOND,
            recipients=(Party(person=second["Ann Lee"].iri),),
            entities=tuple(second.values()),
            statements=(
                state(
                    SECOND,
                    "Norway",
                    Predicate.PARTY_TO,
                    "Lake Treaty",
                    "Norway is no longer party to the Lake Treaty.",
                    ended=True,
                ),
                state(SECOND, "Cy Fox", Predicate.HOLDS_OFFICE, "Minister", tenure, since="2019", until="2021"),
            ),
        ),
        Reading(
            letter=UNDATED,
            senders=(Party(person=undated["Dee Poe"].iri),),
            recipients=(),
            entities=tuple(undated.values()),
        ),
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    lakes, lake = build_entities(FIRST)["Clean Lakes"].iri, build_entities(SECOND)["Clean Lake"].iri
    shown = (quote(SECOND, "To Ann Lee."),)
    links = Links(
        same=(SameAs(entities=(lakes, lake), why="One scheme."),),
        senders=(InferredSender(letter=SECOND.iri, person=build_entities(FIRST)["Bo Ray"].iri, evidence=shown),),
    )
    with open_filled(tmp_path_factory.mktemp("answers") / "store", build_readings(), links) as opened:
        yield opened


def ask(store: GraphStore, question: str, **parameters: str) -> Table:
    return run_query(store, question, parameters)


def test_everybody_has_a_row_with_office_body_and_letters(store: GraphStore) -> None:
    assert find_rows(ask(store, "actors")) == [
        {"name": "Ann Lee", "office": "Minister", "body": "Lake Office", "wrote": 1, "received": 1, "named": 3},
        {"name": "Bo Ray", "wrote": 1, "received": 1, "named": 1},
        {"name": "Cy Fox", "office": "Minister", "named": 1},
        {"name": "Dee Poe", "wrote": 1, "named": 1},
    ]
    assert find_rows(ask(store, "actors", kind="office")) == [
        {"name": "Minister", "body": "Lake Office", "wrote": 1, "named": 2}
    ]


def test_an_office_has_its_holders_with_the_dates_that_letters_tell(store: GraphStore) -> None:
    table = ask(store, "office-holders", office="minister")
    assert find_rows(table) == [
        {"name": "Ann Lee", "said": "hold it", "first": "2024-01-10", "last": "2024-01-10"},
        {
            "name": "Cy Fox",
            "said": "hold it",
            "since": "2019",
            "until": "2021",
            "first": "2024-03-01",
            "last": "2024-03-01",
        },
    ]
    assert find_quotes(table)[1] == ["Cy Fox was Minister from 2019 until 2021."]


def test_a_dossier_has_all_that_is_said_under_any_name(store: GraphStore) -> None:
    rows = find_rows(ask(store, "dossier", who="Clean Lake"))
    assert sorted((row["subject"], row["relation"], row["object"]) for row in rows) == [
        ("Ann Lee", "promises", "Clean Lakes"),
        ("Clean Lakes", "based on", "Article 4"),
        ("Clean Lakes", "operates in", "Norway"),
        ("Lake Office", "runs", "Clean Lakes"),
        ("Sea Fund", "funds", "Clean Lakes"),
    ]
    (promise,) = (row for row in rows if row["relation"] == "promises")
    assert (promise["words"], promise["time"]) == ("We shall report by May.", "2024-05")


def test_a_fact_is_found_by_its_id_with_its_evidence(store: GraphStore) -> None:
    (row,) = (row for row in find_rows(ask(store, "dossier", who="Cy Fox")) if row["relation"] == "holds office")
    table = ask(store, "evidence", id=str(row["id"]))
    (found,) = find_rows(table)
    assert (found["subject"], found["object"], found["rule"]) == ("Cy Fox", "Minister", "template")
    assert find_quotes(table) == [["Cy Fox was Minister from 2019 until 2021."]]


def test_a_law_is_cited_by_all_that_name_it_or_its_articles(store: GraphStore) -> None:
    table = ask(store, "citations", of="the Lake Act")
    assert find_rows(table) == [
        {"date": "2024-01-10", "sender": "Ann Lee", "recipient": "Bo Ray", "cited": "Article 4; Lake Act"},
        {"date": "2024-03-01", "recipient": "Ann Lee", "cited": "Lake Act"},
        {"sender": "Dee Poe", "cited": "Lake Act"},
    ]
    assert find_quotes(table)[0] == ["Clean Lakes rests on Article 4 of the Lake Act."]
    assert [row["date"] for row in find_rows(ask(store, "citations", of="Article 4"))] == ["2024-01-10"]


CLEAN = {
    "name": "Clean Lakes",
    "runner": "Lake Office",
    "funder": "Sea Fund",
    "country": "Norway",
    "basis": "Article 4",
}


def test_schemes_that_are_one_are_one_row(store: GraphStore) -> None:
    assert find_rows(ask(store, "schemes")) == [{"name": "Boat Scheme"}, CLEAN]


@pytest.mark.parametrize(
    ("word", "value"),
    [("runner", "Lake Office"), ("funder", "Sea Fund"), ("country", "Norway"), ("basis", "Article 4")],
)
def test_schemes_can_be_asked_for_by_each_end(store: GraphStore, word: str, value: str) -> None:
    assert find_rows(ask(store, "schemes", **{word: value})) == [CLEAN]


def test_a_scheme_must_fit_all_that_is_asked_for(store: GraphStore) -> None:
    assert ask(store, "schemes", runner="Lake Office", funder="Lake Office").rows == ()


def test_a_country_has_what_holds_and_what_has_ended(store: GraphStore) -> None:
    day = {"first": "2024-01-10", "last": "2024-01-10"}
    later = {"first": "2024-03-01", "last": "2024-03-01"}
    assert find_rows(ask(store, "countries", country="norway")) == [
        {"name": "Norway", "relation": "ended: party to", "other": "Lake Treaty", **later},
        {"name": "Norway", "relation": "has in it", "other": "Clean Lakes", **day},
    ]


def test_the_network_counts_letters_from_writers_that_another_letter_shows_too(store: GraphStore) -> None:
    rows = find_rows(ask(store, "network"))
    assert [(row["sender"], row["recipient"], row["letters"]) for row in rows] == [
        ("Ann Lee", "Bo Ray", 1),
        ("Bo Ray", "Ann Lee", 1),
    ]
    assert find_rows(ask(store, "network", who="Ray")) == rows
    assert ask(store, "network", who="Cy Fox").rows == ()


def test_the_timeline_has_letters_tenures_and_what_is_due(store: GraphStore) -> None:
    rows = [(row["date"], row["event"], row.get("subject")) for row in find_rows(ask(store, "timeline"))]
    assert rows == [
        ("2019", "since", "Cy Fox"),
        ("2021", "until", "Cy Fox"),
        ("2024-01-10", "letter", "Ann Lee"),
        ("2024-03-01", "letter", "Bo Ray"),
        ("2024-05", "promise due", "Ann Lee"),
    ]


@pytest.mark.parametrize(
    ("given", "dates"),
    [
        ({"who": "Cy Fox"}, ["2019", "2021"]),
        ({"who": "Ann Lee", "since": "2024-02-01"}, ["2024-03-01", "2024-05"]),
        ({"until": "2020-12-31"}, ["2019"]),
        ({"who": "Boat Scheme"}, []),
    ],
)
def test_the_timeline_can_be_narrowed(store: GraphStore, given: dict[str, str], dates: list[str]) -> None:
    assert [row["date"] for row in find_rows(ask(store, "timeline", **given))] == dates


def test_gaps_are_people_schemes_and_letters_with_something_missing(store: GraphStore) -> None:
    table = ask(store, "gaps")
    assert [(row["kind"], row.get("name")) for row in find_rows(table)] == [
        ("letter without a date", None),
        ("person without an office", "Bo Ray"),
        ("person without an office", "Dee Poe"),
        ("scheme without a runner", "Boat Scheme"),
    ]
    assert all(find_quotes(table))
    assert len(ask(store, "gaps", kind="letter without a date").rows) == 1


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        ("dossier", {}, "`who` is missing: Somebody or something"),
        ("dossier", {"who": "Anne Lea"}, "no letter names `Anne Lea`. The nearest names are “Ann Lee”"),
        ("office-holders", {"office": "Norway"}, r"`Norway` is no office. What has this name:\n  country: Norway \(2"),
        ("actors", {"kind": "dog"}, "`dog` is not possible. Choose one of: person, office, organisation"),
        ("timeline", {"since": "May"}, "since: `May` is no date. Write it as 2024-03-05"),
        ("evidence", {"id": "7"}, "`7` is no ID of a fact"),
    ],
)
def test_what_does_not_fit_is_told(store: GraphStore, question: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        ask(store, question, **given)


def test_a_name_that_several_have_lists_them_to_choose_by_iri(tmp_path: Path) -> None:
    letter = build_letter("Lake the body and Lake the scheme, of Jo Lake.", "2024-01-01")
    kinds = (EntityType.ORGANISATION, EntityType.SCHEME)
    entities = tuple(build_entity(letter, kind, "Lake") for kind in kinds)
    with open_filled(tmp_path / "store", [Reading(letter=letter, entities=entities)], Links()) as opened:
        with pytest.raises(QueryError, match="several have the name `lake`") as raised:
            run_query(opened, "dossier", {"who": "lake"})
        assert [line.split(":")[0].strip() for line in str(raised.value).splitlines()[1:]] == list(kinds)
        for entity in entities:
            assert entity.iri in str(raised.value)
            assert run_query(opened, "dossier", {"who": entity.iri}).rows == ()
        assert run_query(opened, "schemes", {"runner": "lake"}).rows == ()  # only one of them can run something
