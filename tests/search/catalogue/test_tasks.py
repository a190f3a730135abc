"""Files wait for the worker, and a queue that does not answer harms nobody."""

import logging

import pytest
from django_tasks_db.models import DBTaskResult

from search.catalogue import tasks
from search.models import DocumentText, ReadingState, source_of
from tests.factories.documents import DocumentFactory, letter, replace_file
from tests.worker import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_file_is_read_by_the_worker(committed):
    with committed():
        document = DocumentFactory(text="Sadzonki")
    waiting = DBTaskResult.objects.get()
    assert (waiting.backend_name, waiting.queue_name) == ("background", "search")
    assert not DocumentText.objects.exists()
    assert work_off() == ["SUCCESSFUL"]
    assert DocumentText.objects.get(document=document).text == "Sadzonki"
    assert not DBTaskResult.objects.ready().exists()


def test_damaged_file_ends_its_task(committed):
    with committed():
        DocumentFactory(content=b"%PDF-1.4", filename="pismo.pdf")
    assert work_off() == ["SUCCESSFUL"]
    assert not DBTaskResult.objects.ready().exists()
    assert DocumentText.objects.get().state == ReadingState.DAMAGED


def test_document_is_saved_where_the_queue_is_away(monkeypatch, committed, caplog):
    def fail(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(type(tasks.read_file.get_backend()), "enqueue", fail)
    with caplog.at_level(logging.ERROR), committed():
        document = DocumentFactory()
    assert type(document).objects.filter(pk=document.pk).exists()
    assert caplog.records


def test_rest_is_what_has_no_text_of_its_file(committed):
    read, waiting, replaced, new = (DocumentFactory() for _ in range(4))
    for document in (read, waiting, replaced):
        DocumentText.objects.create(
            document=document, source=source_of(document), state=ReadingState.READ
        )
    DocumentText.objects.filter(document=waiting).update(state=ReadingState.WAITING)
    replace_file(replaced, letter("Nowe"))
    with committed():
        assert tasks.ask_to_read_rest() == 3
    asked = [row.args_kwargs["args"] for row in DBTaskResult.objects.all()]
    assert sorted(asked) == sorted([str(one.pk)] for one in (waiting, replaced, new))
    work_off()
    assert tasks.ask_to_read_rest() == 0


def test_file_is_read_again_on_demand(committed):
    document = DocumentFactory(text="Sadzonki")
    DocumentText.objects.create(
        document=document,
        source=source_of(document),
        digest=document.file_hash,
        state=ReadingState.TOO_SLOW,
    )
    with committed():
        assert tasks.ask_to_read_again(DocumentText.objects.unread()) == 1
    assert DocumentText.objects.get().state == ReadingState.WAITING
    work_off()
    text = DocumentText.objects.get()
    assert (text.state, text.text) == (ReadingState.READ, "Sadzonki")
