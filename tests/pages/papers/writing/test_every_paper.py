"""Every paper as every file, of consultations that are unlike others."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from wagtail.models import Page

from pages.papers.kinds import FORMS, FileForm
from tests.factories.comments import PublicCommentFactory

PAPERS = [(paper, form) for paper, forms in FORMS.items() for form in forms]
# Arabic, Chinese, private use, marks that combine, directions turned round, emoji.
AWKWARD = (
    "\u0627\u0644\u0639 漢字 \ue000 e\u0301\u0323\u0489 \u202eabc\u2066 👩‍👩‍👧 \x07"
)
FORMULAS = ("=1+1", "\t=1+1", "\r@SUM(1)", "＝1+1", "-2+3", "\u200b=1", "\u00a0+1")


def opened(content, form):
    """Open a file as the program that it is for; return how much is in it."""
    if form == FileForm.CSV:
        return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    if form == FileForm.JSON:
        return json.loads(content)
    if form == FileForm.XLSX:
        return list(load_workbook(BytesIO(content)).active.values)
    if form == FileForm.DOCX:
        return Document(BytesIO(content)).paragraphs
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize("language", ["pl", "en", "uk", "be"])
@pytest.mark.parametrize(("paper", "form"), PAPERS)
def test_paper_of_nothing_can_be_opened(written, paper, form, language):
    assert opened(written(form, language, paper=paper), form)


@pytest.mark.parametrize(("paper", "form"), PAPERS)
def test_paper_before_the_first_day_can_be_opened(here, written, paper, form):
    here.consultation.opens_on = date(2099, 1, 1)
    here.consultation.closes_on = date(2099, 1, 31)
    here.consultation.save()
    # Its text is closed: only the database can hide it.
    Page.objects.filter(pk=here.consultation.draft_id).update(live=False)
    assert opened(written(form, paper=paper), form)


@pytest.mark.parametrize(("paper", "form"), PAPERS)
def test_any_characters_can_be_written(say, written, paper, form):
    say(text=AWKWARD, proposed_wording=AWKWARD, quoted=AWKWARD, citation=AWKWARD[:40])
    say(on_behalf="organisation", organisation_name=AWKWARD, text="x")
    assert opened(written(form, paper=paper, with_contacts=True), form)


@pytest.mark.parametrize("form", [FileForm.CSV, FileForm.XLSX])
def test_no_cell_is_a_formula(say, written, form):
    for text in FORMULAS:
        say(
            **dict.fromkeys(("text", "quoted", "justification"), text),
            on_behalf="organisation",
            organisation_name=text,
            name=text,
            email="=a@example.org",
        )
    content = written(form, with_contacts=True)
    if form == FileForm.XLSX:
        cells = [cell for row in load_workbook(BytesIO(content)).active for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not any(c.data_type == "n" and c.value is not None for c in cells)
        return
    texts = [text for row in opened(content, form)[1:] for text in row]
    assert not [text for text in texts if text[:1] in "=+-@\t\r＝＋－＠" and text]


def test_unconfirmed_comments_are_in_no_paper(here, written):
    PublicCommentFactory(
        consultation=here.consultation, state="unconfirmed", number=None, text="NIC"
    )
    for paper, form in PAPERS:
        assert "NIC" not in repr(opened(written(form, paper=paper), form))
