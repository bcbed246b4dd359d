"""What an analyst says of what a store holds: found by its ID, kept beside the store, replayed on every load."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest
from policygraph.graph.entity_card import find_cards
from policygraph.graph.entity_sayings import Part
from policygraph.graph.extract_json import to_json_lines
from policygraph.graph.judging.docket import Docket
from policygraph.graph.judging.judgement_file import find_judgement_file, load_judgements
from policygraph.graph.judging.judging import judge, judge_two, undo
from policygraph.graph.judging.matters import MatterKind, to_short_id
from policygraph.graph.loading.build import build_graph, open_loaded, withdraw_sources
from policygraph.graph.loading.extract import extract_letters
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.quads.terms import RELATIONS, VOCABULARY
from policygraph.graph.storage.quotation import find_name
from policygraph.graph.storage.store import open_for_writing
from policygraph.graph.storage.stored_readings import load_links
from policygraph.graph.validation import validate_store
from policygraph.model.errors import JudgementError, StoreError
from policygraph.model.judgement import Standing, Verdict
from policygraph.model.link import Reply

from .records import dump

ASKING = """\
4 March 2020

Robert Hale MP
Minister for Buses
Department for Transport

Dear Mr Hale,

I ask you to extend the Village Bus Grant by two years. {more}

Yours sincerely,

Helen Marsh
Director
Bus Friends
"""

ANSWERING = """\
Department for Transport

Helen Marsh
Director
Bus Friends

3 April 2020

Dear Helen,

Thank you for your letter of 4 March about buses. The Government has no plans to extend the Village Bus Grant.

Yours sincerely,

Robert Hale MP
Minister for Buses
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a letter, its reply and an earlier letter, in which the test stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ASKING.format(more=""), "utf-8")
    (tmp_path / "b.txt").write_text(ANSWERING, "utf-8")
    older = ASKING.format(more="It is urgent.").replace("4 March", "1 February")
    (tmp_path / "c.txt").write_text(older, "utf-8")
    return tmp_path


STORE = Path("store")


def load(*paths: str, store: Path = STORE) -> tuple[str, ...]:
    with open_for_writing(store) as graph:
        report = build_graph(graph, find_sources(paths or ["a.txt", "b.txt", "c.txt"]))
    return tuple(map(str, report.errors))


def find_reply(store: Path = STORE) -> Reply:
    with open_loaded(store) as graph:
        (reply,) = load_links(graph).replies
    return reply


def find_problems(store: Path = STORE) -> list[str]:
    with open_loaded(store) as graph:
        return [doubt.message for doubt in load_links(graph).doubts]


def test_a_judgement_counts_at_once_and_after_the_store_is_made_anew(folder: Path) -> None:
    load()
    reply = find_reply()
    kept = judge(STORE, reply.iri, Verdict.ACCEPTED, by="Ann Lee", why="I was there.")
    assert kept.errors == ()
    judged = find_reply()
    assert (judged.standing, judged.judgement) == (Standing.CONFIRMED, kept.judgement)
    with open_loaded(STORE) as graph:
        before = dump(graph)
        assert validate_store(graph) == ()
    shutil.rmtree(STORE)
    load()
    with open_loaded(STORE) as graph:
        assert dump(graph) == before


@pytest.mark.parametrize("verdict", [Verdict.ACCEPTED, Verdict.REJECTED, Verdict.NOTE])
def test_what_is_undone_leaves_the_links_as_they_were(folder: Path, verdict: Verdict) -> None:
    load()
    with open_loaded(STORE) as graph:
        before = load_links(graph)
    judge(STORE, find_reply().iri, verdict, by="Ann Lee", why="x")
    with open_loaded(STORE) as graph:
        assert load_links(graph) != before
    undo(STORE, None, by="Bo Ray")
    with open_loaded(STORE) as graph:
        assert load_links(graph) == before
    assert len(load_judgements(find_judgement_file(STORE)).judgements) == 2


