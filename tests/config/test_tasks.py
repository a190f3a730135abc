"""What waits for a worker, and what does not; the same on every Django."""

import pytest
from django_tasks import task
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task

from pages.comments.mail.tasks import send_due_mail
from tests.worker import work_off

from .processes import COMPLETE, python

IMMEDIATE = "django_tasks.backends.immediate.ImmediateBackend"
done = []


@task(backend="background", queue_name="exports")
def export(number):
    done.append(number)
    return number


@task(backend="background", queue_name="imports")
def fail():
    raise ValueError("a row is wrong")


@pytest.mark.django_db
def test_background_work_waits_for_the_worker_in_its_queue():
    done.clear()
    export.enqueue(7)
    assert done == []

    assert work_off() == ["SUCCESSFUL"]

    assert done == [7]
    row = DBTaskResult.objects.get()
    assert (row.queue_name, row.backend_name) == ("exports", "background")
    assert row.return_value == 7


@pytest.mark.django_db
def test_worker_goes_on_when_a_task_fails():
    fail.enqueue()
    export.enqueue(8)

    assert work_off() == ["FAILED", "SUCCESSFUL"]


@pytest.mark.parametrize(
    "work", [insert_or_update_object_task, update_reference_index_task]
)
def test_search_and_references_never_wait_for_a_worker(work):
    backend = work.get_backend()

    assert f"{type(backend).__module__}.{type(backend).__name__}" == IMMEDIATE


def test_mail_waits_in_the_database():
    assert isinstance(send_due_mail.get_backend(), DatabaseBackend)
    assert send_due_mail.get_backend().queues == {
        "mail",
        "exports",
        "imports",
        "search",
        "webhooks",
    }


def test_queue_is_what_the_environment_says():
    asked = (
        "import django; django.setup()\n"
        "from pages.comments.mail.tasks import send_due_mail\n"
        "print(type(send_due_mail.get_backend()).__name__)\n"
    )

    for backend, name in ((IMMEDIATE, "ImmediateBackend"), ("", "DatabaseBackend")):
        answer = python(
            "-c", asked, PYTHONPATH="site", TASKS_BACKEND=backend, **COMPLETE
        )
        assert answer.stdout.strip() == name, answer.stderr
