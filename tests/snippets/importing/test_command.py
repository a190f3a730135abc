"""`manage.py import_organisations`: the same import when nobody is asked."""

import io
import json

import pytest
from django.core.management import call_command

from snippets.models import ColumnMapping, ImportBatch, Organisation
from tests.factories.snippets import OrganisationFactory, made_up_krs, made_up_nip

from .lists import as_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    """Run the command on a list; return its exit code, its report and its messages."""

    def run_on(content, *options, filename="lista.csv"):
        path = tmp_path / filename
        if content is not None:
            path.write_bytes(content)
        out, err = io.StringIO(), io.StringIO()
        code = 0
        try:
            call_command(
                "import_organisations", str(path), *options, stdout=out, stderr=err
            )
        except SystemExit as error:
            code = error.code
        return code, out.getvalue(), err.getvalue()

    return run_on


@pytest.fixture
def report(run):
    def report_on(content, *options, **kwargs):
        code, out, _err = run(content, "--json", *options, **kwargs)
        return code, json.loads(out)

    return report_on


def test_all_rows_are_taken(report):
    code, found = report(as_csv(["Fundacja A", made_up_krs(1)], ["Klub B"]))

    assert code == 0
    counts = ("new", "changed", "unchanged", "duplicates", "refused")
    assert [found[name] for name in counts] == [2, 0, 0, 0, 0]
    assert [(row["row"], row["outcome"], row["errors"]) for row in found["rows"]] == [
        (2, "new", []),
        (3, "new", []),
    ]
    assert Organisation.objects.count() == 2
    assert ImportBatch.objects.get().state == "imported"


def test_same_list_again_changes_nothing(report):
    content = as_csv(["Fundacja A", made_up_krs(1)], ["Klub B", "", "", "", "Ełk"])
    report(content)

    code, found = report(content)

    assert code == 0
    assert found["unchanged"] == 2


def test_refused_and_undecided_rows_are_told_and_the_others_taken(report):
    OrganisationFactory(name="Klub Seniora", city="Ełk", krs="")

    code, found = report(
        as_csv(["", made_up_krs(1)], ["KLUB „SENIORA”", "", "", "", "Ełk"], ["Klub B"])
    )

    assert code == 1
    assert (found["new"], found["duplicates"], found["refused"]) == (1, 1, 1)
    errors = [[error["code"] for error in row["errors"]] for row in found["rows"]]
    assert errors == [["name_missing"], ["undecided"], []]
    assert all(error["text"] for row in found["rows"] for error in row["errors"])
    assert Organisation.objects.filter(name="Klub B").exists()


def test_bad_check_digit_is_a_warning_and_the_row_is_kept(report):
    wrong = made_up_nip(1)[:-1] + str((int(made_up_nip(1)[-1]) + 1) % 10)

    code, found = report(as_csv(["Fundacja A", made_up_krs(1), "", wrong]))

    assert code == 0
    assert [warning["field"] for warning in found["rows"][0]["warnings"]] == ["nip"]
    assert Organisation.objects.get().nip == ""


def test_dry_run_writes_nothing(report):
    code, found = report(as_csv(["Fundacja A"]), "--dry-run")

    assert code == 0
    assert found["new"] == 1
    assert not Organisation.objects.exists()
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        None,
        as_csv(["a", "b"], headings=("Kolor", "Rozmiar")),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
    ],
    ids=["empty", "missing", "no names", "picture"],
)
def test_list_that_cannot_be_taken_in(run, content):
    code, out, err = run(content, "--json", filename="lista.xlsx")

    assert code == 2
    assert json.loads(out)["error"]
    assert err
    assert not ImportBatch.objects.exists()


def test_saved_mapping_is_used(report):
    ColumnMapping.objects.create(name="Wykaz", columns={"kto": "name", "gdzie": "city"})

    code, found = report(
        as_csv(["Fundacja A", "Ełk"], headings=("Kto", "Gdzie")), "--mapping", "Wykaz"
    )

    assert code == 0
    assert found["file"]["columns"] == {"Kto": "name", "Gdzie": "city"}
    assert Organisation.objects.get().city == "Ełk"


def test_mapping_that_is_not_saved_stops(run):
    code, _out, err = run(as_csv(["Fundacja A"]), "--mapping", "Nie ma")

    assert code == 2
    assert "Nie ma" in err


def test_mapping_that_no_longer_fits_stops(run):
    ColumnMapping.objects.create(name="Wykaz", columns={"kto": "name"})

    code, _out, _err = run(as_csv(["A"], headings=("Kolor",)), "--mapping", "Wykaz")

    assert code == 2
    assert not Organisation.objects.exists()


def test_encoding_can_be_said(report):
    content = as_csv(["Żółć"], encoding="cp1250")

    _code, found = report(content, "--encoding", "cp1250")

    assert found["rows"][0]["name"] == "Żółć"


def test_unknown_option_value_is_told_without_a_trace(run):
    code, _out, err = run(as_csv(["Fundacja A"]), "--encoding", "klingon")

    assert code == 2
    assert "Traceback" not in err


def test_unforeseen_error_is_not_taken_for_refused_rows(run, monkeypatch):
    def break_down(*args):
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("snippets.importing.writing.write_listed", break_down)
    code, out, err = run(as_csv(["Fundacja A"]), "--json")

    assert code == 2
    assert json.loads(out)["error"]
    assert "unforeseen" in err
    assert not ImportBatch.objects.exists()
    assert not Organisation.objects.exists()
