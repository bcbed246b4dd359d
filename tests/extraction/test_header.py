"""Headers of letters in many layouts; every name and body is invented."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.reading import Reading

Read = Callable[[str], tuple[Reading, ...]]

BODY = (
    "Thank you for your letter about rural railways, which I have read with great care and with interest.\n\n"
    "I shall answer it in full once the work on the northern lines has come to its end, as I hope it will."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A letter's text, and what its header says; parts of correspondents as "name | office | body"."""

    text: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    references: tuple[str, ...] = ()
    subject: str | None = None


LAYOUTS = {
    "recipient block first": Layout(
        text=f"""Rt Hon Maud Ellery MP
Secretary of State for Transport
Department for Transport
33 Horseferry Road
London SW1P 4DR

9 June 2021

Dear Secretary of State,

{BODY}

Yours sincerely,

Dr Owen Pryce
Chair
Rural Rail Council
""",
        senders=("Owen Pryce | Chair | Rural Rail Council",),
        recipients=("Maud Ellery | Secretary of State for Transport | Department for Transport",),
        date="2021-06-09",
    ),
    "sender block first": Layout(
        text=f"""Rural Rail Council
12 Station Road
Leeds LS1 4DY
T: 0113 496 0000
www.ruralrail.example.org

Maud Ellery MP
Minister of State for Rail
Department for Transport

Our ref: RRC/21/44
8th July 2021

Dear Minister,

{BODY}

Yours faithfully,

Sarah Whitcombe
Chief Executive
""",
        senders=("Sarah Whitcombe | Chief Executive | Rural Rail Council",),
        recipients=("Maud Ellery | Minister of State for Rail | Department for Transport",),
        date="2021-07-08",
        references=("RRC/21/44",),
    ),
    "labels": Layout(
        text=f"""To: Maud Ellery MP, Minister of State for Rail
From: Thomas Aldous, Director, Rural Rail Council
Cc: Henry Barlow MP
Date: 15/02/22
Ref: RRC/22/7
Subject: Closure of the Norvale line

Dear Minister,

{BODY}

Kind regards,

Thomas Aldous
Director, Rural Rail Council
""",
        senders=("Thomas Aldous | Director | Rural Rail Council",),
        recipients=("Maud Ellery | Minister of State for Rail | -",),
        date="2022-02-15",
        references=("RRC/22/7",),
        subject="Closure of the Norvale line",
    ),
    "a mail": Layout(
        text=f"""From: Thomas Aldous
To: Maud Ellery
Date: Tue, 8 Sep 2015 15:56:01 +0100
Subject: Closure of the Norvale line

Dear Maud,

{BODY}

Best wishes,

Thomas Aldous
""",
        senders=("Thomas Aldous | - | -",),
        recipients=("Maud Ellery | - | -",),
        date="2015-09-08",
        subject="Closure of the Norvale line",
    ),
    "American": Layout(
        text=f"""The Honorable Maria Gomez
Secretary
Department of Transportation
1200 New Jersey Avenue SE
Washington, DC 20590

July 8, 2025

RE: Closure of the Norvale line

Dear Secretary Gomez:

{BODY}

Sincerely,

Robert J. Hughes
President
Rural Rail Association
""",
        senders=("Robert J. Hughes | President | Rural Rail Association",),
        recipients=("Maria Gomez | Secretary | Department of Transportation",),
        date="2025-07-08",
        subject="Closure of the Norvale line",
    ),
    "the place before the date": Layout(
        text=f"""European Railway Forum

Ms Helena Lindqvist
Director-General
European Commission
B-1049 Brussels

Brussels, 5 December 2024

Dear Ms Lindqvist,

{BODY}

Yours sincerely,

Pieter de Vries
Secretary General
""",
        senders=("Pieter de Vries | Secretary General | European Railway Forum",),
        recipients=("Helena Lindqvist | Director-General | European Commission",),
        date="2024-12-05",
    ),
    "a first name in the salutation": Layout(
        text=f"""Dame Sara Oakeshott DBE
Independent Rail Commissioner
By email

14 March 2023

Dear Sara,

{BODY}

With best wishes,

Rt Hon Maud Ellery MP
Minister of State for Rail
""",
        senders=("Maud Ellery | Minister of State for Rail | -",),
        recipients=("Sara Oakeshott | Independent Rail Commissioner | -",),
        date="2023-03-14",
    ),
    "an office without a name": Layout(
        text=f"""14 March 2023

Dear Prime Minister,

{BODY}

Yours sincerely,

Thomas Aldous
Director, Rural Rail Council
""",
        senders=("Thomas Aldous | Director | Rural Rail Council",),
        recipients=("- | Prime Minister | -",),
        date="2023-03-14",
    ),
    "no date": Layout(
        text=f"""Dear Prime Minister,

We met in London on 3 May 2022, as you will remember. {BODY}

Yours sincerely,

Thomas Aldous
Director, Rural Rail Council
""",
        senders=("Thomas Aldous | Director | Rural Rail Council",),
        recipients=("- | Prime Minister | -",),
        date=None,
    ),
    "two signatories": Layout(
        text=f"""Maud Ellery MP
Minister of State for Rail

1 February 2020

Dear Minister,

{BODY}

Yours sincerely,

Thomas Aldous
Director, Rural Rail Council

Sarah Whitcombe
Chief Executive, Norvale Transport Trust
""",
        senders=(
            "Thomas Aldous | Director | Rural Rail Council",
            "Sarah Whitcombe | Chief Executive | Norvale Transport Trust",
        ),
        recipients=("Maud Ellery | Minister of State for Rail | -",),
        date="2020-02-01",
    ),
    "two recipients": Layout(
        text=f"""Maud Ellery MP
Minister of State for Rail

Henry Barlow MP
Minister of State for Roads

1 February 2020

Dear Maud and Henry,

{BODY}

Yours sincerely,

Thomas Aldous
Director, Rural Rail Council
""",
        senders=("Thomas Aldous | Director | Rural Rail Council",),
        recipients=(
            "Maud Ellery | Minister of State for Rail | -",
            "Henry Barlow | Minister of State for Roads | -",
        ),
        date="2020-02-01",
    ),
    "a subject behind the salutation": Layout(
        text=f"""Maud Ellery MP
Minister of State for Rail

1 February 2020

Dear Minister,

Closure of the Norvale line

{BODY}

Yours sincerely,

Thomas Aldous
""",
        senders=("Thomas Aldous | - | -",),
        recipients=("Maud Ellery | Minister of State for Rail | -",),
        date="2020-02-01",
        subject="Closure of the Norvale line",
    ),
    "references on both sides": Layout(
        text=f"""Department for Transport
33 Horseferry Road
London

Our ref: MC/1234
Your ref: RRC/21/44

1 February 2020

Dr Owen Pryce
Chair, Rural Rail Council

Dear Dr Pryce,

{BODY}

Yours sincerely,

Maud Ellery
Minister of State for Rail
""",
        senders=("Maud Ellery | Minister of State for Rail | Department for Transport",),
        recipients=("Owen Pryce | Chair | Rural Rail Council",),
        date="2020-02-01",
        references=("MC/1234", "RRC/21/44"),
    ),
    "a web page around the letter": Layout(
        text=f"""Home

Published 3 March 2020

Letter text:

Maud Ellery MP
Minister of State for Rail

1 February 2020

Dear Minister,

{BODY}

Yours sincerely,

Thomas Aldous
Director, Rural Rail Council
""",
        senders=("Thomas Aldous | Director | Rural Rail Council",),
        recipients=("Maud Ellery | Minister of State for Rail | -",),
        date="2020-02-01",
    ),
    "copies at the foot": Layout(
        text=f"""Maud Ellery MP
Minister of State for Rail

1 February 2020

Dear Minister,

{BODY}

Yours sincerely,

Thomas Aldous
Director, Rural Rail Council

cc: Henry Barlow MP
""",
        senders=("Thomas Aldous | Director | Rural Rail Council",),
        recipients=("Maud Ellery | Minister of State for Rail | -",),
        date="2020-02-01",
    ),
    "post-nominals and pronouns": Layout(
        text=f"""Cllr Tariq Aziz
Mayor of Norvale

2022-02-15

Dear Councillor Aziz,

{BODY}

Yours sincerely,

Professor Alice Munro-Reid CBE Ph.D. (she/her)
Provost
University of Norvale
""",
        senders=("Alice Munro-Reid | Provost | University of Norvale",),
        recipients=("Tariq Aziz | Mayor of Norvale | -",),
        date="2022-02-15",
    ),
    "on one line": Layout(
        text=f"Rural Rail Council 9 June 2021 Dear Prime Minister, {BODY.replace(chr(10) * 2, ' ')} Yours"
        " sincerely, Thomas Aldous, Director, Rural Rail Council\n",
        senders=("Thomas Aldous | Director | Rural Rail Council",),
        recipients=("- | Prime Minister | -",),
        date="2021-06-09",
    ),
    "signed on behalf of a body": Layout(
        text=f"""1 February 2020

Dear Prime Minister,

{BODY}

Yours sincerely,

Thomas Aldous
on behalf of the Rural Rail Council
""",
        senders=("Thomas Aldous | - | Rural Rail Council",),
        recipients=("- | Prime Minister | -",),
        date="2020-02-01",
    ),
}


