import pytest
from django.core.checks import run_checks

from pages.papers import checks


def test_nothing_is_said_of_this_site():
    own = [m for m in run_checks() if m.id.startswith("consultation_papers.")]

    assert own == []


@pytest.mark.parametrize(
    "tasks",
    [
        {},
        {"default": {"BACKEND": "x", "QUEUES": ["exports"]}},
        {"background": {"BACKEND": "x", "QUEUES": ["mail", "imports"]}},
    ],
)
def test_queue_of_papers_is_missed(settings, tasks):
    settings.TASKS = tasks

    assert [m.id for m in checks.check_tasks()] == ["consultation_papers.E001"]