def test_an_undoing_can_be_undone_and_undo_goes_back_step_by_step(folder: Path) -> None:
    load()
    reply = find_reply()
    first = judge(STORE, reply.iri, Verdict.NOTE, by="Ann Lee", why="one")
    second = judge(STORE, reply.iri, Verdict.NOTE, by="Ann Lee", why="two")
    assert undo(STORE, None, by="Ann Lee").judgement.undoes == second.judgement.id
    undone = undo(STORE, None, by="Ann Lee")
    assert undone.judgement.undoes == first.judgement.id
    with pytest.raises(JudgementError, match="there is no judgement to take back"):
        undo(STORE, None, by="Ann Lee")
    with pytest.raises(JudgementError, match="taken back already"):
        undo(STORE, first.judgement.id[:8], by="Ann Lee")
    undo(STORE, undone.judgement.id[:8], by="Ann Lee")
    assert [note.why for note in find_reply().notes] == ["one"]


def test_the_last_word_wins_however_fast_it_follows(folder: Path) -> None:
    load()
    reply = find_reply()
    for _ in range(3):
        judge(STORE, reply.iri, Verdict.REJECTED, by="Ann Lee")
        judge(STORE, reply.iri, Verdict.ACCEPTED, by="Ann Lee")
    assert find_reply().standing is Standing.CONFIRMED
    times = [one.when for one in load_judgements(find_judgement_file(STORE)).judgements]
    assert times == sorted(set(times))


def test_judgements_are_replayed_alike_in_whatever_order_the_letters_come(folder: Path) -> None:
    load()
    reply = find_reply()
    judge(STORE, reply.iri, Verdict.NOTE, by="Ann Lee", why="seen")
    judge(STORE, reply.iri, Verdict.CORRECTED, by="Bo Ray", value="2020-02-01")
    file = find_judgement_file(STORE)
    exports = set()
    for number, paths in enumerate(permutations(["a.txt", "b.txt", "c.txt"])):
        store = Path(f"store{number}")
        shutil.copy(file, find_judgement_file(store))
        for path in paths:
            load(path, store=store)
        corrected = find_reply(store)
        assert (corrected.days, corrected.standing, len(corrected.notes)) == (62, Standing.CORRECTED, 1)
        with open_loaded(store) as graph:
            exports.add(dump(graph))
    assert len(exports) == 1
    said = load_judgements(file).judgements
    extracts = {
        "\n".join(to_json_lines(found.letters, found.links, is_judged=True))
        for paths in permutations(["a.txt", "b.txt", "c.txt"])
        for found in [extract_letters(find_sources(paths), judgements=said)]
    }
    assert len(extracts) == 1
    assert '"standing": "corrected"' in extracts.pop()


def test_a_judgement_whose_letter_is_withdrawn_is_told_until_the_letter_is_back(folder: Path) -> None:
    load()
    judge(STORE, find_reply().iri, Verdict.ACCEPTED, by="Ann Lee")
    with open_for_writing(STORE) as graph:
        withdraw_sources(graph, ["b.txt"])
    (problem,) = find_problems()
    assert problem.startswith("the letter of 3 April 2020 from Robert Hale answers the letter of 4 March 2020")
    assert problem.endswith(" by Ann Lee, but the letter is no longer held.")
    load("b.txt")
    assert find_problems() == []
    assert find_reply().standing is Standing.CONFIRMED


def test_a_file_that_somebody_else_has_changed_counts_without_another_load(folder: Path) -> None:
    load()
    load(store=Path("other"))
    judge(Path("other"), find_reply().iri, Verdict.REJECTED, by="Bo Ray")
    shutil.copy(find_judgement_file(Path("other")), find_judgement_file(STORE))
    with open_loaded(STORE) as graph:
        assert load_links(graph).replies == ()
    find_judgement_file(STORE).unlink()
    assert find_reply().standing is Standing.SUGGESTED


def test_a_broken_line_is_told_on_every_load_and_the_others_count(folder: Path) -> None:
    load()
    judge(STORE, find_reply().iri, Verdict.ACCEPTED, by="Ann Lee")
    with find_judgement_file(STORE).open("a") as file:
        file.write("nonsense\n")
    for _ in range(2):
        (error,) = load()
        assert error.startswith("store.judgements.txt: line 17: this is no judgement")
    assert find_reply().standing is Standing.CONFIRMED
    kept = judge(STORE, find_reply().iri, Verdict.NOTE, by="Ann Lee", why="x")
    assert [str(error) for error in kept.errors] == [error]
    assert "nonsense\n" in find_judgement_file(STORE).read_text()


