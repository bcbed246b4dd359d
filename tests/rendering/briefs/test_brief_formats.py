"""The files of a brief: all say the same, need nothing else, and have the same bytes each time."""

import re
from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest
from policygraph.graph.network.corpus import Corpus
from policygraph.rendering.briefs.brief import Brief, Grid, Section, Sentence
from policygraph.rendering.briefs.brief_file import SUFFIXES, to_bytes
from policygraph.rendering.briefs.entity_brief import build_entity_brief
from policygraph.rendering.source_notes import SourceNote

NASTY = '<img src=x onerror="alert(1)"> & *stars* | [x](http://example.org) \\'


@pytest.fixture
def brief(samples: Corpus) -> Brief:
    """The brief on a body with facts, letters, asks, promises and figures."""
    return build_entity_brief(samples, samples.find_entity("Home Office"))


class _Page(HTMLParser):
    """What a browser sees: the words, the tags, the addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data


def read_word(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_word_holds_every_sentence_cell_and_note(brief: Brief) -> None:
    text = read_word(to_bytes(brief, ".docx"))
    for section in brief.sections:
        assert section.heading in text
        assert all(sentence.text in text for sentence in section.sentences)
        assert all(detail.text in text for sentence in section.sentences for detail in sentence.details)
        assert all(cell.text in text for row in (section.grid.rows if section.grid else ()) for cell in row)
    assert [note.number for note in brief.sources.notes] == [note.number for note in brief.notes]
    assert all(note.text in text for note in brief.sources.notes)
    assert all(f": {note.letter}, {note.source}" in text for note in brief.notes)
    assert all(f", {note.spot}: “{note.quote}”" in text for note in brief.notes)


def test_the_diagram_of_word_says_in_words_what_it_shows(brief: Brief) -> None:
    document = docx.Document(BytesIO(to_bytes(brief, ".docx")))
    (picture,) = document.inline_shapes
    assert picture._inline.docPr.get("descr").startswith("Home Office: who does what: 9 boxes, 8 arrows")


def test_the_page_needs_nothing_from_elsewhere(brief: Brief) -> None:
    content = to_bytes(brief, ".html").decode()
    page = _Page(content)
    assert page.tags & {"script", "link", "iframe", "img"} == set()
    assert "@import" not in content
    assert "url(" not in content
    targets = set(re.findall(r'id="(note-\d+)"', content))
    assert page.addresses
    assert all(address.startswith("#") and address[1:] in targets for address in page.addresses)
    assert all(sentence.words in page.words for section in brief.sections for sentence in section.sentences)
    assert "svg" in page.tags


def test_markdown_has_the_diagram_as_mermaid_and_every_note(brief: Brief) -> None:
    text = to_bytes(brief, ".md").decode()
    assert text.startswith("# Home Office\n\n*Newest letter of 15 February 2022. ")
    assert text.count("```mermaid\n") == 1
    assert [int(number) for number in re.findall(r"^- \\\[(\d+)\\\]", text, re.MULTILINE)] == [
        note.number for note in brief.notes
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_second_file_has_the_same_bytes(brief: Brief, suffix: str) -> None:
    assert to_bytes(brief, suffix) == to_bytes(brief, suffix)


def test_what_a_letter_writes_never_becomes_markup() -> None:
    sentence = Sentence(words=NASTY, notes=(1,))
    brief = Brief(
        title=NASTY,
        newest=None,
        sections=(
            Section(
                heading=NASTY, sentences=(sentence,), grid=Grid(headings=(NASTY, "b"), rows=((sentence, sentence),))
            ),
        ),
        diagram=None,
        notes=(SourceNote(number=1, letter=NASTY, day=NASTY, source=NASTY, spot=NASTY, quote=NASTY),),
    )
    page = _Page(to_bytes(brief, ".html").decode())
    assert "img" not in page.tags
    assert NASTY in page.words
    assert NASTY in read_word(to_bytes(brief, ".docx"))
    markdown = to_bytes(brief, ".md").decode()
    assert "<img" not in markdown.replace("\\<", "")
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [3, 3, 3]
