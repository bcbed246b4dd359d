"""What the styles and lists of a Word file say of a paragraph: the space around it, the number before it."""

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from .list_numbers import ListCounter, ListLevel
from .zipped_xml import find_all, find_attribute, find_child, to_count

_STYLES = {
    "bullet": "bullet",
    "none": "",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_MOST_BASES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """Space before and after in twentieths of a point; the list (`numId`) and its level, if there is one."""

    name: str = ""
    before: int = 0
    after: int = 0
    is_tight: bool = False
    list_id: str | None = None
    depth: int = 0


class WordStyles:
    """The parts `styles.xml` and `numbering.xml`; either may be missing."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {find_attribute(style, "styleId"): style for style in find_all(styles, "style")}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if find_attribute(style, "type") == "paragraph" and find_attribute(style, "default") in {"1", "true"}
            ),
            None,
        )
        base = find_child(styles, "docDefaults", "pPrDefault", "pPr")
        self._base = _with_properties(ParagraphStyle(), base)
        self._lists = _find_lists(numbering)

    def find_style(self, properties: Element | None) -> ParagraphStyle:
        """Return the style of a paragraph with these properties (`w:pPr`)."""
        name = find_attribute(find_child(properties, "pStyle"), "val") or self._default
        style = replace(self._base, name=name or "")
        chain: list[Element] = []
        while name in self._styles and len(chain) < _MOST_BASES:
            chain.append(self._styles[name])
            name = find_attribute(find_child(self._styles[name], "basedOn"), "val")
        for each in reversed(chain):
            style = _with_properties(style, find_child(each, "pPr"))
        return _with_properties(style, properties)

    def next_mark(self, style: ParagraphStyle) -> str:
        """Return the number or bullet before the next paragraph of this style, "" where it has none."""
        counter = self._lists.get(style.list_id) if style.list_id not in {None, "0"} else None
        return counter.next_mark(style.depth) if counter is not None else ""


def _with_properties(style: ParagraphStyle, properties: Element | None) -> ParagraphStyle:
    if properties is None:
        return style
    spacing = find_child(properties, "spacing")
    tight = find_child(properties, "contextualSpacing")
    listed = find_child(properties, "numPr")
    return replace(
        style,
        before=to_count(find_attribute(spacing, "before"), style.before),
        after=to_count(find_attribute(spacing, "after"), style.after),
        is_tight=style.is_tight if tight is None else find_attribute(tight, "val") not in {"0", "false"},
        list_id=find_attribute(find_child(listed, "numId"), "val") or style.list_id,
        depth=to_count(find_attribute(find_child(listed, "ilvl"), "val"), style.depth),
    )


def _find_lists(numbering: Element | None) -> dict[str | None, ListCounter]:
    """Return the counter of each list by its `numId`; lists of one abstract list count on together."""
    kinds = {find_attribute(kind, "abstractNumId"): kind for kind in find_all(numbering, "abstractNum")}
    shared = {name: ListCounter(_find_levels(kind)) for name, kind in kinds.items()}
    lists: dict[str | None, ListCounter] = {}
    for each in find_all(numbering, "num"):
        kind = find_attribute(find_child(each, "abstractNumId"), "val")
        if kind not in kinds:
            continue
        starts_anew = find_child(each, "lvlOverride") is not None
        counter = ListCounter(_find_levels(kinds[kind])) if starts_anew else shared[kind]
        lists[find_attribute(each, "numId")] = counter
    return lists


def _find_levels(kind: Element) -> dict[int, ListLevel]:
    return {
        to_count(find_attribute(level, "ilvl")): ListLevel(
            style=_STYLES.get(find_attribute(find_child(level, "numFmt"), "val") or "", "1"),
            pattern=find_attribute(find_child(level, "lvlText"), "val") or "",
            start=to_count(find_attribute(find_child(level, "start"), "val"), 1),
        )
        for level in find_all(kind, "lvl")
    }
