import pytest
from django.db.migrations.recorder import MigrationRecorder

from config.health import migrations_are_applied


@pytest.fixture(autouse=True)
def _ask_about_migrations_again():
    migrations_are_applied.cache_clear()


def test_process_answers_without_a_database(client):
    response = client.get("/health/live")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_site_is_ready_when_all_answers(client):
    response = client.get("/health/ready")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_site_is_not_ready_when_the_cache_is_away(client, settings):
    redis = "django.core.cache.backends.redis.RedisCache"
    away = {"BACKEND": redis, "LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = {**settings.CACHES, "default": away}

    response = client.get("/health/ready")

    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "failed": ["cache"]}


@pytest.mark.django_db
def test_site_is_not_ready_when_the_code_is_newer_than_the_database(client):
    MigrationRecorder.Migration.objects.filter(app="meetings").delete()

    response = client.get("/health/ready")

    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "failed": ["migrations"]}


@pytest.mark.django_db
def test_migrations_are_read_once_when_they_are_applied(
    client, django_assert_num_queries
):
    client.get("/health/ready")

    with django_assert_num_queries(1):
        client.get("/health/ready")


@pytest.mark.parametrize("address", ["/health/live", "/pl/health/live"])
def test_probe_is_asked_for_no_name_language_or_encryption(client, settings, address):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["city.example"], True

    response = client.get(address, headers={"host": "192.0.2.1"})

    assert response.status_code == (200 if address == "/health/live" else 400)
    assert not response.cookies
    assert "Content-Security-Policy" not in response


def test_probe_only_reads(client):
    assert client.post("/health/live").status_code == 405
    assert client.head("/health/live").status_code == 200
