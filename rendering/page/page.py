"""The page as one HTML file: pyvis (vis-network) through the template in `front/`, with nothing from the network.

Every script that may run is named by its digest in the page's own security policy, so nothing that a letter says can
ever be run.
"""

import json
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment
from markupsafe import Markup

from .records import Bundle, to_json
from .words import KIND_WORDS, OTHER_WORDS, RELATION_WORDS, TYPE_WORDS

SCRIPTS = (
    *("dom", "dates", "symbols", "corpus", "source", "search", "state", "visibility", "path"),
    *("labels", "canvas", "theme", "quotes", "panel", "letter", "timeline", "questions", "filters", "keys", "app"),
)
"""The files of the front end, in the order in which they build on each other."""

_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "keyboard": False, "zoomSpeed": 0.6},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.7}},
        "color": {"inherit": False},
        "selectionWidth": 1.5,
        "hoverWidth": 1,
    },
}
_SAME_SERVER = "'self'"
_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the data or begin something else in HTML; inside JSON these stand in strings alone."""


def render_file(title: str, bundle: Bundle, start: str | None = None) -> str:
    """Return the page with everything in it; `start` (id) is the node whose card is open at first."""
    return _render(title, bundle, {"start": start}, "'none'")


def render_served(title: str, api: str) -> str:
    """Return the page that asks a server, under the address `api`, for what it shows."""
    return _render(title, None, {"api": api}, _SAME_SERVER)


def find_served_policy() -> str:
    """Return the security policy of the served page, for the headers of its server."""
    return f"{_to_policy(_SAME_SERVER, _load_library(), _load_script())}; frame-ancestors 'none'"


def to_script_json(value: object) -> str:
    """Return JSON that can stand inside a script element, whatever its strings say."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SIGNS)


def _render(title: str, bundle: Bundle | None, rest: dict[str, Any], connections: str) -> str:
    from pyvis.network import Network  # 240 ms

    network = Network(directed=True, cdn_resources="in_line", heading=title)
    network.set_options(json.dumps(_OPTIONS))
    if bundle is not None:
        # Its own methods look through all nodes for each edge, which takes minutes where there are many.
        network.nodes = to_json(bundle.nodes)
        network.edges = to_json(bundle.edges)
        rest["bundle"] = to_json(replace(bundle, nodes=(), edges=()))
    rest["words"] = {"kinds": KIND_WORDS, "types": TYPE_WORDS, "relations": RELATION_WORDS, "others": OTHER_WORDS}
    network.templateEnv = _Front(connections, rest)
    network.path = "page.html"
    return str(network.generate_html())


class _Front(Environment):
    """The template with everything in it but the graph, in the form in which pyvis asks for it."""

    def __init__(self, connections: str, rest: dict[str, Any]) -> None:
        super().__init__(autoescape=True, loader=_FrontLoader(), keep_trailing_newline=True)
        library, script = _load_library(), _load_script()
        self.filters["embed"] = lambda value: Markup(to_script_json(value))
        self.globals.update(
            rest=rest,
            style=Markup(_load("page.css")),
            library=Markup(library),
            script=Markup(script),
            policy=_to_policy(connections, library, script),
        )


class _FrontLoader(BaseLoader):
    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        """Return a template of the front end."""
        return _load(template), None, None


def _to_policy(connections: str, *scripts: str) -> str:
    digests = (b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    hashes = " ".join(f"'sha256-{digest}'" for digest in digests)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashes}",
            "style-src 'unsafe-inline'",  # vis-network places its canvas by styles
            "img-src data: blob:",
            f"connect-src {connections}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


@cache
def _load_library() -> str:
    text = files("pyvis").joinpath(_LIBRARY).read_text("utf-8")
    return text.replace("\r\n", "\n")  # as browsers read it, or its digest would be another


@cache
def _load_script() -> str:
    body = "\n".join(_load(f"{name}.js") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{body}\n}})();\n'


def _load(name: str) -> str:
    return files(__package__).joinpath("front", name).read_text("utf-8")
