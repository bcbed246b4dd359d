"""The same letter is the same text in every format; no bytes at all break a loader."""

import io
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from policygraph.loaders import SUFFIXES, load_documents
from policygraph.model.document import Document
from policygraph.model.errors import SourceError

from .conftest import Load
from .samples import NOTE, WRITERS, to_docx, to_odt, to_zip

FILES = Path(__file__).parent / "files"


def load_bytes(data: bytes, suffix: str) -> tuple[Document | SourceError, ...]:
    """Return what the bytes hold, or why they were not read, as a sentence."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"letter{suffix}")
        path.write_bytes(data)
        try:
            return load_documents(path)
        except SourceError as error:
            return (error,)


def is_read_or_named(found: tuple[Document | SourceError, ...]) -> bool:
    return bool(found) and all(isinstance(each, Document) or each.what.endswith(".") for each in found)


def squeeze(text: str) -> str:
    return "".join(text.replace("’", "'").split())


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_the_same_letter_is_the_same_text_in_every_format(load: Load, suffix: str) -> None:
    plain = load(WRITERS[".txt"](), ".txt")
    document = load(WRITERS[suffix](), suffix)
    assert squeeze(document.text) == squeeze(plain.text)
    (note,) = document.notes
    assert note.mark == "1"
    assert note.text == NOTE
    assert note.position is not None
    assert document.text[: note.position].endswith("28 April.")


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_head_and_foot_keep_their_lines_and_a_paragraph_is_one(load: Load, suffix: str) -> None:
    lines = load(WRITERS[suffix](), suffix).text.split("\n")
    assert lines[:3] == ["Helen Marchbanks", "Chief Executive", "Clearbrook Trust"]
    assert lines.count("Helen Marchbanks") == 2
    assert any(line.startswith("Thank you") and line.endswith("Wales.") for line in lines)
    assert lines.index("") == 3


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf", ".pdf"])
def test_files_of_libreoffice_hold_the_same_letter(suffix: str) -> None:
    (document,) = load_documents(FILES / f"libreoffice{suffix}")
    (other,) = load_documents(FILES / "libreoffice.docx")
    assert isinstance(document, Document)
    assert isinstance(other, Document)
    assert squeeze(document.text) == squeeze(other.text)
    assert [note.text for note in document.notes] == [note.text for note in other.notes]
    assert [note.mark for note in document.notes] == ["1", "2", "3"]
    assert "We met on the 8th of May." in document.text


def test_only_pages_of_a_format_that_has_them_are_told(load: Load) -> None:
    assert {anchor.page for anchor in load(WRITERS[".docx"](), ".docx").anchors} == {None}
    (pdf,) = load_documents(FILES / "libreoffice.pdf")
    assert isinstance(pdf, Document)
    assert {anchor.page for anchor in pdf.anchors} == {1, 2}


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), suffix=st.sampled_from(sorted(SUFFIXES)))
@example(data=b"", suffix=".pdf")
@example(data=b"{\\rtf1 \\u-10179?\\u-8704?}", suffix=".rtf")
@example(data=b"From: a\n\n" + b"Content-Type: multipart/mixed; boundary=x\n" * 3, suffix=".eml")
def test_no_bytes_raise_anything_but_a_source_error(data: bytes, suffix: str) -> None:
    assert is_read_or_named(load_bytes(data, suffix))


_STARTS = {".rtf": b"{\\rtf1 ", ".eml": b"From: a@b\nSubject: x\n", ".html": b"<body>", ".txt": b"Dear Ann,\n"}


@settings(max_examples=150, deadline=None)
@given(
    data=st.text(alphabet="\\{}'<>/=;:ab1 \n\t-*sup@¹", max_size=200),
    suffix=st.sampled_from(sorted(_STARTS)),
)
def test_no_text_of_marks_raises_anything_but_a_source_error(data: str, suffix: str) -> None:
    assert is_read_or_named(load_bytes(_STARTS[suffix] + data.encode(), suffix))


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1), byte=st.integers(0, 255), suffix=st.sampled_from([".docx", ".odt", ".pdf", ".rtf"]))
def test_a_file_with_a_wrong_byte_is_read_or_named(place: float, byte: int, suffix: str) -> None:
    data = bytearray(WRITERS[suffix]())
    data[int(place * (len(data) - 1))] = byte
    assert is_read_or_named(load_bytes(bytes(data), suffix))


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_half_a_file_is_read_or_named(suffix: str) -> None:
    data = WRITERS[suffix]()
    assert is_read_or_named(load_bytes(data[: len(data) // 2], suffix))


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=300))
def test_the_anchors_of_any_text_are_in_order_and_within_it(text: str) -> None:
    (document,) = load_bytes(text.encode("utf-8"), ".txt")
    if isinstance(document, SourceError):
        return
    starts = [anchor.start for anchor in document.anchors]
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert starts[-1] <= len(document.text)
    assert all(note.position is None or 0 <= note.position <= len(document.text) for note in document.notes)


def test_an_archive_that_unpacks_to_far_more_than_a_letter_is_refused(load: Load) -> None:
    bomb = to_zip({"content.xml": b"<a>" + b" " * 50_000_000 + b"</a>"})
    with pytest.raises(SourceError, match="unpacks to more than"):
        load(bomb, ".odt")


_LAUGHS = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10 if n else 'ha'}'>" for n in range(12)) + "<!ENTITY e '&e11;'>"
_BLOW_UP = f"<!ENTITY e '{'a' * 50_000}'>"


@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'SECRET'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'http://192.0.2.1/x'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'SECRET'> %p;]><a/>",
        "<!DOCTYPE a SYSTEM 'SECRET'><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e 'aaaa'>]><a>&e;</a>",
        f"<!DOCTYPE a [{_LAUGHS}]><a>&e;</a>",
        f"<!DOCTYPE a [{_BLOW_UP}]><a>{'&e;' * 50_000}</a>",
        "<!-- <a> --><?pi <a> ?>\n<!DOCTYPE a [<!ENTITY e 'aaaa'>]><a>&e;</a>",
        "<!DOCTYPE a><a/>",
    ],
    ids=["file", "address", "parameter", "outer", "words", "laughs", "blow-up", "behind a comment", "none at all"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_entities_of_a_strangers_file_are_refused_and_nothing_is_opened(
    load: Load, tmp_path: Path, declared: str, encoding: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    part = f'<?xml version="1.0"?>{declared.replace("SECRET", secret.as_uri())}'.encode(encoding)
    for name, suffix in (("content.xml", ".odt"), ("word/document.xml", ".docx")):
        with pytest.raises(SourceError, match="entities"):
            load(to_zip({name: part}), suffix)


@pytest.mark.parametrize("hidden", ["utf-16-le", "utf-16-be", "utf-7", "cp037", "utf-32-le"])
def test_a_document_type_in_another_encoding_is_not_read(load: Load, hidden: str) -> None:
    plain = "<!DOCTYPE a [<!ENTITY e 'aaaa'>]><a><body><text><p>&e;</p></text></body></a>"
    declaration = f'<?xml version="1.0" encoding="{hidden}"?>'
    for part in (declaration.encode() + plain.encode(hidden), (declaration + plain).encode(hidden)):
        with pytest.raises(SourceError, match=r"cannot be read|entities"):
            load(to_zip({"content.xml": part}), ".odt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_of_the_standards_are_read(load: Load, encoding: str) -> None:
    part = '<?xml version="1.0" encoding="UTF-8"?><a><body><text><p>Café &lt;!DOCTYPE&gt;</p></text></body></a>'
    assert load(to_zip({"content.xml": part.encode(encoding)}), ".odt").text == "Café <!DOCTYPE>\n"


def test_an_encrypted_word_file_says_what_to_do(load: Load) -> None:
    with pytest.raises(SourceError, match="password"):
        load(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx")


def test_an_encrypted_open_document_says_what_to_do(load: Load) -> None:
    manifest = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(SourceError, match="password"):
        load(to_zip({"META-INF/manifest.xml": manifest, "content.xml": b"\x00\x01"}), ".odt")


def test_an_archive_without_its_main_part_is_damaged(load: Load) -> None:
    with pytest.raises(SourceError, match="damaged"):
        load(to_zip({"other.xml": "<a/>"}), ".docx")
    with pytest.raises(SourceError, match="damaged"):
        load(to_docx()[:2000], ".docx")


def test_xml_nested_without_end_is_named(load: Load) -> None:
    deep = "<a>" * 30_000 + "</a>" * 30_000
    with pytest.raises(SourceError):
        load(to_zip({"content.xml": deep}), ".odt")
    body = to_zip({"content.xml": f"<a><body><text>{deep}</text></body></a>"})
    with pytest.raises(SourceError, match="nested"):
        load(body, ".odt")


def test_a_page_larger_than_any_letter_and_one_nested_without_end_are_named(load: Load) -> None:
    with pytest.raises(SourceError, match="larger than"):
        load(b"<p>a</p>" * 3_000_000, ".html")
    with pytest.raises(SourceError, match="nested"):
        load(b"<div>" * 100_000, ".html")


def test_an_empty_document_of_each_kind_is_called_empty(load: Load) -> None:
    written = io.BytesIO()
    docx.Document().save(written)
    for data, suffix in ((written.getvalue(), ".docx"), (b"{\\rtf1 }", ".rtf"), (b"<p></p>", ".html"), (b"", ".odt")):
        with pytest.raises(SourceError, match="empty"):
            load(data, suffix)
    assert to_odt()


def test_the_libraries_of_formats_are_imported_only_when_a_file_of_theirs_comes() -> None:
    program = (
        "import sys, policygraph.loaders;"
        "print([name for name in ('pypdfium2', 'selectolax', 'xml.etree', 'email.message') if name in sys.modules])"
    )
    finished = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert finished.stdout.strip() == "[]"
