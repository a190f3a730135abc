from pathlib import Path

import pytest
from django.core.checks import run_checks

from snippets import checks
from tests.needs import found, without


def test_nothing_is_said_of_this_site():
    assert [m for m in run_checks() if m.id.startswith("snippets.")] == []


@pytest.mark.parametrize("name", ["wagtail.snippets", "django_filters"])
def test_app_is_missed(name):
    with without(name):
        assert found(checks.check_apps) == ["snippets.E001"]


@pytest.mark.parametrize(
    "tasks", [{}, {"background": {"BACKEND": "x", "QUEUES": ["mail"]}}]
)
def test_queue_of_imports_is_missed(settings, tasks):
    settings.TASKS = tasks

    assert found(checks.check_tasks) == ["snippets.E002"]


def test_place_of_private_files_is_missed(settings):
    settings.STORAGES = {k: v for k, v in settings.STORAGES.items() if k != "private"}

    assert found(checks.check_storage) == ["snippets.E003"]


@pytest.mark.parametrize("below", ["", "deeper"])
def test_place_of_private_files_that_everybody_can_open_is_refused(settings, below):
    options = {"location": Path(settings.MEDIA_ROOT) / below}
    settings.STORAGES = {**settings.STORAGES, "private": {"OPTIONS": options}}

    assert found(checks.check_storage) == ["snippets.E004"]
