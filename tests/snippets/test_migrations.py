from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils import translation

from snippets.models import Sphere


@pytest.mark.django_db
def test_spheres_follow_the_statute():
    codes = list(Sphere.objects.values_list("code", flat=True))

    assert codes[:6] == ["1", "1a", "1b", "2", "3", "4"]
    assert codes[-3:] == ["32", "32a", "33"]
    assert len(codes) == len(set(codes)) == 39


@pytest.mark.django_db
def test_spheres_are_named_in_polish_and_english():
    sphere = Sphere.objects.get(code="27")

    with translation.override("pl"):
        assert str(sphere) == "27. promocja i organizacja wolontariatu"
    with translation.override("en"):
        assert str(sphere) == "27. promotion and organisation of volunteering"
    assert not Sphere.objects.filter(name_en="").exists()


@pytest.mark.django_db
def test_spheres_are_taken_away_and_brought_back():
    migration = import_module("snippets.migrations.0002_spheres")
    editor = SimpleNamespace(connection=connection)
    own = Sphere.objects.create(code="99", name="własna")

    migration.remove_spheres(apps, editor)
    assert list(Sphere.objects.all()) == [own]
    migration.add_spheres(apps, editor)
    assert Sphere.objects.count() == 40


@pytest.mark.django_db
def test_migrations_match_the_models():
    call_command("makemigrations", "snippets", check=True, dry_run=True, verbosity=0)
