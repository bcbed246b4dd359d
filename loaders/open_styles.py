"""What OpenDocument's styles say: the space around a paragraph, raised letters, the numbers of lists."""

import re
from xml.etree.ElementTree import Element

from .list_numbers import ListLevel
from .zipped_xml import find_all, find_attribute, find_child, to_count, to_name

_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0}
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(pt|cm|mm|in|pc)")
_MOST_BASES = 20


class OpenStyles:
    """The styles of the parts `styles.xml` and `content.xml`; the latter's are asked first."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str | None, str | None], Element] = {}
        self._lists: dict[str | None, Element] = {}
        for root in roots:
            for part in (find_child(root, "styles"), find_child(root, "automatic-styles")):
                for style in part if part is not None else ():
                    name = find_attribute(style, "name")
                    if to_name(style) == "style":
                        self._styles[find_attribute(style, "family"), name] = style
                    elif to_name(style) == "default-style":
                        self._styles[find_attribute(style, "family"), None] = style
                    elif to_name(style) == "list-style":
                        self._lists[name] = style

    def find_space(self, name: str | None) -> tuple[float, float]:
        """Return the points of space before and after a paragraph of this style."""
        before = self._find_property("paragraph", name, "paragraph-properties", "margin-top")
        after = self._find_property("paragraph", name, "paragraph-properties", "margin-bottom")
        return _to_points(before), _to_points(after)

    def is_raised(self, name: str | None) -> bool:
        """Tell whether letters of this style stand above the line."""
        position = self._find_property("text", name, "text-properties", "text-position") or ""
        first = position.split(" ")[0]
        return first == "super" or (first.endswith("%") and to_count(first[:-1]) > 0)

    def is_hidden(self, name: str | None) -> bool:
        """Tell whether letters of this style are not shown."""
        return self._find_property("text", name, "text-properties", "display") == "none"

    def find_levels(self, name: str | None) -> dict[int, ListLevel]:
        """Return how the levels of a list style count."""
        levels: dict[int, ListLevel] = {}
        for level in self._lists.get(name, ()):
            depth = to_count(find_attribute(level, "level"), 1) - 1
            if to_name(level) != "list-level-style-number":
                levels[depth] = ListLevel(style="bullet", pattern="")
                continue
            shown = max(to_count(find_attribute(level, "display-levels"), 1), 1)
            numbers = ".".join(f"%{number}" for number in range(max(depth + 2 - shown, 1), depth + 2))
            before = find_attribute(level, "num-prefix") or ""
            after = find_attribute(level, "num-suffix") or ""
            levels[depth] = ListLevel(
                style=find_attribute(level, "num-format") or "",
                pattern=f"{before}{numbers}{after}",
                start=to_count(find_attribute(level, "start-value"), 1),
            )
        return levels

    def _find_property(self, family: str, name: str | None, group: str, wanted: str) -> str | None:
        for _ in range(_MOST_BASES):
            style = self._styles.get((family, name))
            value = find_attribute(find_child(style, group), wanted)
            if value is not None or name is None:
                return value
            name = find_attribute(style, "parent-style-name")
        return None


def find_first_head(styles: Element | None) -> Element | None:
    """Return the head that the first page shows, from the part `styles.xml`."""
    page = next(find_all(find_child(styles, "master-styles"), "master-page"), None)
    own = find_child(page, "header-first")
    return own if own is not None else find_child(page, "header")


def _to_points(length: str | None) -> float:
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _POINTS[match[2]] if match else 0.0
