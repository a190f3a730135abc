"""The way in: each paper as each of its files, and no other."""

from io import BytesIO

import pytest

from pages.papers.kinds import FORMS, FileForm, Paper
from pages.papers.writing import FormRefusedError, write_paper

STARTS = {
    FileForm.CSV: b"\xef\xbb\xbf",
    FileForm.XLSX: b"PK",
    FileForm.DOCX: b"PK",
    FileForm.PDF: b"%PDF-",
    FileForm.JSON: b"{\n",
}
EVERY = [(paper, form) for paper in Paper for form in FileForm]
THERE = [(paper, form) for paper, form in EVERY if form in FORMS[paper]]
NOT_THERE = [pair for pair in EVERY if pair not in THERE]


@pytest.mark.parametrize(("paper", "form"), THERE)
def test_every_paper_comes_as_each_of_its_files(paper, form, say, written):
    say()
    told = []
    data = written(form, paper=paper, progress=told.append)
    assert data.startswith(STARTS[form])
    if paper == Paper.TABLE:
        assert told == [1]


@pytest.mark.parametrize(("paper", "form"), NOT_THERE)
def test_a_text_is_no_table(paper, form, ask):
    output = BytesIO()
    with pytest.raises(FormRefusedError):
        write_paper(output, ask(paper=paper, form=form))
    assert output.getvalue() == b""
