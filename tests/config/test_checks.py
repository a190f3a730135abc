import pytest
from django.core.checks import run_checks

from config import checks

GOOD = {
    "ALLOWED_HOSTS": ["city.example"],
    "BASE_URL": "https://city.example",
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache"}},
    "DEFAULT_FROM_EMAIL": "programme@city.example",
    "SECRET_KEY": "0123456789" * 5,
}
LOCAL_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
BAD = [
    ("SECRET_KEY", "", "config.E001"),
    ("SECRET_KEY", "0123456789", "config.E001"),
    ("SECRET_KEY", "0" * 50, "config.E001"),
    ("ALLOWED_HOSTS", [], "config.E002"),
    ("ALLOWED_HOSTS", ["*"], "config.W005"),
    ("BASE_URL", "http://city.example", "config.W002"),
    ("BASE_URL", "https://other.example", "config.W002"),
    ("CACHES", {"default": LOCAL_MEMORY}, "config.W003"),
    ("DEFAULT_FROM_EMAIL", "webmaster@localhost", "config.W004"),
]


def ids():
    messages = run_checks(tags=[checks.TAG], include_deployment_checks=True)
    return {message.id for message in messages}


def use_engine(monkeypatch, settings, name):
    engine = f"django.db.backends.{name}"
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", engine)


@pytest.fixture
def site(monkeypatch, settings):
    use_engine(monkeypatch, settings, "postgresql")
    for name, value in GOOD.items():
        setattr(settings, name, value)
    return settings


def test_nothing_is_said_when_all_is_set(site):
    assert ids() == set()


@pytest.mark.parametrize(("name", "value", "expected"), BAD)
def test_setting_is_named_when_it_cannot_serve(site, name, value, expected):
    setattr(site, name, value)

    # A name of the site's is also what BASE_URL is measured by.
    assert expected in ids() <= {expected, "config.W002"}


def test_sqlite_is_named_as_a_doubt(monkeypatch, site):
    use_engine(monkeypatch, site, "sqlite3")

    assert ids() == {"config.W001"}


def test_static_files_are_missed_when_they_are_hashed(site, tmp_path):
    hashed = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    site.STATIC_ROOT = str(tmp_path)
    site.STORAGES = {**site.STORAGES, "staticfiles": {"BACKEND": hashed}}

    assert ids() == {"config.E003"}
