"""A mail gives itself, each mail that it quotes once, and the letters that it brings as files."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from policygraph.loaders import load_documents
from policygraph.loaders.mail_date import find_plain_date
from policygraph.model.document import Document
from policygraph.model.errors import SourceError

from .conftest import Load
from .samples import to_docx, to_pdf

BODY = """\
Dear Ann,

Thank you. I attach our letter.

Yours sincerely,
Maya

On Tue, 8 Sep 2015 at 15:56, Ann Lee <ann@example.org>
wrote:

> Dear Maya,
>
> Please send me your letter
> on rivers.
>
> Ann
>
> -----Original Message-----
> From: Maya Esslemont <maya@example.org>
> Sent: Monday, September 7, 2015 3:56 PM
> To: Ann Lee
> Subject: Rivers
>
> Dear Ann,
> We have a letter.
> Maya
"""


def write_mail(body: str = BODY, **fields: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Maya Esslemont <maya@example.org>"
    mail["To"] = '"Lee, Ann" <ann@example.org>, bob@example.org'
    mail["Date"] = "Wed, 09 Jun 2021 23:30:00 -0800"
    mail["Subject"] = "Réponse à la lettre"
    for name, value in fields.items():
        mail[name] = value
    mail.set_content(body)
    return mail


def load_mail(path: Path, mail: EmailMessage | bytes) -> list[Document | SourceError]:
    path = path / "mail.eml"
    path.write_bytes(mail if isinstance(mail, bytes) else mail.as_bytes())
    return list(load_documents(path))


def find_texts(documents: list[Document | SourceError]) -> dict[str, str]:
    return {each.source.rsplit("/", 1)[1]: each.text for each in documents if isinstance(each, Document)}


def test_a_mail_starts_with_its_fields_and_the_date_as_its_writer_saw_it(tmp_path: Path) -> None:
    (document,) = load_mail(tmp_path, write_mail("Dear Ann,\n", Cc="Cat Ray <c@example.org>"))
    assert isinstance(document, Document)
    assert document.text == (
        "From: Maya Esslemont\nTo: Ann Lee; bob@example.org\nCc: Cat Ray\nDate: 9 June 2021\n"
        "Subject: Réponse à la lettre\n\nDear Ann,\n"
    )


def test_each_mail_of_a_thread_is_a_document_with_its_own_words(tmp_path: Path) -> None:
    texts = find_texts(load_mail(tmp_path, write_mail()))
    assert list(texts) == ["mail.eml", "mail.eml#quoted-1", "mail.eml#quoted-2"]
    assert texts["mail.eml"].endswith("Yours sincerely,\nMaya\n")
    assert texts["mail.eml#quoted-1"].startswith("From: Ann Lee\nDate: 8 September 2015\n\nDear Maya,")
    assert "on rivers" in texts["mail.eml#quoted-1"]
    head = "From: Maya Esslemont\nDate: 7 September 2015\nTo: Ann Lee\nSubject: Rivers\n"
    assert texts["mail.eml#quoted-2"].startswith(head)
    assert sum(text.count("We have a letter.") for text in texts.values()) == 1


def test_answers_between_quoted_lines_belong_to_the_one_who_answers(tmp_path: Path) -> None:
    body = "On 8 Sep 2015, Ann Lee wrote:\n> Will you pay?\nNo.\n> Will you act?\nYes, we will.\n"
    texts = find_texts(load_mail(tmp_path, write_mail(body)))
    assert "No.\nYes, we will." in texts["mail.eml"]
    assert "Will you pay?\nWill you act?" in texts["mail.eml#quoted-1"]
    assert "Yes" not in texts["mail.eml#quoted-1"]


def test_a_mail_that_only_passes_another_on_gives_that_one(tmp_path: Path) -> None:
    body = (
        "---------- Forwarded message ---------\nFrom: Ann Lee <a@b.org>\nDate: 8 Sep 2015\nSubject: Hi\n\nDear you,\n"
    )
    (document,) = load_mail(tmp_path, write_mail(body))
    assert isinstance(document, Document)
    assert document.text == "From: Ann Lee\nDate: 8 September 2015\nSubject: Hi\n\n\nDear you,\n"


def test_the_plain_one_of_two_versions_is_read_and_a_page_where_there_is_no_other(tmp_path: Path) -> None:
    both = write_mail("Dear Ann, plain.\n")
    both.add_alternative("<p>Dear Ann, page.</p>", subtype="html")
    assert "plain" in find_texts(load_mail(tmp_path, both))["mail.eml"]
    page = write_mail()
    page.set_content("<p>Dear Ann,<br>page.</p><p>Maya</p>", subtype="html")
    assert find_texts(load_mail(tmp_path, page))["mail.eml"].endswith("\n\nDear Ann,\npage.\n\nMaya\n")


def test_letters_that_a_mail_brings_are_documents_and_a_broken_one_costs_only_itself(tmp_path: Path) -> None:
    mail = write_mail("Dear Ann,\nsee below.\n")
    inner = write_mail("Dear Bob,\n")
    for data, subtype, name in (
        (to_pdf(), "pdf", "letter.pdf"),
        (to_docx(), "octet-stream", "../../letter.docx"),
        (b"%PDF-1.4", "pdf", "broken.pdf"),
        (b"\x89PNG", "octet-stream", "crest.png"),
        (to_pdf(), "pdf", "letter.pdf"),
    ):
        mail.add_attachment(data, maintype="application", subtype=subtype, filename=name)
    mail.add_attachment(inner, filename="inner.eml")
    documents = load_mail(tmp_path, mail)
    assert list(find_texts(documents)) == [
        *("mail.eml", "mail.eml#letter.pdf", "mail.eml#letter.docx", "mail.eml#letter.pdf-2", "mail.eml#inner.eml")
    ]
    (error,) = [each for each in documents if isinstance(each, SourceError)]
    assert error.path.endswith("mail.eml#broken.pdf")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Take three eggs.\n", "no mail"),
        (b"From: a@b.org\nContent-Type: application/pkcs7-mime\n\nMIAG", "encrypted"),
        (b"From: a@b.org\n\n\n", "no words"),
        (
            b"From: a@b.org\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(500)),
            "damaged",
        ),
    ],
)
def test_what_is_no_mail_to_read_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        load_mail(tmp_path, data)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Tue, 8 Sep 2015 15:56:02 +0100", "8 September 2015"),
        ("Tuesday, September 8, 2015 3:56 PM", "8 September 2015"),
        ("08-Sept-2015", "8 September 2015"),
        ("2015-09-08 15:56", "8 September 2015"),
        ("31 Feb 2015", None),
        ("08/09/2015", None),
        ("the 8th", None),
    ],
)
def test_dates_of_mails_become_plain_and_unclear_ones_stay(written: str, plain: str | None) -> None:
    found = find_plain_date(written)
    assert (found[0] if found else None) == plain


def test_an_address_alone_is_the_person_whom_the_salutation_greets(load: Load) -> None:
    mail = (
        "From: Ann Lee <a@x.example>\nTo: helen.marsh@y.example, team@y.example\nSubject: Rivers\n\n{}\n\nThank you.\n"
    )
    greeted = load(mail.format("Dear Helen,"), ".eml").text
    assert "To: Helen Marsh; team@y.example\n" in greeted
    assert "To: helen.marsh@y.example; team@y.example\n" in load(mail.format("Dear all,"), ".eml").text
