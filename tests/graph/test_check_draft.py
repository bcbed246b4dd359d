"""A draft is checked against the letters claim by claim: what they have, what is altered, what they do not have."""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from policygraph.graph.drafts.check import CheckedClaim, Verdict, check_draft
from policygraph.graph.drafts.claims import ClaimKind
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.model.errors import SourceError

from .records import write_letter

BODY = """\
Thank you for your email of 18 October. The Home Office runs the Modern Slavery Fund, which has paid £1.2 million to \
twelve charities, 45 calendar days after each request, and 30 per cent of it in June 2024.

The Department must publish the Water Strategy before the end of the year. We do not accept that \
victims' rights are met."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("drafts")
    write_letter(folder / "a.txt", BODY)
    write_letter(
        folder / "b.txt",
        "We have nothing to add to section 8 of the Water Act 1991.",
        date="2 June 2025",
        reference="WR/2025/18",
    )
    with open_for_writing(folder / "store") as opened:
        build_graph(opened, find_sources([str(folder / "a.txt"), str(folder / "b.txt")]))
        yield opened


Check = Callable[[str], list[CheckedClaim]]


@pytest.fixture
def check(store: GraphStore, tmp_path: Path) -> Check:
    def check_text(text: str) -> list[CheckedClaim]:
        path = tmp_path / "draft.md"
        path.write_text(text, "utf-8")
        return check_draft(store, path)

    return check_text


def tell(checked: list[CheckedClaim]) -> list[tuple[str, str]]:
    return [(each.claim.text, each.verdict.value) for each in checked]


@pytest.mark.parametrize(
    "quoted",
    [
        '"The Home Office runs the Modern Slavery Fund"',
        "“the Home Office runs the Modern Slavery Fund,”",
        "‘We do not accept that victims’ rights are met.’",
        "'We do not accept that victims' rights are met'",
        "„The Home Office runs … twelve charities“",
        "“[It] runs the Modern Slavery Fund, which has paid”",
    ],
)
def test_a_quotation_in_any_quotes_is_found_with_its_letter_and_line(check: Check, quoted: str) -> None:
    (found,) = check(f"The letter says {quoted}.")
    assert found.verdict is Verdict.FOUND
    assert found.quotation is not None
    assert found.quotation.date == "2025-05-14"
    assert found.quotation.source.endswith("a.txt")
    assert found.quotation.line in (11, 13)


def test_an_altered_quotation_shows_the_difference_beside_the_letters_words(check: Check) -> None:
    (found,) = check("It says “The Department should publish the Water Strategy before the end of the year”.")
    assert found.verdict is Verdict.ALTERED
    assert [(one.draft, one.letter) for one in found.differences] == [("should", "must")]
    assert found.quotation is not None
    assert found.quotation.quote == "The Department must publish the Water Strategy before the end of the year"


def test_a_quotation_that_spans_sentences_and_paragraphs_is_found(check: Check) -> None:
    quoted = BODY[BODY.index("30 per cent") :].replace("\n\n", " ")
    assert [each.verdict for each in check(f"“{quoted}”")] == [Verdict.FOUND]


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        ("It was sent on 14 May 2025.", [("14 May 2025", "found")]),
        ("It was sent on 15 May 2025.", [("15 May 2025", "not found")]),
        ("It was sent on 14/05/2025.", [("14/05/2025", "found")]),
        ("It came in May 2025, not in March 2025.", [("May 2025", "found"), ("March 2025", "not found")]),
        ("An email of 18 October was answered.", [("18 October", "found")]),
        ("An email of 18 October 2024 was answered.", [("18 October 2024", "found")]),
        ("An email of 19 October was answered.", [("19 October", "not found")]),
        ("In the letter of 2 June 2025 they add nothing.", [("2 June 2025", "found")]),
        ("In the letter of 3 June 2025 they add nothing.", [("3 June 2025", "not found")]),
        ("It was paid in June 2024.", [("June 2024", "found")]),
        ("It was paid on 1 June 2024.", [("1 June 2024", "not found")]),
    ],
)
def test_a_date_is_found_or_not_and_never_taken_for_a_similar_one(
    check: Check, draft: str, told: list[tuple[str, str]]
) -> None:
    assert tell(check(draft)) == told


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("They paid £1.2 million.", "found"),
        ("They paid £1,200,000.", "found"),
        ("They paid £1.2m.", "found"),
        ("They paid 1.2m.", "altered"),
        ("They paid €1.2 million.", "altered"),
        ("They paid £1.3 million.", "not found"),
        ("They helped 12 charities.", "found"),
        ("They helped twelve charities.", "found"),
        ("They helped 12 people.", "not found"),
        ("They took 45 days.", "found"),
        ("They took 45 weeks.", "not found"),
        ("That was 30% of it.", "found"),
        ("That was 31% of it.", "not found"),
    ],
)
def test_a_figure_must_be_the_same_number_of_the_same(check: Check, draft: str, verdict: str) -> None:
    (found,) = check(draft)
    assert (found.claim.kind, found.verdict) == (ClaimKind.FIGURE, verdict)


def test_a_near_miss_of_a_figure_shows_both(check: Check) -> None:
    (found,) = check("They paid 1.2m.")
    assert [(one.draft, one.letter) for one in found.differences] == [("1.2m", "£1.2 million")]


def test_references_are_found_misspelt_or_not_there(check: Check) -> None:
    checked = check("See WR/2025/17, WR/2025/19 and FOI 60267.")
    assert tell(checked) == [("WR/2025/17", "found"), ("WR/2025/19", "altered"), ("FOI 60267", "not found")]
    assert [(one.draft, one.letter) for one in checked[1].differences] in (
        [("WR/2025/19", "WR/2025/17")],
        [("WR/2025/19", "WR/2025/18")],
    )


def test_cited_articles_are_references_too(check: Check) -> None:
    checked = check("Section 8 of the Water Act 1991 and section 9 of the Water Act 1991 and Article 10 apply.")
    assert tell(checked) == [
        ("Section 8 of the Water Act 1991", "found"),
        ("section 9 of the Water Act 1991", "altered"),
    ]
    assert [(one.draft, one.letter) for one in checked[1].differences] == [
        ("section 9 of the Water Act 1991", "section 8 of the Water Act 1991")
    ]


def test_block_quotations_of_markdown_are_checked_and_what_is_in_them_is_not_checked_again(check: Check) -> None:
    checked = check(
        "They say:\n\n> The Department must publish\n> the Water Strategy before the end of 2025.\n\nNo more.\n"
    )
    assert [(each.claim.kind, each.claim.line, each.verdict) for each in checked] == [
        (ClaimKind.QUOTATION, 3, Verdict.ALTERED)
    ]


def test_a_word_document_is_checked_with_its_block_quotations(store: GraphStore, tmp_path: Path) -> None:
    draft = docx.Document()
    draft.add_paragraph("On 14 May 2025 the Secretary of State wrote:")
    draft.add_paragraph("The Department must publish the Water Strategy before the end of the year.", style="Quote")
    draft.add_paragraph("And further:")
    draft.add_paragraph("We do accept that victims' rights are met.").paragraph_format.left_indent = Cm(1)
    draft.add_paragraph("12 people were helped", style="List Bullet")
    draft.save(str(tmp_path / "draft.docx"))
    checked = check_draft(store, tmp_path / "draft.docx")
    assert [(each.claim.kind.value, each.verdict.value) for each in checked] == [
        ("date", "found"),
        ("quotation", "found"),
        ("quotation", "altered"),
        ("figure", "not found"),
    ]
    assert [(one.draft, one.letter) for one in checked[2].differences] == [("", "not")]


def test_a_web_page_is_checked_with_its_block_quotations(store: GraphStore, tmp_path: Path) -> None:
    page = "<html><body><p>They say:</p><blockquote><p>We have nothing to add.</p></blockquote></body></html>"
    (tmp_path / "draft.html").write_text(page, "utf-8")
    (found,) = check_draft(store, tmp_path / "draft.html")
    assert (found.verdict, found.quotation and found.quotation.date) == (Verdict.FOUND, "2025-06-02")


@pytest.mark.parametrize(
    "text",
    [
        "Nothing to check: don't worry about the writers' words, the 1990s or a 'word'.",
        "Under section 49 of the Act and Article 16(2), as in paragraph 3.",
        "COVID-19 and the Water-Act are no references.",
    ],
)
def test_what_claims_nothing_is_not_checked(check: Check, text: str) -> None:
    assert tell(check(text)) == []


def test_claims_come_in_the_order_of_the_draft(check: Check) -> None:
    checked = check("On 2 June 2025 they paid £1.2 million.\n\nThey say “nothing to add”, in WR/2025/18.")
    assert [each.claim.kind.value for each in checked] == ["date", "figure", "quotation", "reference"]
    assert [each.claim.line for each in checked] == [1, 1, 3, 3]


def test_a_draft_that_cannot_be_read_is_told(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no loader for this kind of file"):
        check_draft(store, tmp_path / "draft.xyz")
    with pytest.raises(SourceError, match=r"draft\.docx"):
        check_draft(store, tmp_path / "draft.docx")
