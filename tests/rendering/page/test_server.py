"""`policygraph serve` gives the records that the file embeds, to those who may have them, and changes nothing."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from policygraph.graph.loading.build import open_loaded
from policygraph.graph.network.network import build_network, find_edges
from policygraph.graph.network.network_records import Basis
from policygraph.rendering.page.records import Bundle
from policygraph.rendering.page.words import to_id

from .conftest import Open
from .serving import Served, serve

FUND = "vocabulary/conflict-stability-and-security-fund"


@pytest.fixture(scope="module")
def served(store_path: Path) -> Iterator[Served]:
    with serve(store_path) as server:
        yield server


@pytest.fixture(scope="module")
def embedded(page_file: Path) -> dict[str, Any]:
    data = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', page_file.read_text("utf-8"), re.DOTALL
    )
    assert data
    found = json.loads(data[1])
    bundle: dict[str, Any] = {**found["rest"]["bundle"], "nodes": found["nodes"], "edges": found["edges"]}
    return bundle


def by_id(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records}


def test_every_reply_is_a_whole_bundle(served: Served) -> None:
    names = {field.name for field in fields(Bundle)} - {"note"}
    replies = [
        served.ask("/api/graph"),
        served.ask("/api/search", q="home"),
        served.ask("/api/card", id=FUND),
        served.ask("/api/neighbours", id=FUND),
        served.ask("/api/path", from_=FUND, to="vocabulary/home-office"),
        served.ask("/api/letter", id=served.ask("/api/letters").bundle["letters"][0]["id"]),
        served.ask("/api/letters"),
        served.ask("/api/questions"),
        served.ask("/api/answer", question="positions"),
    ]
    assert [set(reply.bundle) - {"note"} for reply in replies] == [names] * len(replies)


def test_the_records_are_those_of_the_file(served: Served, embedded: dict[str, Any]) -> None:
    card = served.ask("/api/card", id=FUND).bundle
    assert card["cards"] == [by_id(embedded["cards"])[FUND]]
    assert card["facts"]
    for fact in card["facts"]:
        assert fact == by_id(embedded["facts"])[fact["id"]]
    assert card["letters"]
    for letter in card["letters"]:
        assert letter == by_id(embedded["letters"])[letter["id"]]
        assert served.ask("/api/letter", id=letter["id"]).bundle["texts"] == [by_id(embedded["texts"])[letter["id"]]]
    questions = served.ask("/api/questions").bundle["questions"]
    ready = [one for one in questions if not any(parameter["is_needed"] for parameter in one["parameters"])]
    assert ready == embedded["questions"]
    assert len(ready) < len(questions)
    for answer in embedded["answers"]:
        assert served.ask("/api/answer", question=answer["question"]).bundle["answers"] == [answer]
    assert served.ask("/api/letters").bundle["replies"] == embedded["replies"]


@pytest.mark.parametrize("words", ["CSSF", "cssf", "conflict stab", "security fund"])
def test_a_name_is_found_by_beginnings_of_its_words(served: Served, words: str) -> None:
    assert served.ask("/api/search", q=words).bundle["found"][0] == FUND


@pytest.mark.parametrize("words", ["", '"', "*", "NEAR(", "zzzz", "'; DROP TABLE names"])
def test_no_words_are_wrong(served: Served, words: str) -> None:
    assert served.ask("/api/search", q=words).bundle["found"] == []


def test_neighbours_stand_around_the_middle_and_apart(served: Served) -> None:
    nodes = served.ask("/api/neighbours", id="vocabulary/home-office").bundle["nodes"]
    places = [(node["x"], node["y"]) for node in nodes]
    assert (0, 0) in places
    assert len(set(places)) == len(places) > 5


def test_a_path_has_every_step(served: Served) -> None:
    bundle = served.ask("/api/path", from_=FUND, to="scheme/a103f6d577c285dbfc89").bundle
    assert [(edge["from"], edge["to"]) for edge in bundle["edges"]] == [(FUND, "scheme/a103f6d577c285dbfc89")]


def test_a_question_takes_its_parameters(served: Served) -> None:
    everything = served.ask("/api/answer", question="correspondence").bundle["answers"][0]["rows"]
    some = served.ask("/api/answer", question="correspondence", name="Rycroft").bundle["answers"][0]["rows"]
    assert 0 < len(some) < len(everything)


@pytest.mark.parametrize(
    ("path", "values", "status", "words"),
    [
        ("/api/card", {"id": "scheme/none"}, 404, "scheme/none"),
        ("/api/card", {}, 404, "id"),
        ("/api/letter", {"id": "letter/none"}, 404, "letter/none"),
        ("/api/graph", {"id": "not <an> id"}, 404, "not <an> id"),
        ("/api/answer", {"question": "postions"}, 400, "Did you mean `positions`?"),
        ("/api/answer", {"question": "positions", "nme": "x"}, 400, "no parameter `nme`"),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(
    served: Served, path: str, values: dict[str, str], status: int, words: str
) -> None:
    reply = served.ask(f"{path}?{urlencode(values)}")
    assert (reply.status, words in reply.bundle["error"]) == (status, True)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1.evil.example"])
def test_who_calls_the_server_by_another_name_gets_nothing(served: Served, host: str) -> None:
    assert served.ask("/api/graph", headers={"Host": host}).status == 421


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_the_server_only_reads(served: Served, method: str) -> None:
    assert served.ask("/api/graph", method=method).status == 405


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_pages_may_not_ask(served: Served, site: str) -> None:
    assert served.ask("/api/graph", headers={"Sec-Fetch-Site": site}).status == 403


@pytest.mark.parametrize("path", ["/", "/api/questions", "/none"])
def test_every_reply_says_what_a_browser_may_do_with_it(served: Served, path: str) -> None:
    headers = served.ask(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in headers


def test_away_from_this_machine_a_token_is_needed(store_path: Path) -> None:
    with serve(store_path, "--host", "0.0.0.0") as server:
        token = server.address.partition("?token=")[2]
        assert len(token) >= 32
        assert server.ask("/").status == 401
        assert server.ask("/api/graph", token="wrong").status == 401
        assert server.ask("/api/graph", headers={"Authorization": "Bearer wrong"}).status == 401
        assert server.ask("/api/graph", headers={"Authorization": f"Bearer {token}"}).status == 200
        entered = server.ask("/", token=token)
        assert (entered.status, entered.headers["location"]) == (303, "/")
        cookie = entered.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert server.ask("/api/graph", headers={"Cookie": cookie.partition(";")[0]}).status == 200


def test_a_port_that_is_taken_is_told(store_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = ["serve", "--store", str(store_path), "--port", str(taken.getsockname()[1])]
        finished = subprocess.run(
            [sys.executable, "-m", "policygraph.cli", *command], capture_output=True, text=True, check=False
        )
    assert finished.returncode == 1
    assert "nothing can listen there" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_ctrl_c_ends_the_server(store_path: Path) -> None:
    with serve(store_path) as server:
        assert server.ask("/").status == 200
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(timeout=20) == 130
        assert server.process.stderr
        assert "Traceback" not in server.process.stderr.read()


def test_the_page_of_the_server_fetches_what_is_opened(open_page: Open, served: Served) -> None:
    reader = open_page(address=served.address)
    reader.search("CSSF")
    assert "Justice and Care Romania pilot" in reader.panel.inner_text()
    reader.page.click("text=Only this")
    reader.wait_for_status("3 names and 2 relations")
    reader.search("Matthew Rycroft")
    reader.page.click("text=Expand")
    reader.wait_for_status("7 names")
    reader.panel.locator("button[data-letter]").first.click()
    reader.panel.locator(".letter-text").wait_for()
    assert reader.panel.locator(".mention").count() > 20
    mark = reader.page.evaluate("location.hash")
    again = open_page(mark, address=served.address)
    assert again.shown() == reader.shown()


def test_the_page_of_the_server_asks_questions_with_parameters(open_page: Open, served: Served) -> None:
    reader = open_page("#view=questions&question=correspondence", address=served.address)
    reader.page.locator("tbody").wait_for()
    assert reader.page.locator("tbody tr:not(.quotes)").count() == 4
    reader.page.fill("input[name=name]", "Rycroft")
    reader.page.click("text=Ask >> nth=-1")
    reader.page.locator("text=/^[1-3] rows?$/").wait_for()


def test_the_page_of_the_server_has_the_letters_and_finds_paths(open_page: Open, served: Served) -> None:
    reader = open_page("#view=letters", address=served.address)
    reader.page.locator("#letters .timeline").wait_for()
    assert "after 251 days" in reader.page.locator("#letters").inner_text()
    reader.page.fill("#since", "2022-01-01")
    reader.page.locator("#letters h2", has_text="2 letters").wait_for()
    reader.page.fill("#since", "")
    reader.page.fill("#path-from-input", "Matthew Rycroft")
    reader.page.locator("#path-from [role=option]").first.click()
    reader.page.fill("#path-to-input", "Priti Patel")
    reader.page.locator("#path-to [role=option]").first.click()
    reader.wait_for_title("Path from Matthew Rycroft to Priti Patel")
    assert reader.panel.locator(".fact").count() == 3


def test_lines_of_the_page_are_edges_of_the_network_and_the_server_finds_the_same(
    served: Served, embedded: dict[str, Any], store_path: Path
) -> None:
    bases = (Basis.STATEMENT, Basis.ASK, Basis.COMMITMENT, Basis.POSITION)
    with open_loaded(store_path) as store:
        found = find_edges(build_network(store, bases, evidence=False))
        edges = {(to_id(edge.source), edge.predicate.value, to_id(edge.target)) for edge in found}
    own = {"sentBy", "sentTo", "repliesTo", "country", "broader", "office"}
    drawn = {(edge["from"], edge["relation"], edge["to"]) for edge in embedded["edges"]}
    assert {line for line in drawn if line[1] not in own} == edges
    entities = [node["id"] for node in embedded["nodes"] if node["type"] != "letter"]
    served_edges = served.ask("/api/graph", id=entities).bundle["edges"]
    assert {(edge["from"], edge["relation"], edge["to"]) for edge in served_edges} - drawn == set()
    assert edges <= {(edge["from"], edge["relation"], edge["to"]) for edge in served_edges}


def test_a_path_of_the_server_leads_over_asks(served: Served) -> None:
    commissioner, secretary = "vocabulary/independent-anti-slavery-commissioner", "vocabulary/home-secretary"
    bundle = served.ask("/api/path", from_=commissioner, to=secretary).bundle
    assert [edge["relation"] for edge in bundle["edges"]] == ["asks"]
    assert [fact["status"].split(":")[0] for fact in bundle["facts"]] == ["suggested"]
