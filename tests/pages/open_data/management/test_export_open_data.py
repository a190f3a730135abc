"""`manage.py export_open_data` by the shell's rules."""

import io

import pytest
from django.core.management import CommandError, call_command

from pages.comments.privacy.expiring import forget_elsewhere
from pages.open_data.publishing import alone
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


def run(*args):
    out, err = io.StringIO(), io.StringIO()
    call_command("export_open_data", *map(str, args), stdout=out, stderr=err)
    return out.getvalue().split(), err.getvalue()


def code_of(*args):
    with pytest.raises(CommandError) as caught:
        run(*args)
    return caught.value.returncode


def test_changed_files_go_to_stdout_and_progress_to_stderr(tmp_path):
    OrganisationFactory()
    changed, told = run(tmp_path / "new" / "folder")

    assert "organisations.csv" in changed
    assert "organisations: 1 rows" in told
    assert run(tmp_path / "new" / "folder")[0] == []


def test_folder_of_the_setting_is_taken_where_none_is_named(folder):
    run("--only", "comments")

    assert (folder / "comments.csv").exists()
    assert not (folder / "meetings.csv").exists()


@pytest.mark.parametrize("address", ["ftp://x.org", "example"])
def test_what_is_no_address_ends_with_2(folder, address):
    assert code_of("--base-url", address) == 2
    assert not folder.exists()


def test_no_folder_anywhere_ends_with_2(settings):
    settings.PARTICIPATION_OPEN_DATA = {}

    assert code_of() == 2


def test_folder_that_cannot_be_written_ends_with_1(tmp_path):
    (tmp_path / "file").write_text("")

    assert code_of(tmp_path / "file") == 1


def test_second_run_ends_with_3(tmp_path):
    with alone(tmp_path):
        assert code_of(tmp_path) == 3


def test_night_writes_the_files_and_a_dry_run_does_not(folder):
    assert forget_elsewhere(dry_run=True)[1] == 0
    assert not folder.exists()
    assert forget_elsewhere(dry_run=False)[1] == 0
    assert (folder / "SHA256SUMS").exists()
