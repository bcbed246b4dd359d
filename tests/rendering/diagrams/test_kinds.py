"""What the diagrams of the sample letters say: boxes, arrows and the sentences behind them."""

import pytest
from policygraph.graph.network.corpus import Corpus
from policygraph.model.errors import DiagramError, NameChoiceError
from policygraph.rendering.diagrams.composition import Paper, find_scale
from policygraph.rendering.diagrams.diagram import Diagram, Look, NodeKind
from policygraph.rendering.diagrams.kinds import build_diagram, find_kind_fault, plan_diagram

Arrow = tuple[str, str, str]


def find_arrows(diagram: Diagram) -> dict[Arrow, tuple[Look, list[str]]]:
    """Return each arrow by its ends and words, with whose word it is and the quotes that show it."""
    labels = {node.id: node.label for node in diagram.nodes}
    quotes = {note.number: note.quote for note in diagram.notes}
    return {
        (labels[edge.source], edge.label, labels[edge.target]): (edge.look, [quotes[one] for one in edge.notes])
        for edge in diagram.edges
    }


def test_actors_stand_around_a_body_by_what_they_do_with_it(samples: Corpus) -> None:
    diagram = build_diagram(samples, "actors", ["Home Office"])
    arrows = find_arrows(diagram)
    assert {
        lane: sorted(node.label for node in diagram.nodes if node.lane == lane) for lane in ("middle", "right")
    } == {
        "middle": ["Home Office"],
        "right": ["Modern Slavery Statutory Guidance", "The Salvation Army", "UK Government"],
    }
    look, quotes = arrows["Home Office", "works with", "The Salvation Army"]
    assert look is Look.STATED
    assert quotes[0].startswith(("Home Office", "Notably, we work with The Salvation Army"))
    assert ("Matthew Rycroft", "holds the office of", "Permanent Secretary") in arrows


def test_what_only_the_vocabulary_knows_is_background_and_has_no_source(samples: Corpus) -> None:
    arrows = find_arrows(build_diagram(samples, "actors", ["Home Office"]))
    assert arrows["Home Office", "is part of", "UK Government"] == (Look.BACKGROUND, [])
    stated = [quotes for look, quotes in arrows.values() if look is not Look.BACKGROUND]
    assert stated
    assert all(stated)


def test_an_actor_that_asks_several_times_has_one_arrow_with_every_sentence(samples: Corpus) -> None:
    arrows = find_arrows(build_diagram(samples, "actors", ["Home Secretary"]))
    look, quotes = arrows["Independent Anti-Slavery Commissioner", "asks (5 times)", "Home Secretary"]
    assert look is Look.STATED
    assert sum(quote.startswith("I would urge you to explore") for quote in quotes) == 1
    assert len(quotes) == len(set(quotes)) == 5


def test_signatories_who_say_the_same_share_a_box(gold: Corpus) -> None:
    diagram = build_diagram(gold, "actors", ["High Representative"])
    (box,) = (node for node in diagram.nodes if "others" in node.label)
    assert box.label.endswith(" and 21 others")
    assert len(diagram.nodes) < 6


def test_an_instrument_stands_in_its_layer(samples: Corpus) -> None:
    diagram = build_diagram(samples, "instrument", [])
    lanes = {node.label: node.lane for node in diagram.nodes}
    assert lanes["Article 8 of the Palermo Protocol"] == "Articles and sections"
    assert lanes["Modern Slavery Act 2015"] == "Laws"
    assert lanes["Justice and Care Romania pilot"] == "Schemes and documents"
    assert lanes["Refugee Action"] == "Bodies and offices"
    assert lanes["Romania"] == "Countries"
    assert diagram.lanes[0].id == "Treaties"
    arrows = find_arrows(diagram)
    _, quotes = arrows["Conflict, Stability and Security Fund", "funds", "Justice and Care Romania pilot"]
    assert quotes[0].endswith("(CSSF) and will inform future Home Office activity.")
    assert arrows["Refugee Action", "belongs to", "United Kingdom"][0] is Look.BACKGROUND


def test_correspondence_shows_who_answered_for_whom_and_what_is_not_held(samples: Corpus) -> None:
    diagram = build_diagram(samples, "correspondence", [])
    assert len(diagram.lanes) == 5
    arrows = find_arrows(diagram)
    answered = "answered after 251 days in the place of Priti Patel (suggested)"
    look, quotes = arrows["9 June 2021", answered, "15 February 2022"]
    assert look is Look.SUGGESTED
    assert quotes[0].startswith("Thank you for your letter of 9 June 2021, to the Home Secretary")
    (missing,) = (node for node in diagram.nodes if node.kind is NodeKind.MISSING)
    assert missing.label == "not held: email of 18 October to the Prime Minister"
    assert [lane.heading for lane in diagram.lanes if lane.id == missing.lane] == ["Maya Esslemont, After Exploitation"]
    assert ("9 June 2021", "", "Priti Patel") in arrows


def test_the_correspondence_of_two_is_what_they_wrote_to_each_other(samples: Corpus) -> None:
    diagram = build_diagram(samples, "correspondence", ["Home Office", "Thornton"])
    letters = [node.label for node in diagram.nodes if node.kind is NodeKind.LETTER]
    assert letters == ["9 June 2021", "15 February 2022"]


