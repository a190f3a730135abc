"""What webhooks ask of the site they are installed in."""

import pytest

from pages.webhooks.checks import check_settings, check_tasks


def ids(messages):
    return [message.id for message in messages]


def test_own_settings_are_whole():
    assert ids(check_tasks()) + ids(check_settings()) == []


@pytest.mark.parametrize(
    "tasks",
    [
        {},
        {"default": {"BACKEND": "x", "QUEUES": ["webhooks"]}},
        {"background": {"BACKEND": "x", "QUEUES": ["mail"]}},
    ],
)
def test_queue_is_missed(settings, tasks):
    settings.TASKS = tasks
    assert ids(check_tasks()) == ["participation_webhooks.E001"]


def test_unknown_setting_is_named(settings):
    settings.PARTICIPATION_WEBHOOKS = {"allow_everything": True}

    [error] = check_settings()
    assert error.id == "participation_webhooks.E002"
    assert "allow_everything" in error.msg
    assert "allowed_hosts" in error.hint


@pytest.mark.parametrize("timeout", [0, 31, 600])
def test_receiver_cannot_hold_the_worker_up(settings, timeout):
    settings.PARTICIPATION_WEBHOOKS = {"timeout": timeout}
    assert ids(check_settings()) == ["participation_webhooks.E003"]
