import json
import os
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page
from policygraph.loaders.pdf_pages import load_pdf_pages

from .conftest import ROOT, Open

AXE = ROOT / ".venv" / "axe-core" / "axe.min.js"
WIDTHS = (768, 1280, 1920)


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        if os.environ.get("CI"):
            pytest.fail("axe-core is missing: `make tests` fetches it.")
        pytest.skip("axe-core is missing: `make tests` fetches it")
    return AXE.read_text("utf-8")


def find_faults(page: Page, axe: str) -> list[str]:
    # The page's own security policy runs no script from elsewhere, but the debugger may.
    page.evaluate(axe)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        json.dumps([fault["id"], [node["html"][:200] for node in fault["nodes"][:3]]])
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "mark",
    [
        "#node=vocabulary/home-office",
        "#node=vocabulary/european-return-and-reintegration-network",
        "#view=letters",
        "#view=questions&question=unanswered-asks",
        "#path=vocabulary/home-office,vocabulary/country/GB",
    ],
)
def test_nobody_is_kept_out_by_a_serious_fault(
    open_page: Open, axe: str, mark: str, scheme: Literal["light", "dark"]
) -> None:
    reader = open_page(mark, scheme=scheme)
    assert find_faults(reader.page, axe) == []


def test_an_open_letter_keeps_nobody_out(open_page: Open, axe: str) -> None:
    reader = open_page()
    reader.search("CSSF")
    reader.panel.locator(".fact button[data-letter]").first.click()
    assert find_faults(reader.page, axe) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_at_every_width_all_is_inside_the_window_and_the_graph_has_room(open_page: Open, width: int) -> None:
    reader = open_page(width=width)
    reader.search("Home Office", choose="Home Office")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    for place in ("#canvas", "#panel"):
        box = reader.page.locator(place).bounding_box()
        assert box
        assert box["width"] >= 300
        assert box["height"] >= 300
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 900


def test_on_a_narrow_screen_the_filters_are_opened_by_a_button(open_page: Open) -> None:
    reader = open_page(width=768)
    assert not reader.page.is_visible("#filters")
    reader.page.click("#toggle-filters")
    assert reader.page.is_visible("#filters")
    assert reader.page.get_attribute("#toggle-filters", "aria-expanded") == "true"


def test_the_page_is_dark_where_the_system_is_and_can_be_switched(open_page: Open) -> None:
    reader = open_page(scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = reader.page.evaluate(ground)
    reader.page.click("#theme")
    assert reader.page.evaluate(ground) == "rgb(255, 255, 255)" != dark


def test_in_print_stand_the_picture_the_legend_and_the_card_and_no_buttons(open_page: Open, tmp_path: Path) -> None:
    reader = open_page(scheme="dark")
    reader.search("CSSF")
    reader.page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = "\n".join(line.text for line in load_pdf_pages("page.pdf", (tmp_path / "page.pdf").read_bytes()))
    for words in ("Conflict, Stability and Security Fund", "people", "was written by", "In addition, the Justice"):
        assert words in text
    for words in ("Expand", "Questions", "Close"):
        assert words not in text


def test_the_keyboard_alone_is_enough(open_page: Open) -> None:
    reader = open_page()
    keys = reader.page.keyboard
    keys.press("/")
    keys.type("cssf")
    keys.press("Enter")
    reader.wait_for_title("Conflict, Stability and Security Fund")
    reader.page.locator("#canvas").focus()
    keys.press("o")
    reader.wait_for_status("3 names and 2 relations")
    keys.press("ArrowRight")
    reader.wait_for_title("Justice and Care Romania pilot")
    keys.press("Enter")
    assert reader.page.evaluate("document.activeElement.id") == "panel"
    keys.press("a")
    reader.wait_for_status("5")
    keys.press("h")
    keys.press("Escape")
    assert reader.panel.inner_text() == ""
    keys.press("?")
    assert reader.page.is_visible("#keys")
    keys.press("Escape")
    assert not reader.page.is_visible("#keys")
