"""What a letter says stays text, whatever it says."""

import json
import re
from pathlib import Path

from policygraph.rendering.page.page import render_file, to_script_json
from policygraph.rendering.page.records import Bundle, Card, Node

from .conftest import Open

HARM = "<img src=x onerror=\"document.title='harmed'\"></script><!--\u2028&lt;b&gt;"


def test_a_name_that_is_markup_stays_text_everywhere(open_page: Open, tmp_path: Path) -> None:
    node = Node(id="scheme/1", label=HARM, type="scheme", other_names=(HARM,), x=0, y=0)
    card = Card(id="scheme/1", facts=(), sayings=(), denied=(), parts=(), background=((HARM, HARM),), doubts=(HARM,))
    page = render_file(HARM, Bundle(nodes=(node,), cards=(card,), note=HARM), "scheme/1")
    path = tmp_path / "harm.html"
    path.write_text(page, "utf-8")
    reader = open_page(address=path.as_uri())
    assert reader.panel.locator("h2").inner_text() == HARM
    assert reader.page.title().replace("\u2028", "") == HARM.replace("\u2028", "")
    reader.search("onerror")
    assert reader.page.locator("img").count() == 0


def test_markup_in_a_letter_stays_text(open_page: Open) -> None:
    reader = open_page("#view=letters")
    reader.page.locator("#letters button", has_text="Helen Marchbanks").first.click()
    assert (
        "<img src=x onerror=document.title='harmed'> Restoration Fund. </script><script>" in reader.panel.inner_text()
    )
    assert reader.page.title() == "4 letters, 2021 to 2025"
    assert reader.page.locator("img").count() == 0


def test_data_in_a_script_element_cannot_end_it_and_is_unchanged() -> None:
    said = ["</script>", "<!--", "<script", "\u2028\u2029", "&", "\"'\\"]
    embedded = to_script_json(said)
    assert not re.search("[<>&\u2028\u2029]", embedded)
    assert json.loads(embedded) == said


def test_the_policy_of_the_page_runs_its_own_scripts_alone_and_connects_to_nothing() -> None:
    page = render_file("A", Bundle())
    policy = re.search('Content-Security-Policy" content="(.*?)"', page)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "connect-src &#39;none&#39;" in policy[1]
    assert "unsafe-inline" not in policy[1].partition("style-src")[0]


def test_the_page_says_whose_software_it_is_made_of() -> None:
    page = render_file("A", Bundle())
    assert "Copyright (c) 2011-2017 Almende B.V." in page
    assert "vis-network is dual licensed under Apache-2.0 and MIT." in page
    assert "Permission is hereby granted" in page
