"""The nightly command: its numbers, its exit codes, and no name in what it says."""

from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command

from pages.comments.models import PublicComment
from pages.comments.privacy import registry
from pages.comments.privacy.orphans import scan_storage
from tests.factories.comments import ConsultationFactory, PublicCommentFactory, today
from tests.pages.comments.cases import history
from tests.pages.comments.privacy.author import (
    CONTACT,
    EMAIL,
    NAME,
    give_scan,
    private_place,
    stored,
)
from tests.pages.programmes.closed import consulted

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("private_place", "no_other_rooms"),
]
__all__ = ["private_place"]


@pytest.fixture
def no_other_rooms():
    with patch.object(registry, "_erasers", []):
        yield


@pytest.fixture
def consultation():
    return ConsultationFactory(
        draft=consulted(title="Wersja 3"),
        opens_on=today(-60),
        closes_on=today(-40),
        erase_contacts_on=today(),
    )


@pytest.fixture
def comment(consultation):
    comment = PublicCommentFactory(consultation=consultation, **CONTACT)
    give_scan(comment)
    return comment


def run(*options):
    """Run the command; return its exit code and what it says on both channels."""
    said, told = StringIO(), StringIO()
    try:
        call_command("erase_expired_contacts", *options, stdout=said, stderr=told)
    except SystemExit as ended:
        return ended.code, said.getvalue(), told.getvalue()
    return 0, said.getvalue(), told.getvalue()


def test_what_is_due_goes_and_is_told_in_numbers(comment):
    code, said, told = run()

    assert code == 0
    assert said == (
        "2014, Wersja 3: erased the contact data of 1 comments (0 never confirmed) "
        "and 0 other things; 0 left\n"
    )
    assert told == "1 comments\n"
    assert (stored(comment).email, stored(comment).scan.name) == ("", "")


def test_second_night_has_nothing_to_do_and_says_nothing(comment):
    run()

    assert run() == (0, "", "")
    assert len(history(comment)) == 1


def test_dry_run_writes_nothing_and_names_nobody(comment):
    code, said, told = run("--dry-run")

    assert (code, told) == (0, "")
    assert "would erase the contact data of 1 comments" in said
    assert NAME not in said
    assert EMAIL not in said
    assert stored(comment).email == EMAIL
    assert scan_storage().exists(stored(comment).scan.name)
    assert history(comment) == []


def test_exit_code_is_1_while_a_scan_cannot_be_deleted(comment):
    with patch.object(scan_storage(), "delete", side_effect=PermissionError):
        code, said, _told = run()

    assert code == 1
    assert "1 left" in said
    assert stored(comment).scan
    assert run()[0] == 0
    assert not stored(comment).scan


def test_programme_is_chosen_by_its_slug(comment, consultation):
    slug = consultation.programme.slug
    with pytest.raises(CommandError) as refused:
        call_command("erase_expired_contacts", "--programme", "nie-ma")
    assert refused.value.returncode == 2
    assert PublicComment.objects.get().email

    code, said, _told = run("--programme", slug)

    assert (code, "1 comments" in said) == (0, True)
    assert not PublicComment.objects.get().email


def test_other_programme_is_left_alone(comment, consultation):
    programme = consultation.programme
    other = programme.copy(
        recursive=False, update_attrs={"slug": "program-2015", "year": 2015}
    )

    assert run("--programme", other.slug) == (0, "", "")
    assert stored(comment).email


def test_help_tells_the_exit_codes(capsys):
    with pytest.raises(SystemExit):
        call_command("erase_expired_contacts", "--help")

    told = capsys.readouterr().out
    assert "--dry-run" in told
    assert "Exit code 0" in " ".join(told.split())
