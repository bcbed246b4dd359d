"""The files: each format says the same, and has the same bytes each time."""

import re
import subprocess
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image
from policygraph.graph.network.corpus import Corpus
from policygraph.rendering.diagrams.diagram import Arrangement, Diagram, Edge, Lane, Look, Node, NodeKind
from policygraph.rendering.diagrams.diagram_file import SUFFIXES, find_font_fault, to_bytes
from policygraph.rendering.diagrams.kinds import build_diagram
from policygraph.rendering.source_notes import SourceNote
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.util import Pt

KINDS = [("actors", ["Home Office"]), ("instrument", []), ("correspondence", []), ("asks", []), ("timeline", [])]
SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<img src=x onerror="alert(1)"> & "quotes" ]] --> end\x07'


@pytest.fixture(params=KINDS, ids=lambda each: each[0])
def diagram(request: pytest.FixtureRequest, samples: Corpus) -> Diagram:
    kind, names = request.param
    return build_diagram(samples, kind, names)


def squeeze(text: str) -> str:
    """Return words without the spaces and line ends that layout puts between them."""
    return "".join(text.split())


def find_words(diagram: Diagram) -> list[str]:
    """Return what must be readable in every format."""
    return [
        diagram.title,
        *(note.quote for note in diagram.notes),
        *(edge.label for edge in diagram.edges),
        *diagram.remarks,
        *(node.label for node in diagram.nodes if node.kind is not NodeKind.RECEIPT and len(node.label) < 60),
    ]


def find_missing(diagram: Diagram, text: str) -> list[str]:
    squeezed = squeeze(text)
    return [words for words in find_words(diagram) if squeeze(words) not in squeezed]


def test_svg_is_xml_with_its_words_as_text_and_no_two_boxes_of_one_name(diagram: Diagram) -> None:
    root = ElementTree.fromstring(to_bytes(diagram, ".svg"))
    assert find_missing(diagram, "".join(root.itertext())) == []
    assert root.get("role") == "img"
    boxes = [group.get("id", "") for group in root.iter(f"{SVG}g") if group.get("id")]
    assert sorted(boxes) == sorted({node.id for node in diagram.nodes})
    arrows = [(path.get("data-from"), path.get("data-to")) for path in root.iter(f"{SVG}path") if path.get("data-to")]
    assert arrows == [(edge.source, edge.target) for edge in diagram.edges]


def test_pdf_is_a4_with_its_words_as_text(diagram: Diagram) -> None:
    document = pypdfium2.PdfDocument(to_bytes(diagram, ".pdf"))
    pages = [document[number] for number in range(len(document))]
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert find_missing(diagram, text.replace("\ufffe", "-")) == []
    assert {tuple(sorted(round(side) for side in page.get_size())) for page in pages} == {(595, 842)}
    assert document.get_metadata_dict()["Title"] == diagram.title


def test_slides_have_boxes_to_edit_and_connectors_that_stick_to_them(diagram: Diagram) -> None:
    presentation = Presentation(BytesIO(to_bytes(diagram, ".pptx")))
    assert presentation.slide_width is not None
    assert presentation.slide_height is not None
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9)
    slides = list(presentation.slides)
    text = "".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert find_missing(diagram, text) == []
    boxes = {shape.shape_id: shape for shape in slides[0].shapes if shape.shape_type != MSO_SHAPE_TYPE.LINE}
    assert sorted(
        shape.name for shape in boxes.values() if shape.name in {node.id for node in diagram.nodes}
    ) == sorted(node.id for node in diagram.nodes)
    assert find_joined(slides[0].shapes, {node.id for node in diagram.nodes}) == [
        (edge.source, edge.target) for edge in diagram.edges
    ]


def find_joined(shapes: Iterable[BaseShape], nodes: set[str]) -> list[tuple[str, str]]:
    """Return which boxes the connectors of a slide join, over their joints, in the order in which they are drawn."""
    names = {shape.shape_id: shape.name for shape in shapes}
    joined = []
    start = ""
    for shape in shapes:
        ends = [shape._element.find(f".//{qn(tag)}") for tag in ("a:stCxn", "a:endCxn")]
        if all(end is not None for end in ends):
            begin, end = (names[int(each.get("id"))] for each in ends)
            start = begin if begin in nodes else start
            if end in nodes:
                joined.append((start, end))
    return joined


