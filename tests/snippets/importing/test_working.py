"""Long lists are checked and taken in by the worker, which may die."""

import datetime

import pytest
from django.utils import timezone

from snippets.importing import running, working
from snippets.importing.running import (
    WrongStateError,
    is_stale,
    recover,
    request_check,
    request_import,
)
from snippets.models import ImportBatch, Organisation
from tests.worker import work_off

from .lists import TWO, as_csv, uploaded

pytestmark = pytest.mark.django_db
State = ImportBatch.State


def test_long_list_waits_for_the_worker(
    monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(running, "ROWS_AT_ONCE", 1)
    batch = uploaded(as_csv(*TWO))

    with django_capture_on_commit_callbacks(execute=True):
        request_check(batch)
    assert batch.state == State.CHECKING
    work_off()
    batch.refresh_from_db()
    assert batch.state == State.CHECKED

    with django_capture_on_commit_callbacks(execute=True):
        request_import(batch, user=None)
    assert batch.state == State.IMPORTING
    work_off()
    batch.refresh_from_db()
    assert batch.state == State.IMPORTED
    assert Organisation.objects.count() == 2


def test_worker_that_died_leaves_nothing_half_written(
    monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(running, "ROWS_AT_ONCE", 1)
    batch = checked_by_hand(as_csv(*TWO), django_capture_on_commit_callbacks)
    with django_capture_on_commit_callbacks(execute=False):
        request_import(batch, user=None)
    assert not is_stale(batch)
    with pytest.raises(WrongStateError):
        recover(batch)
    long_ago = timezone.now() - datetime.timedelta(minutes=10)
    ImportBatch.objects.filter(pk=batch.pk).update(beat_at=long_ago)
    batch.refresh_from_db()

    assert is_stale(batch)
    recover(batch)

    assert batch.state == State.CHECKED
    assert not Organisation.objects.exists()
    working.import_batch(batch.pk, user=None)
    assert not Organisation.objects.exists(), "the dead worker's task does nothing"


def checked_by_hand(content, callbacks):
    batch = uploaded(content)
    with callbacks(execute=True):
        request_check(batch)
    work_off()
    batch.refresh_from_db()
    return batch