def test_asks_lead_over_what_a_reply_says_to_a_status_that_is_suggested(samples: Corpus) -> None:
    diagram = build_diagram(samples, "asks", [])
    asks = [node for node in diagram.nodes if node.kind is NodeKind.ASK]
    assert len(asks) == 5
    (monitoring,) = (node for node in asks if "monitoring" in node.label)
    assert monitoring.detail == (
        "Sara Thornton (shown by another letter), Independent Anti-Slavery Commissioner to Priti Patel, "
        "Home Secretary, Home Office, letter of 9 June 2021"
    )
    (said,) = (edge.target for edge in diagram.edges if edge.source == monitoring.id)
    (status,) = (edge for edge in diagram.edges if edge.source == said)
    assert status.look is Look.SUGGESTED
    (node,) = (node for node in diagram.nodes if node.id == status.target)
    assert (node.label, node.detail, node.kind) == ("discussed, no decision found", "suggested", NodeKind.OPEN)


def test_a_path_prefers_what_letters_say_to_what_the_vocabulary_knows(samples: Corpus) -> None:
    diagram = build_diagram(samples, "path", ["Priti Patel", "Salvation Army"])
    assert {node.label for node in diagram.nodes} == {
        *("Priti Patel", "Home Secretary", "Home Office", "The Salvation Army"),
    }
    assert all(edge.look is Look.STATED for edge in diagram.edges)


def test_a_path_through_a_letter_opens_the_sentences_that_name_both(samples: Corpus) -> None:
    diagram = build_diagram(samples, "path", ["Sara Thornton", "Justice and Care"])
    _, quotes = find_arrows(diagram)["letter of 9 June 2021", "names", "Justice and Care"]
    assert quotes == [
        "For example, Justice and Care are piloting a programme of supported voluntary returns to Romania."
    ]


def test_a_timeline_has_letters_above_and_what_is_due_below(samples: Corpus) -> None:
    diagram = build_diagram(samples, "timeline", [])
    assert [(node.label, node.lane) for node in diagram.nodes] == [
        ("7 January 2021", "letters"),
        ("9 June 2021", "letters"),
        ("15 February 2022", "letters"),
        ("spring 2022", "dates"),
    ]
    assert diagram.nodes[-1].day == "2022-05-31"


@pytest.mark.parametrize("kind", ["instrument", "correspondence", "asks", "timeline"])
def test_what_is_too_much_to_read_is_left_out_and_told(gold: Corpus, kind: str) -> None:
    diagram = build_diagram(gold, kind, [])
    assert 0 < len(diagram.nodes) <= 60
    assert diagram.remarks[0].startswith("Left out, for there are too many to read: ")


@pytest.mark.parametrize("kind", ["instrument", "correspondence", "asks", "timeline"])
def test_every_note_that_is_cited_is_there_and_none_is_idle(gold: Corpus, kind: str) -> None:
    diagram = build_diagram(gold, kind, [])
    cited = {number for node in diagram.nodes for number in node.notes}
    cited |= {number for edge in diagram.edges for number in edge.notes}
    assert cited == {note.number for note in diagram.notes} == set(range(1, len(diagram.notes) + 1))


def test_a_name_that_is_nothing_gets_the_nearest_ones(samples: Corpus) -> None:
    with pytest.raises(NameChoiceError) as caught:
        build_diagram(samples, "actors", ["Home Offfice"])
    start = "Home Offfice: no letter in the store names this. The nearest names are “Home Office”"
    assert str(caught.value).startswith(start)


def test_a_name_that_several_things_bear_says_what_to_write_instead(gold: Corpus) -> None:
    with pytest.raises(NameChoiceError) as caught:
        build_diagram(gold, "actors", ["European Commission"])
    message = str(caught.value)
    assert message.startswith("European Commission: several things bear this name: European Commission (organisation, ")
    iri = message.split("organisation, ")[1].split(")")[0]
    assert gold.find_entity(iri).key == iri


def test_a_path_from_a_thing_to_itself_is_refused(samples: Corpus) -> None:
    with pytest.raises(DiagramError, match="both names mean this"):
        build_diagram(samples, "path", ["Sara Thornton", "Thornton"])


@pytest.mark.parametrize("kind", ["instrument", "correspondence", "asks", "timeline"])
def test_words_are_large_enough_to_read_on_a4(gold: Corpus, kind: str) -> None:
    assert find_scale(plan_diagram(build_diagram(gold, kind, [])), Paper.A4) >= 0.6


@pytest.mark.parametrize("kind", ["actors", "instrument", "correspondence", "asks"])
def test_nothing_to_draw_is_told(samples: Corpus, kind: str) -> None:
    with pytest.raises(DiagramError):
        build_diagram(samples, kind, ["EU"])


@pytest.mark.parametrize(
    ("kind", "names", "fault"),
    [
        ("actors", [], "actors: this kind of diagram needs a name"),
        ("path", ["Home Office"], "path: this kind of diagram needs two names"),
        ("path", ["a", "b", "c"], "path: this kind of diagram needs two names"),
        ("asks", [], None),
    ],
)
def test_how_many_names_a_kind_takes_is_told(kind: str, names: list[str], fault: str | None) -> None:
    found = find_kind_fault(kind, names)
    assert found is None if fault is None else found is not None and found.startswith(fault)


def test_notes_are_numbered_row_by_row_from_left_to_right(samples: Corpus) -> None:
    diagram = build_diagram(samples, "actors", ["Home Office"])
    names = {node.id: node.label for node in diagram.nodes}
    notes = {(names[edge.source], names[edge.target]): edge.notes for edge in diagram.edges}
    row = (
        ("Priti Patel", "Home Secretary"),
        ("Home Secretary", "Home Office"),
        ("Home Office", "Modern Slavery Statutory Guidance"),
    )
    assert [notes[ends] for ends in row] == [(1,), (2,), (3,)]
    assert [note.number for note in diagram.notes] == list(range(1, len(diagram.notes) + 1))
    assert diagram.notes[0].quote == "Rt Hon Priti Patel MP Home Secretary"
