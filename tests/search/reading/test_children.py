"""What becomes of the child process when a file costs too much, or it fails."""

import logging
import sys
import time

import pytest

from search.reading.children import read_in_child
from search.reading.kinds import Kind
from search.reading.limits import Limits, UnreadableError

from .files import as_docx, as_pdf, page, paragraph

# Takes pypdf about a second a page, and gives no text.
_SLOW = b"BT /F1 12 Tf " + b"() Tj T* " * 60_000 + b"ET"


def code_of(content, kind=Kind.PDF, **limits):
    with pytest.raises(UnreadableError) as caught:
        read_in_child(content, kind, Limits(**limits))
    return caught.value.code


@pytest.fixture
def child(tmp_path, monkeypatch):
    """Puts a script in the place of Python."""

    def put(script):
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(program))

    return put


def test_text_until_the_time_limit_is_kept():
    pdf = as_pdf(page("Pierwsza strona"), *[_SLOW] * 40)
    started = time.monotonic()
    text = read_in_child(pdf, Kind.PDF, Limits(seconds=3))
    assert text.split() == ["Pierwsza", "strona"]
    assert time.monotonic() - started < 15


def test_file_without_text_until_the_time_limit_is_too_slow():
    assert code_of(as_pdf(*[_SLOW] * 40), seconds=2) == "too_slow"


def test_file_that_wants_too_much_memory_is_too_large():
    pdf = as_pdf(b" " * (200 * 2**20))
    assert code_of(pdf, memory=180 * 2**20, unpacked=2**30) == "too_large"


def test_page_after_one_that_wants_too_much_memory_is_read():
    pdf = as_pdf(page("raz"), b" " * (200 * 2**20), page("dwa"))
    limits = Limits(memory=180 * 2**20, unpacked=2**30)
    assert read_in_child(pdf, Kind.PDF, limits).split() == ["raz", "dwa"]


def test_package_that_wants_too_much_memory_is_too_large():
    docx = as_docx(paragraph("a" * (200 * 2**20)))
    limits = {"memory": 180 * 2**20, "unpacked": 2**30, "seconds": 60}
    assert code_of(docx, Kind.PACKAGE, **limits) == "too_large"


def test_child_that_is_never_done_is_stopped(child):
    child("exec sleep 60")
    started = time.monotonic()
    assert code_of(b"", seconds=0.3) == "too_slow"
    assert time.monotonic() - started < 5


def test_text_of_a_child_that_was_killed_is_kept(child):
    child("echo raz; kill -9 $$")
    assert read_in_child(b"", Kind.PDF, Limits()) == "raz\n"


@pytest.mark.parametrize(("signal", "code"), [("9", "too_large"), ("XCPU", "too_slow")])
def test_killed_child_tells_why_there_is_no_text(child, signal, code):
    child(f"kill -{signal} $$")
    assert code_of(b"") == code


@pytest.mark.parametrize("script", ["exit 1", "exit 200", "kill -SEGV $$"])
def test_child_that_breaks_is_logged(child, caplog, script):
    child(f"echo raz; {script}")
    with caplog.at_level(logging.ERROR, "search.reading"):
        assert code_of(b"") == "damaged"
    assert caplog.records


def test_child_that_cannot_start_is_logged(monkeypatch, caplog):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with caplog.at_level(logging.ERROR, "search.reading"):
        assert code_of(b"") == "not_readable"
    assert caplog.records


def test_output_is_read_no_further_than_the_limit(child):
    child("yes | head -c 10000000")
    text = read_in_child(b"", Kind.PDF, Limits(characters=10))
    assert len(text) == 40


def test_child_gets_the_file_but_no_secrets(child, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "tajne")
    child("cat; env")
    text = read_in_child(b"tresc pliku", Kind.PDF, Limits())
    assert text.startswith("tresc pliku")
    assert "PYTHONPATH" in text
    assert "SECRET_KEY" not in text