def test_a_rejected_reply_can_still_be_named(folder: Path) -> None:
    load()
    reply = find_reply()
    judge(STORE, reply.iri, Verdict.REJECTED, by="Ann Lee")
    judge(STORE, reply.iri.rpartition("/")[2][:6], Verdict.ACCEPTED, by="Bo Ray")
    assert find_reply().standing is Standing.CONFIRMED


def test_an_id_may_be_short_as_long_as_it_is_clear_and_a_wrong_one_gets_the_nearest(folder: Path) -> None:
    load()
    with open_loaded(STORE) as graph:
        (matter,) = Docket(graph).load_matters([MatterKind.REPLY])
    wrong = f"{'0' if matter.short_id[0] != '0' else '1'}{matter.short_id[1:]}"
    with pytest.raises(JudgementError) as raised:
        judge(STORE, wrong, Verdict.ACCEPTED, by="Ann Lee")
    assert str(raised.value).startswith(f"{wrong}: nothing here has this ID. The nearest are ")
    assert f"{matter.short_id} (reply: the letter of 3 April 2020" in str(raised.value)
    with pytest.raises(JudgementError, match="`policygraph review asks` shows"):
        judge(STORE, "xyz", Verdict.ACCEPTED, by="Ann Lee")
    assert not find_judgement_file(STORE).exists()


@pytest.mark.parametrize("value", ["", "1999-01-01", "tomorrow"])
def test_a_value_that_does_not_fit_is_refused_before_anything_is_written(folder: Path, value: str) -> None:
    load()
    with pytest.raises(JudgementError, match="nothing here has this ID"):
        judge(STORE, find_reply().iri, Verdict.CORRECTED, by="Ann Lee", value=value)
    assert not find_judgement_file(STORE).exists()


def test_a_store_that_is_in_use_takes_no_judgement(folder: Path) -> None:
    load()
    iri = find_reply().iri
    with open_for_writing(STORE), pytest.raises(StoreError, match="using this store"):
        judge(STORE, iri, Verdict.ACCEPTED, by="Ann Lee")
    assert not find_judgement_file(STORE).exists()


def find_answers() -> list[tuple[str, Standing]]:
    with open_loaded(STORE) as graph:
        return [(answer.status.value, answer.standing) for answer in load_links(graph).answers]


def test_a_status_is_judged_in_the_store_and_follows_what_is_said_of_the_reply(folder: Path) -> None:
    load("a.txt", "b.txt")
    with open_loaded(STORE) as graph:
        (answer,) = load_links(graph).answers
    judge(STORE, answer.iri, Verdict.CORRECTED, by="Ann Lee", value="decl")
    assert find_answers() == [("declined", Standing.CORRECTED)]
    judge(STORE, answer.iri, Verdict.ACCEPTED, by="Bo Ray")  # agrees with the correction
    assert find_answers() == [("declined", Standing.CORRECTED)]
    judge(STORE, answer.iri, Verdict.REJECTED, by="Bo Ray")
    undo(STORE, None, by="Bo Ray")
    undo(STORE, None, by="Bo Ray")
    undo(STORE, None, by="Bo Ray")
    assert find_answers() == [(answer.status.value, Standing.SUGGESTED)]
    judge(STORE, find_reply().iri, Verdict.REJECTED, by="Ann Lee")
    assert find_answers() == [("no reply held", Standing.SUGGESTED)]
    judge(STORE, answer.ask, Verdict.REJECTED, by="Ann Lee")
    assert find_answers() == []
    with open_loaded(STORE) as graph:
        assert validate_store(graph) == ()


