"""Block quotations are found where their author has marked them, and nowhere else."""

from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from policygraph.loaders.block_quotes import load_block_quotes
from policygraph.model.errors import SourceError


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_marked_lines_that_follow_each_other_are_one_quotation(tmp_path: Path, name: str) -> None:
    text = "They say:\n\n> The first\n> of two.\n\n> > The second.\n\nAnd 3 > 2.\n"
    (tmp_path / name).write_text(text, "utf-8")
    assert load_block_quotes(tmp_path / name) == ["The first of two.", "The second."]


def test_in_word_a_style_for_quotations_or_a_paragraph_set_in_is_one_and_a_list_is_none(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("They say:")
    document.add_paragraph("In a style.", style="Quote")
    document.add_paragraph("In another.", style="Intense Quote")
    document.add_paragraph("Set in.").paragraph_format.left_indent = Cm(1)
    document.add_paragraph("An item.", style="List Bullet").paragraph_format.left_indent = Cm(1)
    document.save(str(tmp_path / "draft.docx"))
    assert load_block_quotes(tmp_path / "draft.docx") == ["In a style.", "In another.", "Set in."]


def test_in_a_web_page_it_is_what_the_page_says_so_of(tmp_path: Path) -> None:
    (tmp_path / "draft.html").write_text("<p>They say:</p><blockquote><p>It <b>is</b>.</p></blockquote>", "utf-8")
    assert [" ".join(quote.split()) for quote in load_block_quotes(tmp_path / "draft.html")] == ["It is ."]


def test_other_files_tell_of_none_and_a_damaged_one_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "draft.rtf").write_text(r"{\rtf1 They say.}", "utf-8")
    assert load_block_quotes(tmp_path / "draft.rtf") == []
    (tmp_path / "draft.docx").write_bytes(b"no archive")
    with pytest.raises(SourceError):
        load_block_quotes(tmp_path / "draft.docx")
