"""Where things stand: nothing covers anything else, on every kind of diagram."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policygraph.graph.network.corpus import Corpus
from policygraph.rendering.diagrams.composition import Paper, find_scale
from policygraph.rendering.diagrams.detour import crosses, find_joints
from policygraph.rendering.diagrams.diagram import Arrangement, Diagram, Edge, Lane, Node, NodeKind
from policygraph.rendering.diagrams.diagram_file import find_paper
from policygraph.rendering.diagrams.kinds import build_diagram, plan_diagram
from policygraph.rendering.diagrams.plan import Frame, Plan, to_path
from policygraph.rendering.diagrams.sheet import Line
from policygraph.rendering.diagrams.typesetting import measure, set_text, wrap

EVERYTHING = ["instrument", "correspondence", "asks", "timeline"]


def find_collisions(plan: Plan) -> list[tuple[str, str]]:
    """Return the boxes that cover each other, and the words beside arrows that cover a box or other such words."""
    boxes = [(placed.node.label, placed.frame) for placed in plan.nodes]
    words = [(placed.edge.label, placed.frame) for placed in plan.edges if placed.frame]
    pairs = [*combinations(boxes, 2), *((one, other) for one in words for other in boxes), *combinations(words, 2)]
    return [(one, other) for (one, frame), (other, second) in pairs if shrink(frame).overlaps(shrink(second))]


def shrink(frame: Frame) -> Frame:
    """Return a rectangle without its outermost half point, which rounding may share with a neighbour."""
    return Frame(x=frame.x + 0.5, y=frame.y + 0.5, width=frame.width - 1, height=frame.height - 1)


def find_overflows(plan: Plan) -> list[str]:
    """Return the words that do not fit into their box."""
    return [
        line
        for placed in plan.nodes
        for text in placed.texts
        for line in text.lines
        if measure(line, text.size, face=text.face) > placed.frame.width
    ]


def check(diagram: Diagram) -> None:
    plan = plan_diagram(diagram)
    assert len(plan.nodes) == len(diagram.nodes)
    assert len(plan.edges) == len(diagram.edges)
    assert find_collisions(plan) == []
    assert find_overflows(plan) == []
    for placed in plan.nodes:
        assert placed.frame.x >= -0.01
        assert placed.frame.y >= -0.01
        assert placed.frame.right <= plan.width + 0.01
        assert placed.frame.bottom <= plan.height + 0.01


@pytest.mark.parametrize("kind", EVERYTHING)
def test_on_a_slide_stands_what_can_be_read_there(gold: Corpus, kind: str) -> None:
    diagram = build_diagram(gold, kind, [], find_paper(Path("a.pptx")))
    assert find_scale(plan_diagram(diagram), Paper.WIDE) >= 0.6


@pytest.mark.parametrize("kind", EVERYTHING)
@pytest.mark.parametrize("corpus", ["samples", "gold"])
def test_notes_are_numbered_as_the_picture_is_read(kind: str, corpus: str, request: pytest.FixtureRequest) -> None:
    plan = plan_diagram(build_diagram(request.getfixturevalue(corpus), kind, []))
    places = [(placed.frame.middle[1], placed.node.notes) for placed in plan.nodes]
    places += [
        (placed.frame.middle[1] if placed.frame else placed.points[0][1], placed.edge.notes) for placed in plan.edges
    ]
    heights = [min(y for y, notes in places if note.number in notes) for note in plan.diagram.notes]
    # Numbers with more digits can move what stands beside them, so a row is not sharp.
    assert all(one <= other + 48 for one, other in combinations(heights, 2))


@pytest.mark.parametrize("kind", EVERYTHING)
def test_nothing_covers_anything_on_the_diagrams_of_the_samples(samples: Corpus, kind: str) -> None:
    check(build_diagram(samples, kind, []))


@pytest.mark.parametrize("kind", EVERYTHING)
def test_nothing_covers_anything_on_the_diagrams_of_many_letters(gold: Corpus, kind: str) -> None:
    check(build_diagram(gold, kind, []))


@pytest.mark.parametrize("name", ["Home Office", "Home Secretary", "Salvation Army", "ERRIN", "UK Government"])
def test_nothing_covers_anything_around_an_actor(samples: Corpus, name: str) -> None:
    check(build_diagram(samples, "actors", [name]) if name != "ERRIN" else build_diagram(samples, "correspondence", []))


@pytest.mark.parametrize("kind", ["instrument", "correspondence"])
def test_no_arrow_passes_behind_a_box_that_it_does_not_join(samples: Corpus, gold: Corpus, kind: str) -> None:
    for corpus in (samples, gold):
        plan = plan_diagram(build_diagram(corpus, kind, []))
        frames = {placed.node.id: shrink(placed.frame) for placed in plan.nodes}
        for placed in plan.edges:
            foreign = [frame for key, frame in frames.items() if key not in (placed.edge.source, placed.edge.target)]
            assert not crosses(placed.points, foreign), placed.edge


def test_a_connector_that_would_pass_behind_a_box_goes_over_joints_that_do_not() -> None:
    frames = {key: Frame(x=x, y=0, width=40, height=40) for key, x in (("a", 0), ("b", 100), ("c", 200))}
    curve = to_path((40, 20), (70, -20), (170, -20), (200, 20))
    line = Line(points=curve, colour="#000000", source="a", target="c")
    joints = find_joints(line, frames)
    assert not crosses(to_path(curve[0], *joints, curve[-1]), [frames["b"]])
    assert 1 <= len(joints) <= 4
    assert find_joints(line, {key: frames[key] for key in ("a", "c")}) == []


NAMES = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=90)


@settings(max_examples=25, deadline=None)
@given(names=st.lists(NAMES, min_size=1, max_size=40), sides=st.lists(st.booleans(), min_size=40, max_size=40))
def test_nothing_covers_anything_whatever_the_names_and_their_number(names: list[str], sides: list[bool]) -> None:
    kinds = list(NodeKind)[:9]
    nodes = [Node(id="middle", kind=NodeKind.SCHEME, label="Water Fund", lane="middle", is_focus=True)]
    edges = []
    for number, (name, is_left) in enumerate(zip(names, sides, strict=False)):
        key = f"n{number}"
        nodes.append(Node(id=key, kind=kinds[number % 9], label=name, lane="left" if is_left else "right"))
        source, target = (key, "middle") if is_left else ("middle", key)
        edges.append(Edge(source=source, target=target, label=name[:30], notes=(number + 1,)))
    check(
        Diagram(
            title="A star",
            arrangement=Arrangement.NETWORK,
            newest=None,
            nodes=tuple(nodes),
            edges=tuple(edges),
            notes=(),
            lanes=tuple(Lane(id=lane) for lane in ("left", "middle", "right")),
        )
    )


@given(text=st.text(max_size=200), width=st.floats(20, 300))
def test_words_break_into_lines_that_fit_and_none_is_lost(text: str, width: float) -> None:
    words = " ".join(text.split())
    lines = wrap(words, 9.0, width)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(measure(line, 9.0) <= width or len(line) == 1 for line in lines)


def test_words_that_are_too_many_end_in_an_ellipsis() -> None:
    text = set_text("word " * 100, size=9.0, colour="#000000", width=100.0, most=3)
    assert len(text.lines) == 3
    assert text.lines[-1].endswith("…")
    assert text.width <= 100.0


def test_many_named_arrows_within_a_column_do_not_break_graphviz_down() -> None:
    """With labels of its own for these arrows Graphviz ended the whole program."""
    lanes = "00000001111122222222222222222"
    pairs = (
        "17-11 17-10 18-6 25-0 25-9 25-1 25-10 27-3 20-7 26-17 26-18 26-27 26-20 26-12 26-13 26-14 26-15 "
        "26-16 26-19 26-21 26-22 26-23 26-24 26-28 14-11 14-4 15-11 16-2 16-5 19-10 22-8 22-10 28-2 28-7 "
    )
    nodes = (
        Node(id=f"{number:02}", kind=NodeKind.ORGANISATION, label=f"Body {number}", lane=lane)
        for number, lane in enumerate(lanes)
    )
    ends = ([f"{int(end):02}" for end in pair.split("-")] for pair in pairs.split())
    check(
        Diagram(
            title="Bodies",
            arrangement=Arrangement.NETWORK,
            newest=None,
            nodes=tuple(nodes),
            edges=tuple(Edge(source=source, target=target, label="runs") for source, target in ends),
            notes=(),
            lanes=tuple(Lane(id=lane) for lane in "012"),
        )
    )