def test_a_corrected_ask_says_who_asks_whom(folder: Path) -> None:
    load("a.txt")
    with open_loaded(STORE) as graph:
        ask = load_links(graph).answers[0].ask
    with pytest.raises(JudgementError, match="say who asks whom like this"):
        judge(STORE, ask, Verdict.CORRECTED, by="Ann Lee", value="Bus Friends")
    judge(STORE, ask, Verdict.CORRECTED, by="Ann Lee", value="Bus Friends  -> Department for Transport")
    with open_loaded(STORE) as graph:
        (judged,) = load_links(graph).judged
        matter = Docket(graph).find_matter(ask)
    assert (judged.target, judged.standing) == (ask, Standing.CORRECTED)
    assert matter.value == "Bus Friends → Department for Transport"


def find_edges(store: Path = STORE) -> list[tuple[str, str]]:
    """Return the plain edges between entities."""
    edges = set(RELATIONS.values())
    with open_loaded(store) as graph:
        quads = [quad for quad in graph.find_quads(None) if quad.predicate in edges]
        return sorted((quad.predicate.value, str(quad.object)) for quad in quads if quad.graph_name != VOCABULARY)


def test_a_rejected_fact_is_no_edge_until_that_is_taken_back(folder: Path) -> None:
    load("a.txt")
    with open_loaded(STORE) as graph:
        before = dump(graph)
        (card,) = find_cards(graph, "Helen Marsh").cards
    edges = find_edges()
    (fact,) = [fact for fact in card.facts if fact.object == "Director"]
    kept = judge(STORE, to_short_id(fact.id), Verdict.REJECTED, by="Ann Lee", why="She left.")
    assert kept.judgement.about.startswith("Helen Marsh holds the office of Director (affirmed), 4 March 2020: “")
    assert len(find_edges()) == len(edges) - 1
    with open_loaded(STORE) as graph:
        (card,) = find_cards(graph, "Helen Marsh").cards
        assert "Director" not in [each.object for each in card.facts]
        assert validate_store(graph) == ()
        judged = dump(graph)
    (found,) = extract_letters(find_sources(["a.txt"]), judgements=[kept.judgement]).letters
    assert fact.id not in [each.id for each in found.reading.statements]
    shutil.rmtree(STORE)
    load("a.txt")
    with open_loaded(STORE) as graph:
        assert dump(graph) == judged
    undo(STORE, None, by="Ann Lee")
    assert find_edges() == edges
    find_judgement_file(STORE).unlink()
    with open_loaded(STORE) as graph:
        assert dump(graph) == before


def test_a_rejected_fact_stays_so_when_its_letter_comes_from_another_file_too(folder: Path) -> None:
    load("a.txt")
    with open_loaded(STORE) as graph:
        (card,) = find_cards(graph, "Helen Marsh").cards
    judge(STORE, card.facts[0].id, Verdict.REJECTED, by="Ann Lee")
    edges = find_edges()
    (folder / "d.txt").write_text((folder / "a.txt").read_text().replace("two years", "two\nyears"), "utf-8")
    load("d.txt")
    assert find_edges() == edges
    undo(STORE, None, by="Ann Lee")
    with open_for_writing(STORE) as graph:
        withdraw_sources(graph, ["a.txt"])
    with open_loaded(STORE) as graph:
        assert validate_store(graph) == ()
    assert len(find_edges()) == len(edges) + 1


def test_letters_asks_and_names_are_linked_and_unlinked_by_their_ids(folder: Path) -> None:
    load()
    with pytest.raises(JudgementError, match="Name the reply first, then what it answers"):
        judge_two(STORE, ("2020-02-01", "2020-04-03"), Verdict.ACCEPTED, by="Ann Lee")
    kept = judge_two(STORE, ("2020-04-03", "2020-02-01"), Verdict.ACCEPTED, by="Ann Lee")
    assert kept.judgement.about.startswith(
        "the letter of 3 April 2020 from Robert Hale answers the letter of 1 February"
    )
    with open_loaded(STORE) as graph:
        links = load_links(graph)
    assert [(reply.days, reply.standing) for reply in links.replies] == [
        (62, Standing.CORRECTED),
        (30, Standing.SUGGESTED),
    ]
    judge_two(STORE, ("2020-04-03", "2020-02-01"), Verdict.REJECTED, by="Bo Ray")
    assert find_reply().days == 30
    assert find_problems() == []
    with pytest.raises(JudgementError, match="there is nothing to take away"):
        judge_two(STORE, ("2020-03-04", "2020-02-01"), Verdict.REJECTED, by="Ann Lee")
    (same,) = links.same_asks
    judge_two(STORE, (same.entities[0], same.entities[1]), Verdict.REJECTED, by="Ann Lee", why="another year")
    with open_loaded(STORE) as graph:
        assert load_links(graph).same_asks == ()
        assert validate_store(graph) == ()
    with pytest.raises(JudgementError, match="only two letters, two asks or two names can be linked"):
        judge_two(STORE, (same.entities[0], "2020-02-01"), Verdict.ACCEPTED, by="Ann Lee")
    with pytest.raises(JudgementError, match="this is one and the same ask"):
        judge_two(STORE, (same.entities[0], same.entities[0]), Verdict.ACCEPTED, by="Ann Lee")


