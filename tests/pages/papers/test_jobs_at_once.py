"""Which papers are made at once, which are left to the worker, and which to none."""

import pytest

from pages.papers import jobs
from pages.papers.kinds import FileForm, Paper, PaperRequest
from pages.papers.rows import count_characters
from tests.factories.comments import AnswerFactory, PublicCommentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("paper", "form", "rows", "quick"),
    [
        (Paper.TABLE, FileForm.XLSX, 1000, True),
        (Paper.TABLE, FileForm.XLSX, 1001, False),
        (Paper.TABLE, FileForm.CSV, 10_000, True),
        (Paper.TABLE, FileForm.CSV, 10_001, False),
        (Paper.TABLE, FileForm.JSON, 10_000, True),
        (Paper.PROTOCOL, FileForm.PDF, 300, True),
        (Paper.PROTOCOL, FileForm.PDF, 301, False),
        (Paper.PARAGRAPH, FileForm.DOCX, 100_000, True),
    ],
)
def test_long_papers_are_left_to_the_worker(consultation, paper, form, rows, quick):
    request = PaperRequest(consultation, paper=paper, form=form)

    assert jobs.is_quick(request, rows) is quick


@pytest.mark.parametrize(
    ("paper", "form", "rows", "too_long"),
    [
        (Paper.TABLE, FileForm.PDF, jobs.MOST_IN_PDF, False),
        (Paper.TABLE, FileForm.PDF, jobs.MOST_IN_PDF + 1, True),
        (Paper.PROTOCOL, FileForm.PDF, jobs.MOST_IN_PDF + 1, True),
        (Paper.PARAGRAPH, FileForm.PDF, jobs.MOST_IN_PDF + 1, False),
        (Paper.TABLE, FileForm.XLSX, 100_000, False),
    ],
)
def test_pdf_that_no_memory_holds_is_not_made(paper, form, rows, too_long):
    assert jobs.is_too_long(paper, form, rows) is too_long


def test_pdf_of_few_long_comments_is_left_to_the_worker(consultation, monkeypatch):
    """What it takes grows with the characters; a hidden comment has none."""
    monkeypatch.setattr(jobs, "CHARACTERS_AT_ONCE", 3000)
    request = PaperRequest(consultation, form=FileForm.PDF)
    assert jobs.is_quick(request, 4)
    long = {"consultation": consultation, "text": "x" * 3001}
    PublicCommentFactory(state="hidden", **long)
    assert jobs.is_quick(request, 4)

    PublicCommentFactory(**long)

    assert not jobs.is_quick(request, 4)
    assert jobs.is_quick(PaperRequest(consultation, form=FileForm.DOCX), 4)
    text = PaperRequest(consultation, paper=Paper.PARAGRAPH, form=FileForm.PDF)
    assert jobs.is_quick(text, 4)


def test_answers_count_in_a_paper_that_tells_them(consultation):
    comment = consultation.comments.first()
    AnswerFactory(comments=[comment], reasons="x" * 100)
    without = PaperRequest(consultation, form=FileForm.PDF)
    with_drafts = PaperRequest(consultation, form=FileForm.PDF, with_drafts=True)

    assert count_characters(with_drafts) - count_characters(without) == 100
