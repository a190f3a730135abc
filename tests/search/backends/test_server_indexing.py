"""What a server is told of objects, and what happens while it is away."""

import pytest
from modelsearch.index import AutocompleteField, SearchField
from wagtail.models import Page

from pages.base.models import ContentPage
from search.analysis import index_keys
from search.models import CatalogueEntry
from tests.factories.snippets import PriorityAreaFactory

from .servers import PREFIX, entry, rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def backend(server_backend):
    return server_backend


@pytest.fixture
def server(fake, backend):
    return fake[0]


def titles(results):
    return {page.title for page in results}


def test_mapping_holds_texts_and_filters(backend, server):
    (index,) = server.aliases[f"{PREFIX}participation_search_catalogueentry"]
    keys = {"type": "text", "analyzer": "keys", "index_options": "freqs"}
    number = {"type": "integer"}
    fields = server.indexes[index].fields
    assert (
        fields.items()
        >= {
            "pk": {"type": "long", "store": True},
            "_django_content_type": {"type": "keyword"},
            "_title": keys,
            "_weighty": keys,
            "_body": keys,
            "_suggested": keys,
            "_suggested_first": {"type": "keyword"},
            "_suggested_length": number,
            "kind_filter": {"type": "keyword"},
            "language_filter": {"type": "keyword"},
            "date_filter": {"type": "date"},
            "year_filter": number,
            "ruling_filter": {"type": "keyword"},
            "id_filter": {"type": "long"},
            "areas": {"type": "nested", "properties": {"id_filter": {"type": "long"}}},
            "organisations": {
                "type": "nested",
                "properties": {"id_filter": {"type": "long"}},
            },
        }.items()
    )
    assert not fields.keys() & {"title", "text", "_all_text", "_edgengrams"}
    assert server.indexes[index].settings == {
        "settings": {
            "analysis": {
                "analyzer": {
                    "keys": {
                        "type": "custom",
                        "tokenizer": "whitespace",
                        "filter": ["lowercase"],
                    }
                }
            },
            "index": {"max_result_window": 10_000},
        }
    }


def test_documents_hold_keys(backend, server):
    made = entry(
        "1",
        "Rady seniorów",
        year=2013,
        parts=[["body", "Spotkania"]],
        facts={"suggested": ["W ratuszu"]},
    )
    area = PriorityAreaFactory()
    made.areas.add(area)
    backend.add_bulk(CatalogueEntry, [made])
    (index,) = server.aliases[f"{PREFIX}participation_search_catalogueentry"]
    held = server.indexes[index].documents[str(made.pk)]
    assert held["_title"].split()[:2] == [index_keys("rady", "pl")[0], "senior"]
    assert held["_body"].split()[0] == "spotkanie"
    assert held["_suggested"].startswith("rady seniorow")
    assert held["_suggested_first"] == ["rady"]
    assert held["_suggested_length"] == len(held["_suggested"])
    assert held["areas"] == [{"id_filter": area.pk}]
    assert (
        held.items()
        >= {
            "pk": str(made.pk),
            "kind_filter": "page",
            "language_filter": "pl",
            "page_id_filter": None,
            "date_filter": None,
            "year_filter": 2013,
            "ruling_filter": "",
            "id_filter": made.pk,
            "areas": [{"id_filter": area.pk}],
            "organisations": [],
        }.items()
    )
    assert not held.keys() & {"title", "text", "_edgengrams"}


class Weighed(SearchField):
    def get_value(self, obj):
        return "Ulice"


def test_fields_with_a_boost_stand_apart(backend):
    page = ContentPage(pk=1, title="Park", lead="Ulica")
    fields = [Weighed("lead", boost=1.5), Weighed("intro"), AutocompleteField("title")]
    page.get_search_fields = lambda: fields
    held = backend.mapping_class(ContentPage).get_document(page)
    assert held["_weighty"].split()[0] == held["_body"].split()[0]
    assert held["_weighty"]
    assert not held["_title"]


def test_rebuilding_leaves_all_to_be_found_meanwhile(backend, make_page, server):
    make_page("Park")
    alias = f"{PREFIX}wagtailcore_page"
    before = set(server.aliases[alias])
    index = backend.get_index_for_model(Page)
    rebuilder = backend.rebuilder_class(index)
    new = rebuilder.start()
    for model in (Page, ContentPage):
        new.add_model(model)
        assert titles(ContentPage.objects.search("park")) == {"Park"}
        new.add_items(model, list(model.objects.all()))
    rebuilder.finish()
    assert titles(ContentPage.objects.search("park")) == {"Park"}
    assert server.aliases[alias] == {new.name}
    assert before.isdisjoint(server.indexes)


def test_large_texts_are_sent_in_several_requests(backend, server, monkeypatch):
    monkeypatch.setattr("search.backends.server.MOST_BYTES_AT_ONCE", 2_000)
    entries = [entry(str(number), f"Park {number} " * 40) for number in range(4)]
    server.requests.clear()
    backend.add_bulk(CatalogueEntry, entries)
    assert len(server.asked(r"(PUT|POST) /\w+/_bulk")) > 1
    assert backend.search("park", CatalogueEntry).count() == 4


def test_pages_are_published_though_the_server_is_away(
    backend, make_page, server, caplog
):
    server.is_broken = True
    page = make_page("Park")
    backend.add_bulk(ContentPage, [page])
    assert "were not indexed" in caplog.text
    assert ContentPage.objects.get(pk=page.pk).title == "Park"
    with pytest.raises(backend.client_errors):
        list(ContentPage.objects.search("park"))
    with pytest.raises(backend.client_errors):
        rebuild([ContentPage])
    server.is_broken = False
    assert not ContentPage.objects.search("park").count()
    rebuild([Page, ContentPage])
    assert titles(ContentPage.objects.search("park")) == {"Park"}


def test_fault_of_our_own_is_not_taken_for_one_of_the_server(backend):
    with pytest.raises(AttributeError):
        backend.add_bulk(CatalogueEntry, [object()])
