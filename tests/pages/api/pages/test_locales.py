"""In which language a page names others, as the public pages do."""

import pytest

from tests.factories.pages import City, mirror, translate
from tests.pages.api.asking import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


@pytest.fixture
def page(city):
    draft = city.draft(published=True, number=1)
    return city.meeting(published=True, programme=city.programme, discussed_draft=draft)


def named(told, field):
    return told[field] and (told[field]["id"], told[field]["locale"])


def test_page_names_others_in_its_own_language(client, city, page):
    english = translate(page, "en", title="Workshop", slug="workshop")
    programme = translate(city.programme, "en", title="Programme", slug="programme")

    told = ask(client, f"/pages/{english.pk}/")

    assert named(told, "programme") == (programme.pk, "en")
    assert told["discussed_draft"] is None
    assert named(ask(client, f"/pages/{page.pk}/"), "programme") == (
        *(city.programme.pk, "pl"),
    )


def test_page_that_only_mirrors_names_nothing_of_another_language(client, city, page):
    alias = mirror(page, "uk")
    mirror(city.programme, "uk")

    told = ask(client, f"/pages/{alias.pk}/")

    assert told["programme"] is told["discussed_draft"] is None
    assert told["content_locale"] == "pl"
    own = ask(client, f"/meetings/{alias.pk}/")
    assert own["programme"] is own["discussed_draft"] is None


def test_lists_name_others_by_the_same_rule(client, city, page):
    translate(page, "en", title="Workshop", slug="workshop")
    programme = translate(city.programme, "en", title="Programme", slug="programme")

    told = ask(client, "/pages/", type=page._meta.label, fields="programme")

    assert [named(item, "programme") for item in told["items"]] == [
        (city.programme.pk, "pl"),
        (programme.pk, "en"),
    ]


def test_translation_of_a_page_that_is_not_public_is_named(client, city, page):
    english = translate(page, "en", title="Workshop", slug="workshop")
    programme = translate(city.programme, "en", title="Programme", slug="programme")
    city.programme.unpublish()

    assert ask(client, f"/pages/{page.pk}/")["programme"] is None
    told = ask(client, f"/pages/{english.pk}/")
    assert named(told, "programme") == (programme.pk, "en")