def test_connectors_begin_and_end_at_the_rim_of_their_boxes(samples: Corpus) -> None:
    diagram = build_diagram(samples, "actors", ["Home Office"])
    slide = Presentation(BytesIO(to_bytes(diagram, ".pptx"))).slides[0]
    boxes = {shape.shape_id: shape for shape in slide.shapes}
    near = Pt(1)
    for shape in slide.shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.LINE and shape._element.find(f".//{qn('a:stCxn')}") is not None:
            for tag, (x, y) in (
                ("a:stCxn", (shape.begin_x, shape.begin_y)),
                ("a:endCxn", (shape.end_x, shape.end_y)),
            ):
                box = boxes[int(shape._element.find(f".//{qn(tag)}").get("id"))]
                assert box.left - near <= x <= box.left + box.width + near
                assert box.top - near <= y <= box.top + box.height + near
                assert min(abs(x - box.left), abs(x - box.left - box.width), abs(y - box.top),
                           abs(y - box.top - box.height)) <= near  # fmt: skip


def test_png_is_a_picture_of_two_pixels_a_point(diagram: Diagram) -> None:
    picture = Image.open(BytesIO(to_bytes(diagram, ".png")))
    width = float(re.search(rb'width="([\d.]+)"', to_bytes(diagram, ".svg")).group(1))  # type: ignore[union-attr]
    assert picture.width == pytest.approx(2 * width, abs=2)
    assert len(picture.getcolors(1 << 24) or ()) > 20


def test_mermaid_has_every_box_arrow_and_note(diagram: Diagram) -> None:
    lines = to_bytes(diagram, ".mmd").decode().splitlines()
    assert lines[:4] == ["---", f'title: "{diagram.title}"', "---", "flowchart LR"]
    assert sum(bool(re.match(r"\s+n\d+\W.*:::", line)) for line in lines) == len(diagram.nodes)
    assert sum(bool(re.match(r"\s+n\d+ -\.?->", line)) for line in lines) == len(diagram.edges)
    assert [line.split("]")[0] for line in lines if line.startswith("%% [")] == [
        f"%% [{note.number}" for note in diagram.notes
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_a_letter_writes_never_becomes_markup(suffix: str) -> None:
    diagram = Diagram(
        title=NASTY,
        arrangement=Arrangement.NETWORK,
        newest=None,
        nodes=tuple(Node(id=key, kind=NodeKind.PERSON, label=f"{key} {NASTY}") for key in ("a", "b")),
        edges=(Edge(source="a", target="b", label=NASTY, look=Look.BACKGROUND),),
        notes=(SourceNote(number=1, letter=NASTY, day=NASTY, source=NASTY, spot=NASTY, quote=NASTY),),
    )
    content = to_bytes(diagram, suffix)
    assert content
    if suffix == ".svg":
        root = ElementTree.fromstring(content)
        assert [one.tag for one in root.iter() if "img" in one.tag] == []
    if suffix == ".mmd":
        assert "<img" not in "".join(line for line in content.decode().splitlines() if not line.startswith("%%"))


SCRIPT = """
import sys
from hashlib import sha256
from pathlib import Path
from policygraph.graph.loading.build import open_loaded
from policygraph.graph.network.corpus import load_corpus
from policygraph.rendering.diagrams.diagram_file import SUFFIXES, to_bytes
from policygraph.rendering.diagrams.kinds import build_diagram

with open_loaded(Path(sys.argv[1])) as store:
    corpus = load_corpus(store)
    for kind, names in (("actors", ["Home Office"]), ("instrument", []), ("correspondence", []), ("asks", [])):
        for suffix in SUFFIXES:
            print(kind, suffix, sha256(to_bytes(build_diagram(corpus, kind, names), suffix)).hexdigest())
"""


def test_a_second_run_writes_the_same_bytes_elsewhere_and_later(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    store = str(tmp_path / "store")
    load = [sys.executable, "-m", "policygraph.cli", "load", "letters", "--store", store]
    subprocess.run(load, check=True, capture_output=True, cwd=root)
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, store],
            check=True,
            capture_output=True,
            text=True,
            env={"PATH": "", "TZ": zone, "PYTHONHASHSEED": seed},
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == 4 * len(SUFFIXES)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_letters_that_the_fonts_lack_are_told_where_the_file_has_its_fonts_in_it(suffix: str) -> None:
    node = Node(id="a", kind=NodeKind.PERSON, label="Ελένη Юлия 王小明 نور")
    lanes = (Lane(id=""),)
    diagram = Diagram(
        title="Names", arrangement=Arrangement.NETWORK, newest=None, nodes=(node,), edges=(), notes=(), lanes=lanes
    )
    assert to_bytes(diagram, suffix)
    fault = find_font_fault(diagram, Path(f"names{suffix}"))
    if suffix in (".pdf", ".png"):
        assert fault
        assert "ر ن و 小 明 王" in fault
    else:
        assert fault is None
