"""A web page gives the words of its article, line by line, and nothing of the site."""

import pytest

from .conftest import Load

PAGE = """<!doctype html><html><head><title>Title of the site</title><style>p {}</style></head><body>
<header>Site name</header><nav><a href="/">Home</a></nav><div class="cookie-banner">We use cookies</div>
<main><h1>Letter to the Minister</h1><p>Clearbrook Trust<br>12 Mill Lane</p><p>Dear
  <b>Minister</b>,</p><script>var a = "script";</script>
<p>We saw trafficking<sup>{mark}</sup> rise on the 8<sup>th</sup>.</p>
<ol start="3"><li>One</li><li><p>Two</p></li></ol><ul><li>Three</li></ul>
<table><tr><th>Country</th><th>2019</th></tr><tr><td>Wales</td><td>10</td></tr></table>
<table><tr><td>Ann Lee<br>Chair</td><td>Bob Ray<br>Director</td></tr></table>
<p style="display: none">hidden</p>{note}</main>
<aside>Related letters</aside><footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("1", "<p><sup>1</sup> OSCE (2014).</p>"),
        ('<a href="#fn1">1</a>', '<ol><li id="fn1"><p>OSCE (2014). <a href="#ref1">↩</a></p></li></ol>'),
        ('<a href="#fn:1">[footnote 1]</a>', '<ol><li id="fn:1"><p>OSCE (2014).</p></li></ol>'),
        ('<a href="#_ftn1" name="_ftnref1">[1]</a>', '<p><a href="#_ftnref1" name="_ftn1">[1]</a> OSCE (2014).</p>'),
    ],
    ids=["raised digits", "linked list", "gov.uk", "Word"],
)
def test_a_page_gives_its_article_and_its_notes(load: Load, mark: str, note: str) -> None:
    document = load(PAGE.replace("{mark}", mark).replace("{note}", note), ".html")
    assert document.text.strip().split("\n\n") == [
        "Letter to the Minister",
        "Clearbrook Trust\n12 Mill Lane",
        "Dear Minister,",
        "We saw trafficking rise on the 8th.",
        "3. One\n4. Two",
        "• Three",
        "Country | 2019\nWales | 10",
        "Ann Lee\nChair",
        "Bob Ray\nDirector",
    ]
    assert [(found.mark, found.text) for found in document.notes] == [("1", "OSCE (2014).")]


def test_the_encoding_that_a_page_declares_is_believed(load: Load) -> None:
    page = "<meta charset='iso-8859-2'><p>Łódź</p>".encode("iso-8859-2")
    assert load(page, ".htm").text == "Łódź\n"
    assert load(b"<meta charset=hex><p>caf\xc3\xa9</p>", ".html").text == "café\n"


def test_words_set_in_lines_keep_them(load: Load) -> None:
    assert load("<pre>Ann Lee\nChair</pre>", ".html").text == "Ann Lee\nChair\n"
