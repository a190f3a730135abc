"""`manage.py export_comments`: which consultation, what file, what goes wrong."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from pages.papers.management.commands import export_comments
from tests.factories.comments import AnswerFactory, ConsultationFactory, today
from tests.pages.programmes.closed import consulted


@pytest.fixture
def run(here):
    """Run the command for the programme; return what it says on stderr."""

    def run_it(*arguments, programme=None):
        stderr = io.StringIO()
        slug = programme or here.city.programme.slug
        call_command("export_comments", slug, *arguments, stderr=stderr)
        return stderr.getvalue()

    return run_it


@pytest.fixture
def target(tmp_path):
    return tmp_path / "uwagi"


@pytest.fixture
def export(run, target):
    """Write the table as JSON in English; return it."""

    def export_it(*arguments):
        options = ("--format", "json", "--language", "en", "--output", str(target))
        run(*options, *arguments)
        return json.loads(target.read_text())

    return export_it


def refusal(run, *arguments, **values):
    """Return why the command does nothing."""
    with pytest.raises(CommandError) as refused:
        run(*arguments, **values)
    return str(refused.value)


class TestWritten:
    def test_a_table_in_the_language_of_the_city(self, say, run, target):
        comment = say()
        said = run("--format", "csv", "--output", str(target))
        text = target.read_text("utf-8-sig")
        (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
        assert comment.code in row.values()
        assert any(value.startswith("ust. 1") for value in row.values())
        assert "1/1" in said
        assert "1 comments written" in said

    @pytest.mark.parametrize("paper", ["table", "protocol", "paragraph"])
    @pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
    def test_every_paper(self, paper, form, start, run, target):
        run("--format", form, "--paper", paper, "--output", str(target))
        assert target.read_bytes().startswith(start)

    def test_persons_are_named_only_where_it_is_asked_for(self, say, export, target):
        say(name="Anna Żółwica", email="anna@example.org")
        export()
        assert "Żółwica" not in target.read_text()
        assert "anna@" not in target.read_text()
        (comment,) = export("--with-contacts")["comments"]
        assert comment["contact"] == "Anna Żółwica, anna@example.org"

    def test_answers_in_preparation_only_where_they_are_asked_for(self, say, export):
        AnswerFactory(comments=[say()], reasons="Może.")
        assert export()["comments"][0]["reasons"] == ""
        assert export("--with-drafts")["comments"][0]["reasons"] == "Może."

    def test_to_standard_output(self, say, here, run, capfdbinary):
        say()
        said = run("--format", "csv", "--output", "-")
        assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbf")
        assert "1 comments written" in said

    def test_contacts_are_readable_for_their_owner_alone(self, say, export, target):
        say()
        export("--with-contacts")
        assert target.stat().st_mode & 0o077 == 0


class TestWhichConsultation:
    @pytest.fixture
    def later(self, here):
        draft = consulted(here.city, number=4, title="Wersja 4")
        return ConsultationFactory(
            draft=draft, opens_on=today(-1), closes_on=today(+20)
        )

    def test_the_newest(self, later, export):
        assert export()["consultation"]["version_number"] == 4

    def test_the_one_of_a_version(self, later, export):
        assert export("--draft", "3")["consultation"]["version_number"] == 3

    def test_a_version_that_has_none(self, later, run, target):
        arguments = ("--format", "csv", "--output", str(target), "--draft", "7")
        said = refusal(run, *arguments)
        assert "no consultation of version 7" in said
        assert "4, 3" in said

    def test_a_programme_that_has_none(self, here, run, target):
        here.consultation.delete()
        said = refusal(run, "--format", "csv", "--output", str(target))
        assert "There are none." in said

    def test_a_programme_that_is_not_there(self, here, run, target):
        arguments = ("--format", "csv", "--output", str(target))
        said = refusal(run, *arguments, programme="2099")
        assert "2099" in said
        assert here.city.programme.slug in said


class TestRefused:
    def test_a_protocol_is_no_spreadsheet(self, run, target):
        arguments = ("--format", "xlsx", "--paper", "protocol")
        said = refusal(run, *arguments, "--output", str(target))
        assert "only as docx, pdf" in said
        assert not target.exists()

    def test_a_folder_that_is_not_there(self, run, target):
        path = str(target / "uwagi.csv")
        assert path in refusal(run, "--format", "csv", "--output", path)

    def test_a_folder_in_the_place_of_the_file(self, run, target):
        target.mkdir()
        assert str(target) in refusal(run, "--format", "csv", "--output", str(target))
        assert list(target.parent.iterdir()) == [target]

    def test_what_was_there_stays_where_something_goes_wrong(
        self, run, target, monkeypatch
    ):
        def fail(output, request, progress):
            output.write(b"half")
            raise RuntimeError

        monkeypatch.setattr(export_comments, "write_paper", fail)
        target.write_text("dawne")
        with pytest.raises(RuntimeError):
            run("--format", "csv", "--output", str(target))
        assert target.read_text() == "dawne"
        assert list(target.parent.iterdir()) == [target]


def test_a_shell_is_told_by_the_exit_code(tmp_path):
    database = f"sqlite:///{tmp_path / 'none.sqlite3'}"
    arguments = ("none", "--format", "csv", "--paper", "protocol", "--output", "-")
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "manage.py", "export_comments", *arguments],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "DATABASE_URL": database},
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "only as docx, pdf" in done.stderr
