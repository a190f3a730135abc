"""Each night, what nobody came back for is forgotten, and files without a row."""

import os
from datetime import timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from pages.comments.privacy import registry
from pages.papers.forgetting import FOLDERS, KEPT_FOR, forget_all_old
from pages.papers.models import AnswerSheet, JobState, PaperJob
from snippets.private_files import private_storage
from tests.factories.comments import ConsultationFactory
from tests.pages.programmes.closed import staff

pytestmark = pytest.mark.django_db(transaction=True)
OLD = KEPT_FOR + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def storage():
    return private_storage()


@pytest.fixture
def keep():
    """Keep a paper, or a table brought back, asked for so long ago; return its file."""
    consultation, user = ConsultationFactory(), staff("kancelaria", "Redakcja")

    def keep_it(model, age):
        values = {"paper": "table", "form": "xlsx", "state": JobState.DONE}
        row = model(
            consultation=consultation,
            user=user,
            created_at=timezone.now() - age,
            **(values if model is PaperJob else {}),
        )
        row.file.save("x.xlsx", ContentFile(b"x"))
        return row.file.name

    return keep_it


def night(*options):
    said = StringIO()
    call_command("erase_expired_contacts", *options, stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("model", [PaperJob, AnswerSheet])
def test_what_is_old_goes_at_night_though_nobody_opens_a_page(keep, model, storage):
    old, young = keep(model, OLD), keep(model, timedelta())

    said = night("--dry-run")
    assert "1 files" in said
    assert storage.exists(old)

    night()
    assert not storage.exists(old)
    assert storage.exists(young)
    assert model.objects.get().file.name == young
    assert night() == ""


@pytest.mark.parametrize("folder", [folder for folder, _model in FOLDERS])
def test_file_of_a_worker_that_was_killed_goes_after_a_day(folder, storage):
    young, old = (
        storage.save(f"{folder}/{name}", ContentFile(b"x")) for name in ("a", "b")
    )
    yesterday = (timezone.now() - timedelta(days=1, minutes=1)).timestamp()
    os.utime(storage.path(old), (yesterday, yesterday))

    assert forget_all_old(dry_run=True) == 1
    assert forget_all_old(dry_run=False) == 1
    assert storage.exists(young)
    assert not storage.exists(old)


def test_room_that_fails_is_told_by_the_exit_code_and_keeps_no_other_from_it(
    keep, storage
):
    old = keep(PaperJob, OLD)

    def fail(dry_run):
        raise OSError

    with (
        patch.object(registry, "_forgetters", [fail, forget_all_old]),
        pytest.raises(SystemExit) as ended,
    ):
        night()
    assert ended.value.code == 1
    assert not storage.exists(old)