def read_header(read: Read, name: str) -> Letter:
    (reading,) = read(LAYOUTS[name].text)
    return reading.letter


def show(people: tuple[Correspondent, ...]) -> tuple[str, ...]:
    return tuple(
        " | ".join(part or "-" for part in (person.name, person.office, person.organisation))
        for person in people
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_senders_are_those_who_sign(read: Read, name: str) -> None:
    assert show(read_header(read, name).senders) == LAYOUTS[name].senders


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_recipients_are_those_who_are_greeted(read: Read, name: str) -> None:
    assert show(read_header(read, name).recipients) == LAYOUTS[name].recipients


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_date_is_the_letters_own(read: Read, name: str) -> None:
    assert read_header(read, name).date == LAYOUTS[name].date


@pytest.mark.parametrize("name", LAYOUTS)
def test_references_and_subject_are_read_without_their_labels(read: Read, name: str) -> None:
    letter = read_header(read, name)
    assert letter.references == LAYOUTS[name].references
    assert letter.subject == LAYOUTS[name].subject


@pytest.mark.parametrize("name", ["labels", "copies at the foot"])
def test_people_copied_in_are_no_recipients(read: Read, name: str) -> None:
    assert "Henry Barlow" in {person.name for person in read_header(read, name).copied_to}


@pytest.mark.parametrize(
    "text", ["", "A shopping list: eggs and milk.", "Some notes\n\nNothing much happened today.\n"]
)
def test_a_text_without_head_and_closing_is_no_letter(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_header_that_lacks_something_is_a_problem_to_check(read: Read) -> None:
    (reading,) = read(f"Dear all,\n\n{BODY}\n\nYours sincerely,\n")
    assert [finding.message for finding in reading.findings] == [
        "No date of the letter's own was found.",
        "No sender was found.",
        "No recipient was found.",
    ]
