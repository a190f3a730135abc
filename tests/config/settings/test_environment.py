from pathlib import Path

import pytest

from config.settings import environment

WRONG = [
    ("database", "nonsense"),
    ("database", "mysql://user:hidden@host/name"),
    ("database", "postgres://user:hidden@host"),
    ("database", "postgres://user:hidden@host:port/name"),
    ("cache", "hidden://host"),
    ("mail", "hidden://host"),
    ("mail", "smtp://user:hidden@host:port"),
]


@pytest.fixture
def read(monkeypatch):
    def read(kind, value, *default):
        monkeypatch.setenv("NAME", value)
        return getattr(environment, kind)("NAME", *default)

    return read


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_address_ends_the_process_when_it_is_wrong(read, capsys, kind, value):
    with pytest.raises(SystemExit, match="3"):
        read(kind, value, "")

    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("NAME in the environment is not understood: write ")
    assert "hidden" not in line


@pytest.mark.parametrize(
    ("kind", "value", "default"),
    [("switch", "tak", ()), ("number", "-1", (0,)), ("folder", "var", (Path("/"),))],
)
def test_word_ends_the_process_when_it_is_wrong(read, kind, value, default):
    with pytest.raises(SystemExit):
        read(kind, value, *default)


def test_switch_is_on_and_off(read):
    assert [read("switch", word) for word in ("1", "On", "0", "")] == [
        True,
        True,
        False,
        False,
    ]


def test_words_are_what_is_between_commas(read):
    assert read("words", " a, b,,") == ["a", "b"]


def test_default_is_taken_when_the_value_is_empty(read):
    assert read("number", " ", 5) == 5
    assert read("text", "", "x") == "x"


def test_postgres_keeps_its_connections_and_options(read):
    found = read("database", "postgres://u:p%40@h:5433/n?sslmode=require", "")

    assert (found["PASSWORD"], found["PORT"]) == ("p@", 5433)
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert (found["CONN_MAX_AGE"], found["CONN_HEALTH_CHECKS"]) == (60, True)


def test_postgres_is_reached_by_its_socket(read):
    found = read("database", "postgres:////run/postgresql/city", "")

    assert (found["HOST"], found["NAME"]) == ("/run/postgresql", "city")


def test_sqlite_waits_for_its_writer(read):
    found = read("database", "sqlite:////srv/city/db.sqlite3", "")

    assert found["NAME"] == "/srv/city/db.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_cache_table_may_hold_more_than_django_lets_it(read):
    assert read("cache", "", "dbcache://django_cache") == {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }


def test_redis_takes_the_place_of_the_table(read):
    assert read("cache", "redis://127.0.0.1:6379/0", "dbcache://django_cache") == {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://127.0.0.1:6379/0",
    }


def test_mail_server_has_its_password(read):
    found = read("mail", "smtp+tls://city%40x:secret@mail.example:587", "")

    assert found == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example",
        "EMAIL_HOST_USER": "city@x",
        "EMAIL_HOST_PASSWORD": "secret",
        "EMAIL_PORT": 587,
        "EMAIL_TIMEOUT": 10,
        "EMAIL_USE_TLS": True,
    }
