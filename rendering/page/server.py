"""The server: the page over the store itself, and the JSON that it asks for (`docs/page-records.md`)."""

import json
from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from ...graph.storage.name_search import NameSearch
from ...graph.storage.store import GraphStore
from ...model.errors import PolicyGraphError
from .graph_reader import GraphReader
from .guard import Guard
from .page import find_served_policy, render_served
from .question_reader import load_answer, load_questions
from .records import Bundle, to_json
from .words import to_id

MOST_SUGGESTIONS = 12
MOST_AT_FIRST = 40
_API = "api/"


class Api:
    """Answers the requests of the page with bundles, each with a reader of its own: they run side by side."""

    def __init__(self, store: GraphStore, names: NameSearch) -> None:
        self._store = store
        self._names = names

    def graph(self, request: Request) -> Bundle:
        """Return the graph of the nodes `id`, or of those with the most facts."""
        reader, wanted = self._reader, request.query_params.getlist("id")
        return reader.load_graph(
            wanted or reader.find_part(list(map(to_id, self._names.find_best(MOST_AT_FIRST))), MOST_AT_FIRST)
        )

    def search(self, request: Request) -> Bundle:
        """Return the entities whose names begin like `q`, the best first."""
        found = self._names.find(request.query_params.get("q", ""), MOST_SUGGESTIONS)
        return self._reader.load_suggestions(list(map(to_id, found)))

    def card(self, request: Request) -> Bundle:
        """Return the card of the entity `id`."""
        return self._reader.load_card(request.query_params["id"])

    def neighbours(self, request: Request) -> Bundle:
        """Return what is linked with the node `id`, placed around it."""
        return self._reader.load_neighbours(request.query_params["id"])

    def path(self, request: Request) -> Bundle:
        """Return the nodes and edges of a shortest way from `from` to `to`."""
        return self._reader.load_path(request.query_params["from"], request.query_params["to"])

    def letter(self, request: Request) -> Bundle:
        """Return the letter `id` with its text."""
        return self._reader.load_letter(request.query_params["id"])

    def letters(self, request: Request) -> Bundle:
        """Return the latest letters dated from `from` to `to`, and their replies."""
        return self._reader.load_letters(request.query_params.get("from"), request.query_params.get("to"))

    def questions(self, request: Request) -> Bundle:
        """Return the saved questions."""
        return Bundle(questions=load_questions())

    def answer(self, request: Request) -> Bundle:
        """Return the answer to `question`; every other value is a parameter of it."""
        values = {name: value for name, value in request.query_params.items() if name != "question"}
        return Bundle(answers=(load_answer(self._store, request.query_params["question"], values),))

    @property
    def _reader(self) -> GraphReader:
        return GraphReader(self._store)


def build_app(api: Api, title: str, *, hosts: list[str], token: str | None) -> Starlette:
    """Return the application; `hosts` are the names, with port, under which it may be asked."""
    page = render_served(title, _API)

    def show_page(request: Request) -> Response:
        return HTMLResponse(page)

    answers: tuple[Callable[[Request], Bundle], ...] = (
        *(api.graph, api.search, api.card, api.neighbours, api.path),
        *(api.letter, api.letters, api.questions, api.answer),
    )
    return Starlette(
        routes=[
            Route("/", show_page),
            *(Route(f"/{_API}{answer.__name__}", _to_endpoint(answer)) for answer in answers),
        ],
        middleware=[Middleware(Guard, hosts=hosts, token=token, policy=find_served_policy())],
    )


def _to_endpoint(answer: Callable[[Request], Bundle]) -> Callable[[Request], Response]:
    def reply(request: Request) -> Response:
        try:
            return _Json(to_json(answer(request)))
        except PolicyGraphError as error:
            return _Json({"error": str(error)}, status_code=400)
        except KeyError as error:
            return _Json({"error": f"The request lacks {error}, or the store does not hold it."}, status_code=404)

    return reply


class _Json(JSONResponse):
    def render(self, content: Any) -> bytes:
        """Return compact JSON in UTF-8."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
