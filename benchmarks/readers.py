"""What is measured: each reader goes over files and counts what it finds. It leaves clock and memory to `measurement`.

A reader's libraries are imported when it is asked for, so that they count as its own time and memory.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

Reader = Callable[[list[Path]], int]


def load_policygraph() -> Reader:
    """Return PolicyGraph's reader: from files to letters, entities and statements; counts the entities."""
    from policygraph.graph.loading.source_reading import SourceReading, read_sources

    def read(paths: list[Path]) -> int:
        found = read_sources([str(path) for path in paths])
        sources = (result for result in found if isinstance(result, SourceReading))
        return sum(len(reading.entities) for source in sources for reading in source.readings)

    return read


def load_policygraph_store() -> Reader:
    """Return PolicyGraph's whole way: the same, linked, and written to a store on disk."""
    from policygraph.graph.loading.build import build_graph
    from policygraph.graph.loading.source_files import find_sources
    from policygraph.graph.storage.store import open_for_writing

    def read(paths: list[Path]) -> int:
        with TemporaryDirectory() as folder, open_for_writing(Path(folder, "store")) as store:
            report = build_graph(store, find_sources([str(path) for path in paths]))
            return sum(number for _, number in report.summary.entities)

    return read


def load_policygraph_loader() -> Reader:
    """Return PolicyGraph's loaders alone: from files to their reading text; counts the words of text and notes."""
    from policygraph.loaders.formats import load_document

    def read(paths: list[Path]) -> int:
        documents = (load_document(path) for path in paths)
        return sum(
            len(text.split()) for document in documents for text in (document.text, *(n.text for n in document.notes))
        )

    return read


def load_pdfium() -> Reader:
    """Return the library below the PDF loader by itself: the text of each page; counts the words."""
    pypdfium2 = import_module("pypdfium2")  # it comes without types

    def read(paths: list[Path]) -> int:
        words = 0
        for path in paths:
            with pypdfium2.PdfDocument(path) as document:
                words += sum(len(page.get_textpage().get_text_bounded().split()) for page in document)
        return words

    return read


def load_python_docx() -> Reader:
    """Return the usual library for DOCX by itself: the text of each paragraph; counts the words."""
    import docx

    def read(paths: list[Path]) -> int:
        documents = (docx.Document(str(path)) for path in paths)
        return sum(len(paragraph.text.split()) for document in documents for paragraph in document.paragraphs)

    return read


def load_spacy(model: str | None) -> Reader:
    """Return spaCy's blank English tokenizer, or the entity recogniser of the model folder."""
    spacy = import_module("spacy")  # only `make bench` installs it: a type checker does without
    if model is None:
        pipeline = spacy.blank("en")
    else:
        pipeline = spacy.load(model, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])

    def read(paths: list[Path]) -> int:
        documents = pipeline.pipe(path.read_text("utf-8") for path in paths)
        return sum(len(document if model is None else document.ents) for document in documents)

    return read


def load_reader(name: str, model: str | None = None) -> Reader:
    """Return the reader of this name; `model` is the folder that `spacy-model` reads with."""
    readers: dict[str, Callable[[], Reader]] = {
        "policygraph": load_policygraph,
        "policygraph-store": load_policygraph_store,
        "policygraph-loader": load_policygraph_loader,
        "pdfium": load_pdfium,
        "python-docx": load_python_docx,
        "spacy-blank": lambda: load_spacy(None),
        "spacy-model": lambda: load_spacy(model),
    }
    return readers[name]()
