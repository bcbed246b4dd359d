"""What the user asks for beyond the rules reaches every file, and a file is read again only if that asks for more."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
import spacy
from policygraph.graph.entity_card import find_cards
from policygraph.graph.extract_json import to_letter_json
from policygraph.graph.loading import source_reading
from policygraph.graph.loading.build import LoadReport, build_graph
from policygraph.graph.loading.extract import extract_letters
from policygraph.graph.loading.reader_version import find_reader_versions
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.storage.sentence_search import search_sentences
from policygraph.graph.storage.store import open_for_writing
from policygraph.graph.validation import validate_store
from policygraph.loaders import load_documents
from policygraph.model.document import Document
from policygraph.model.errors import SourceError
from policygraph.model.reading_options import RULES_ALONE, ReadingOptions

LETTER = """\
14 May 2025

Rt Hon Alistair Pemberthy MP
Chair
Environment Committee

Dear Alistair,

The Home Office is funding brightwater.

Yours sincerely,

Helen Marchbanks
Secretary of State for the Environment
"""
OCR = ReadingOptions(ocr=True)


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, "utf-8")
    return path.as_posix()


@pytest.fixture
def model(tmp_path: Path) -> ReadingOptions:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "SCHEME", "pattern": "brightwater"}])  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "model")
    return ReadingOptions(recogniser=f"spacy:{tmp_path / 'model'}")


@pytest.fixture
def read_paths(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """The files that were read, each with whether OCR was asked for; what is read with it counts as a scan."""
    seen: list[tuple[str, bool]] = []

    def load(path: Path, *, ocr: bool) -> tuple[Document | SourceError, ...]:
        seen.append((path.name, ocr))
        (document,) = load_documents(path)
        assert isinstance(document, Document)
        return (Document(source=document.source, text=document.text, notes=(), anchors=document.anchors, ocr=ocr),)

    monkeypatch.setattr(source_reading, "load_documents", load)
    return seen


def load(store: Path, letter: str, options: ReadingOptions) -> LoadReport:
    with open_for_writing(store) as graph:
        report = build_graph(graph, find_sources([letter]), options=options)
        assert list(validate_store(graph)) == []
    assert report.errors == ()
    return report


def test_a_file_is_read_again_when_ocr_is_asked_for_the_first_time_only(
    tmp_path: Path, letter: str, read_paths: list[tuple[str, bool]]
) -> None:
    for options in (RULES_ALONE, RULES_ALONE, OCR, OCR, RULES_ALONE):
        load(tmp_path / "store", letter, options)
    assert read_paths == [("letter.txt", False), ("letter.txt", True)]


def test_every_recogniser_is_a_reader_of_its_own() -> None:
    wishes = [RULES_ALONE, ReadingOptions(recogniser="spacy:a"), ReadingOptions(recogniser="spacy:b")]
    assert len({find_reader_versions(wish) for wish in wishes}) == 3


@pytest.mark.usefixtures("read_paths")
def test_what_was_read_by_ocr_says_so_in_quotations_and_json(tmp_path: Path, letter: str) -> None:
    load(tmp_path / "store", letter, OCR)
    with open_for_writing(tmp_path / "store") as graph:
        (found,) = search_sentences(graph, "funding")
    assert found.ocr
    assert found.citation.endswith('brightwater." (' + letter + ", line 9; OCR: check against the page)")
    (scanned,) = extract_letters(find_sources([letter]), options=OCR).letters
    (typed,) = extract_letters(find_sources([letter])).letters
    assert to_letter_json(scanned)["letter"]["ocr"] is True
    assert "ocr" not in to_letter_json(typed)["letter"]


def test_what_a_recogniser_has_found_is_marked_in_store_card_and_json(
    tmp_path: Path, letter: str, model: ReadingOptions
) -> None:
    load(tmp_path / "store", letter, model)
    with open_for_writing(tmp_path / "store") as graph:
        (card,) = find_cards(graph, "brightwater").cards
        (office,) = find_cards(graph, "Home Office").cards
    assert card.recogniser == "spacy"
    assert office.recogniser is None
    (fact,) = card.facts
    assert fact.rule.endswith("+recogniser:spacy")
    (found,) = extract_letters(find_sources([letter]), options=model).letters
    marked = {entity["name"]: entity.get("recogniser") for entity in to_letter_json(found)["entities"]}
    assert marked["brightwater"] == "spacy"
    assert marked["Home Office"] is None


def test_workers_read_with_the_same_options(letter: str, model: ReadingOptions) -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        aside = extract_letters(find_sources([letter]), options=model, executor=pool)
    assert aside == extract_letters(find_sources([letter]), options=model)
    assert any(entity.recogniser for entity in aside.letters[0].reading.entities)
