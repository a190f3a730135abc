"""What a person sees who starts the site with the environment wrong."""

import pytest

from .processes import COMPLETE, python


def test_check_tells_all_that_is_missing_when_nothing_is_set(tmp_path):
    done = python("manage.py", "check", "--deploy", STATIC_ROOT=str(tmp_path))

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for number in ("E001", "E002", "E003", "W001", "W002", "W004"):
        assert f"(config.{number})" in done.stderr


@pytest.mark.parametrize("entrance", ["config.wsgi", "config.asgi"])
def test_server_refuses_to_start_when_the_key_is_missing(entrance):
    done = python("-c", f"import {entrance}", **{**COMPLETE, "SECRET_KEY": ""})

    assert done.returncode == 3
    [line] = done.stderr.splitlines()
    assert line.startswith("config.E001 SECRET_KEY is not set. ")


def test_command_ends_in_one_line_when_the_database_is_not_understood():
    done = python("manage.py", "migrate", DATABASE_URL="mysql://city:secret@host/name")

    assert done.returncode == 3
    [line] = done.stderr.splitlines()
    assert line.startswith("DATABASE_URL in the environment is not understood: ")
    assert "secret" not in line


def test_server_starts_and_is_not_ready_when_the_database_is_away():
    done = python(
        "-c",
        "from config.wsgi import application\n"
        "from django.test import Client\n"
        "for name in ('live', 'ready'):\n"
        "    print(Client().get(f'/health/{name}').content.decode())\n",
        **COMPLETE,
    )

    live, ready = done.stdout.splitlines()
    assert live == '{"status": "ok"}'
    assert ready == (
        '{"status": "unavailable", "failed": ["database", "cache", "migrations"]}'
    )
    lines = done.stderr.splitlines()
    assert [line.split(" ", 2)[2].partition(" |")[0] for line in lines] == [
        "WARNING config.health Not ready: database",
        "WARNING config.health Not ready: cache",
        "WARNING config.health Not ready: migrations",
        "ERROR django.request Service Unavailable: /health/ready",
    ]
