"""Synonyms in the admin."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from search.models import Synonym
from search.viewsets.synonyms import SAVED
from tests.factories.search import SynonymFactory
from tests.pages.markup import PublicPage
from tests.pages.measure import count_queries

from .listings import exported_csv, titles

pytestmark = pytest.mark.django_db
VIEWS = "wagtailsnippets_participation_search_synonym"


def address(name, *args):
    return reverse(f"{VIEWS}:{name}", args=args)


def test_list_is_filtered_by_language_and_searched_by_any_part_of_a_word(enter):
    SynonymFactory(words="NGO\norganizacja pozarządowa")
    SynonymFactory(words="OKO\notwarty konkurs ofert")
    SynonymFactory(words="NGO\nnon-governmental organisation", language="en")
    client, url = enter("Redakcja"), address("list")

    assert len(titles(client, url)) == 3
    assert titles(client, url, language="en") == ["NGO = non-governmental organisation"]
    assert titles(client, url, q="zarząd") == ["NGO = organizacja pozarządowa"]
    assert titles(client, url, q="nic takiego") == []


def test_list_costs_the_same_however_long(enter):
    client, url = enter("Redakcja"), address("list")
    SynonymFactory.create_batch(2)
    few = count_queries(client, url)
    SynonymFactory.create_batch(9)

    assert count_queries(client, url) == few


@pytest.mark.parametrize("view", ["add", "edit"])
def test_what_they_now_mean_is_said_when_they_are_saved(enter, view):
    pks = [SynonymFactory().pk] if view == "edit" else []
    values = {"words": "NGO\norganizacja pozarządowa", "language": "pl"}

    response = enter("Redakcja").post(address(view, *pks), values, follow=True)

    with override("pl"):
        words = SAVED % {"object": Synonym.objects.get()}
    assert [words in str(one) for one in response.context["messages"]] == [True]


def test_form_begins_with_the_words_of_a_query(enter):
    client = enter("Redakcja")

    page = PublicPage.get(client, address("add"), words="cus", language="uk")

    assert page.soup.select_one("textarea[name=words]").text.strip() == "cus"
    chosen = page.soup.select_one("select[name=language] option[selected]")
    assert chosen["value"] == "uk"


@pytest.mark.parametrize("language", ["", "xx", "x" * 300])
def test_form_stands_any_address(enter, language):
    client = enter("Redakcja")

    page = PublicPage.get(client, address("add"), words="<b>" * 99, language=language)

    assert len(page.soup.select_one("textarea[name=words]").text.strip()) <= 100
    chosen = page.soup.select_one("select[name=language] option[selected]")
    assert chosen["value"] == "pl"


def test_history_says_who_added_and_changed_a_group(enter):
    client = enter("Redakcja")
    words = {"language": "pl", "words": "NGO\norganizacja pozarządowa"}
    client.post(address("add"), words)
    synonym = Synonym.objects.get()
    words["words"] += "\ntrzeci sektor"
    response = client.post(address("edit", synonym.pk), words, follow=True)

    assert "trzeci sektor" in PublicPage(response.content.decode()).text
    entries = ModelLogEntry.objects.for_instance(synonym).order_by("timestamp")
    actions = [(entry.action, entry.user.username) for entry in entries]
    assert actions == [("wagtail.create", "Redakcja"), ("wagtail.edit", "Redakcja")]
    assert client.get(address("history", synonym.pk)).status_code == 200


def test_word_of_another_group_is_refused_in_the_form(enter):
    client = enter("Redakcja")
    SynonymFactory(words="NGO\norganizacja pozarządowa")

    response = client.post(address("add"), {"language": "pl", "words": "ngo\nnic"})

    assert response.status_code == 200
    assert "NGO = organizacja pozarządowa" in response.content.decode()
    assert Synonym.objects.count() == 1


def test_editor_takes_a_group_out_again(enter):
    synonym = SynonymFactory()

    enter("Redakcja").post(address("delete", synonym.pk))

    assert not Synonym.objects.exists()


def test_export_cannot_run_as_a_formula(enter):
    SynonymFactory(words="=1+1\ndwa")

    (row,) = exported_csv(enter("Redakcja"), address("list"))

    assert row[1].startswith("'=")