def test_a_name_can_be_noted_on_and_no_more(folder: Path) -> None:
    load("a.txt")
    with open_loaded(STORE) as graph:
        (card,) = find_cards(graph, "Helen Marsh").cards
    (name,) = card.iris
    judge(STORE, to_short_id(name), Verdict.NOTE, by="Ann Lee", why="retired")
    with pytest.raises(JudgementError, match="a name can be noted on"):
        judge(STORE, name, Verdict.REJECTED, by="Ann Lee")
    with pytest.raises(JudgementError, match="a fact can be confirmed or rejected"):
        judge(STORE, card.facts[0].id, Verdict.CORRECTED, by="Ann Lee", value="x")
    with open_loaded(STORE) as graph:
        assert [[note.why for note in judged.notes] for judged in load_links(graph).judged] == [["retired"]]


def test_a_corrected_side_is_the_entity_that_the_words_name(folder: Path) -> None:
    load("a.txt")
    with open_loaded(STORE) as graph:
        (ask,) = [one.ask for one in load_links(graph).parties]
    judge(STORE, ask, Verdict.CORRECTED, by="Ann Lee", value="Helen Marsh -> Bus Friends and the Ministry of Fun")
    with open_loaded(STORE) as graph:
        (parties,) = load_links(graph).parties
        assert [find_name(graph, iri) for iri in (*parties.asked_by, *parties.asked_of)] == [
            "Helen Marsh",
            "Bus Friends",
        ]
        (card,) = find_cards(graph, "Bus Friends").cards
    assert (parties.by, parties.of) == ("Helen Marsh", "Bus Friends and the Ministry of Fun")
    assert [(saying.part, saying.who) for saying in card.sayings] == [
        (Part.IS_ASKED, "Helen Marsh → Bus Friends and the Ministry of Fun")
    ]


def test_a_word_that_changes_one_thing_alone_leaves_the_store_as_a_whole_replay_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load("a.txt", "b.txt")
    with open_loaded(STORE) as graph:
        links = load_links(graph)
        (card,) = find_cards(graph, "Bus Friends").cards
    (reply,), (answer,) = links.replies, links.answers
    targets = [reply.iri, answer.iri, answer.ask, card.facts[0].id, card.iris[0], reply.letter]
    with monkeypatch.context() as patched:
        patched.setattr("policygraph.graph.loading.build._find_whole_change", None)  # it must not be needed
        for target in targets:
            judge(STORE, target, Verdict.NOTE, by="Ann Lee", why="seen")
        for target in targets[:4]:
            judge(STORE, target, Verdict.ACCEPTED, by="Ann Lee")
        judge(STORE, answer.iri, Verdict.REJECTED, by="Bo Ray")
        undo(STORE, None, by="Bo Ray")
        judge(STORE, answer.iri, Verdict.CORRECTED, by="Bo Ray", value="partly")
    with open_loaded(STORE) as graph:
        lightly = dump(graph)
        assert validate_store(graph) == ()
    shutil.rmtree(STORE)
    load("a.txt", "b.txt")
    with open_loaded(STORE) as graph:
        assert dump(graph) == lightly
    for _ in range(len(targets) + 5):
        undo(STORE, None, by="Ann Lee")
    with open_loaded(STORE) as graph:
        assert load_links(graph) == links
