import pytest
from django.core.checks import run_checks
from django.test import override_settings

from pages.comments import checks


def found(check):
    return [message.id for message in check()]


def test_nothing_is_said_of_this_site():
    own = [m for m in run_checks() if m.id.startswith("public_comments.")]

    assert own == []


@pytest.mark.parametrize(
    "tasks",
    [
        {},
        {"default": {"BACKEND": "x", "QUEUES": ["mail"]}},
        {"background": {"BACKEND": "x", "QUEUES": ["exports"]}},
    ],
)
def test_queue_of_mail_is_missed(settings, tasks):
    settings.TASKS = tasks

    assert found(checks.check_tasks) == ["public_comments.E001"]


def test_limit_that_there_is_not_is_named(settings):
    settings.PUBLIC_COMMENTS = {"most_link": 3}

    (message,) = checks.check_limits()

    assert message.id == "public_comments.E004"
    assert "most_link" in message.msg
    assert "most_links" in message.hint


@pytest.mark.parametrize(("seconds", "ids"), [(5, []), (6, ["public_comments.E005"])])
def test_least_time_that_shuts_people_out_is_refused(settings, seconds, ids):
    settings.PUBLIC_COMMENTS = {"least_seconds": seconds}

    assert found(checks.check_limits) == ids


@pytest.mark.parametrize(
    ("steps", "ids"),
    [
        (0, ["public_comments.E007"]),
        (1, []),
        (20_000, []),
        (20_001, ["public_comments.E007"]),
    ],
)
def test_work_that_is_none_or_too_much_for_a_phone_is_refused(settings, steps, ids):
    settings.PUBLIC_COMMENTS = {"challenge_steps": steps}

    assert found(checks.check_limits) == ids


@pytest.mark.parametrize(
    ("backend", "ids"),
    [
        ("locmem.LocMemCache", ["public_comments.W008"]),
        ("dummy.DummyCache", ["public_comments.W008"]),
        ("db.DatabaseCache", []),
        ("redis.RedisCache", []),
    ],
)
def test_cache_that_processes_do_not_share_is_told(settings, backend, ids):
    settings.CACHES = {"default": {"BACKEND": f"django.core.cache.backends.{backend}"}}

    assert found(checks.check_cache) == ids


@override_settings(ROOT_URLCONF="tests.snippets.public_urls")
def test_addresses_are_missed():
    assert found(checks.check_addresses) == ["public_comments.E006"]
