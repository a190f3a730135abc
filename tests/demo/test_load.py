"""Loading the demo: twice, into a used site, without users, and when it fails."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings
from wagtail.models import Page, Site

import demo.translate
from demo.translate import MissingTranslationError
from pages.frontpage.models import HomePage
from snippets.models import Organisation
from tests.factories.pages import City

from .snapshot import load_demo, put_demo, read_values

USERS = {"admin", "redakcja", "wydawca", "jednostka", "tlumacz"}


def names_of_users():
    return set(get_user_model().objects.values_list("username", flat=True))


class TestLoadedDemo(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()

    def test_loading_again_changes_nothing(self):
        before = read_values()
        revisions = dict(Page.objects.values_list("pk", "latest_revision"))

        load_demo()

        assert dict(Page.objects.values_list("pk", "latest_revision")) == revisions
        after = read_values()
        changed = [model.__name__ for model in after if after[model] != before[model]]
        assert changed == []

    def test_loading_only_if_empty_leaves_a_used_site_alone(self):
        HomePage.objects.filter(locale__language_code="pl").update(title="Nasz tytuł")
        Organisation.objects.filter(slug="szukamy-polski").update(slug="inna")
        before = read_values()

        report = load_demo("--if-empty")

        assert report == ""
        assert read_values() == before

    def test_loading_again_keeps_what_editors_changed(self):
        HomePage.objects.filter(locale__language_code="pl").update(title="Nasz tytuł")

        load_demo()

        assert HomePage.objects.get(locale__language_code="pl").title == "Nasz tytuł"

    def test_every_page_is_published_in_polish_and_english(self):
        codes = {}
        for page in Page.objects.filter(depth__gt=1).select_related("locale"):
            assert page.live, page
            assert page.alias_of_id is None
            codes.setdefault(page.translation_key, set()).add(page.locale.language_code)

        assert all({"pl", "en"} <= found for found in codes.values())

    def test_tree_of_pages_is_sound(self):
        assert not any(Page.find_problems())

    def test_site_is_the_demos(self):
        site = Site.objects.get()

        assert site.site_name == "Laboratorium Obywatelskie"
        assert site.root_page.specific_class is HomePage
        assert not Page.objects.filter(title__startswith="Welcome").exists()

    def test_demo_users_can_log_in(self):
        assert names_of_users() == USERS
        for name in USERS:
            assert authenticate(username=name, password="demo"), name

    def test_users_are_made_only_where_their_password_may_be_known(self):
        get_user_model().objects.all().delete()
        for is_allowed in (False, True):
            with override_settings(DEMO_USERS=is_allowed):
                lines = load_demo().splitlines()

            assert names_of_users() == (USERS if is_allowed else set())
            assert any(line.startswith("Users") for line in lines) == is_allowed

    def test_loading_shows_its_progress(self):
        lines = load_demo().splitlines()

        assert len(lines) > 5
        assert lines[-1] == "The demo is loaded."

    def test_pages_could_be_saved_as_they_are(self):
        for page in Page.objects.all().specific():
            page.full_clean()


@pytest.mark.django_db
def test_nothing_is_half_loaded_when_a_translation_is_missing(tmp_path, monkeypatch):
    for found in demo.translate.TRANSLATIONS.glob("*.po"):
        text = found.read_text()
        if found.name == "en.po":
            text = text.replace('msgid "Spotkania"', 'msgid "Coś innego"')
        (tmp_path / found.name).write_text(text)
    monkeypatch.setattr(demo.translate, "TRANSLATIONS", tmp_path)
    before = read_values()

    with pytest.raises(MissingTranslationError, match="Spotkania"):
        load_demo()

    assert read_values() == before


@pytest.mark.django_db
def test_loading_only_if_empty_leaves_another_citys_site_alone():
    City()
    before = read_values()

    load_demo("--if-empty")

    assert read_values() == before


def test_command_refuses_words_it_does_not_know():
    with pytest.raises(CommandError):
        call_command("load_demo", "--nonsense", stderr=StringIO())
