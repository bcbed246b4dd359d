"""`make bench`: the page beside plain pyvis and sigma.js on the same graphs: time to write, size, first draw, a frame.

sigma.js draws with WebGL what Python has placed, with no more around it than a name for each symbol.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright
from policygraph.rendering.page.edges import build_edges
from policygraph.rendering.page.graph_reader import place_nodes
from policygraph.rendering.page.page import render_file
from policygraph.rendering.page.records import Bundle, Fact, Letter, Node, Quote
from pyvis.network import Network

Writer = Callable[[int, Path], None]

SIZES = (100, 1_000, 10_000)
_COMMUNITY = 25
_PATIENCE = 120_000  # milliseconds
_KINDS = ("organisation", "person", "office", "scheme", "legislation")
_FRAME = """
async () => {
    const canvas = document.querySelector("canvas.sigma-mouse") ?? document.querySelector("canvas");
    const box = canvas.getBoundingClientRect();
    const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true, cancelable: true };
    const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    for (let turn = 0; turn < 10; turn += 1) {
        canvas.dispatchEvent(new WheelEvent("wheel", { ...place, deltaY: turn % 2 ? 100 : -100 }));
        await next();
    }
    await next();
    return (performance.now() - started) / 11;
}
"""

_SIGMA = Path(__file__).parents[1] / ".venv" / "sigma"
_SIGMA_PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Benchmark</title>
<style>html, body, #place { height: 100%%; margin: 0 }</style><div id="place"></div>
<script>%s</script><script>%s</script><script>
const { nodes, edges } = %s;
const graph = new graphology.MultiDirectedGraph();
for (const { id, label, x, y } of nodes) graph.addNode(id, { label, x, y: -y, size: 4, color: "#0072b2" });
for (const { from, to } of edges) graph.addEdge(from, to, { type: "arrow", color: "#98a2af" });
const renderer = new Sigma(graph, document.getElementById("place"));
renderer.once("afterRender", () => { document.documentElement.dataset.ready = "yes"; });
renderer.refresh();
</script>"""


def build_facts(size: int) -> list[Fact]:
    """Return the facts of a graph of so many names: communities, each around one name, with some links between."""
    random = Random(1)
    pairs = set()
    for number in range(size):
        first = number // _COMMUNITY * _COMMUNITY
        pairs.add((number, first if random.random() < 0.6 else random.randrange(first, min(first + _COMMUNITY, size))))
        if random.random() < 0.3:
            pairs.add((number, random.randrange(size)))
    quote = Quote(letter="letter/1", start=0, end=60, quote="The one works with the other." * 3, place="a.txt, line 1")
    return [
        Fact(
            id=f"statement/{one}-{other}",
            from_=f"n/{one}",
            to=f"n/{other}",
            relation="partnersWith",
            polarity="affirmed",
            words=f"Body {one} works with Body {other}",
            rule="template",
            evidence=(quote,),
        )
        for one, other in sorted(pairs)
        if one != other
    ]


def build_bundle(size: int) -> Bundle:
    """Return that graph with its places."""
    facts = build_facts(size)
    nodes = [
        Node(id=f"n/{number}", label=f"Body {number}", type=_KINDS[number % 5], letters=("letter/1",))
        for number in range(size)
    ]
    letter = Letter(
        id="letter/1", title="A → B", date="2024-03-05", subject=None, references=(), senders=(), recipients=(),
        source="a.txt", ocr=False,
    )  # fmt: skip
    return Bundle(nodes=place_nodes(nodes, facts), edges=build_edges(facts), facts=tuple(facts), letters=(letter,))


def write_page(size: int, path: Path) -> None:
    """Write the page of PolicyGraph, positions and all."""
    path.write_text(render_file("Benchmark", build_bundle(size)), "utf-8")


def write_plain(size: int, path: Path) -> None:
    """Write the page of pyvis as it comes; the nodes and edges go in at once, for one by one takes minutes."""
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [{"id": f"n/{number}", "label": f"Body {number}", "shape": "dot"} for number in range(size)]
    network.edges = [{"from": fact.from_, "to": fact.to, "arrows": "to"} for fact in build_facts(size)]
    path.write_text(network.generate_html(), "utf-8")


def write_sigma(size: int, path: Path) -> None:
    """Write the same nodes in the same places and the same edges for sigma.js."""
    bundle = build_bundle(size)
    graph = {
        "nodes": [{"id": node.id, "label": node.label, "x": node.x, "y": node.y} for node in bundle.nodes],
        "edges": [{"from": edge.from_, "to": edge.to} for edge in bundle.edges],
    }
    scripts = ((_SIGMA / name).read_text("utf-8") for name in ("graphology.umd.min.js", "sigma.min.js"))
    path.write_text(_SIGMA_PAGE % (*scripts, json.dumps(graph)), "utf-8")


def measure(browser: Browser, path: Path, ready: str) -> str:
    """Return the cells on opening a page: seconds until it has drawn, and milliseconds a frame while one zooms."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(_PATIENCE)
    page.route("http*://**", lambda route: route.abort())
    started = perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit")
        _wait(page, ready)
        seconds = perf_counter() - started
        return f"{seconds:.1f} s | {page.evaluate(_FRAME):,.0f} ms"
    except Exception as error:  # a page that never draws is a result too
        if "Timeout" not in type(error).__name__:
            raise
        return f"over {_PATIENCE // 1000} s | –"
    finally:
        page.close()


def _wait(page: Page, ready: str) -> None:
    page.wait_for_selector(ready, state="attached")
    page.evaluate("() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))")


def build_table(browser: Browser, folder: Path) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield "| names | page | to write | size | to the first draw | a frame |"
    yield "|---:|---|---:|---:|---:|---:|"
    pages: list[tuple[str, Writer, str]] = [
        ("PolicyGraph", write_page, "html[data-ready]"),
        # its bar over the picture goes when the places have been found
        ("plain pyvis", write_plain, "#loadingBar[style*='display: none'], .vis-network canvas:only-child"),
    ]
    if (_SIGMA / "sigma.min.js").exists():
        pages.append(("sigma.js", write_sigma, "html[data-ready]"))
    for size in SIZES:
        for name, write, ready in pages:
            path = folder / "page.html"
            started = perf_counter()
            write(size, path)
            seconds = perf_counter() - started
            shown = measure(browser, path, ready)
            yield f"| {size:,} | {name} | {seconds:.1f} s | {path.stat().st_size / 1e6:.1f} MB | {shown} |"


def main() -> None:
    """Print the table."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise SystemExit("There is no Chromium to measure with. Install the package `chromium`.")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for line in build_table(browser, Path(folder)):
            print(line, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
