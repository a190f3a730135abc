import pytest

from snippets.queues import miss_queue


def missed():
    found = miss_queue("background", "mail", consequence="No mail goes.", code="x.E001")
    return [(error.id, "No mail goes." in error.msg) for error in found]


@pytest.mark.parametrize(
    "tasks",
    [
        {},
        {"background": {"BACKEND": "x"}},
        {"default": {"BACKEND": "x", "QUEUES": ["mail"]}},
        {"background": {"BACKEND": "x", "QUEUES": ["imports"]}},
    ],
)
def test_queue_that_no_backend_has_is_missed(settings, tasks):
    settings.TASKS = tasks

    assert missed() == [("x.E001", True)]


def test_site_without_tasks_misses_it(settings):
    del settings.TASKS

    assert missed() == [("x.E001", True)]


def test_queue_that_is_there_is_not_missed(settings):
    settings.TASKS = {"background": {"BACKEND": "x", "QUEUES": ["imports", "mail"]}}

    assert missed() == []
