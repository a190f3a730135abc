"""What the clients of both servers send, and what a site without them is told."""

import sys
from importlib import import_module
from typing import NamedTuple

import pytest
from django.core.exceptions import ImproperlyConfigured
from modelsearch.backends import get_search_backend

from search.models import CatalogueEntry, Kind

from .servers import PREFIX, rebuild, settings_for

NAME = f"{PREFIX}participation_search_catalogueentry"

pytestmark = pytest.mark.django_db


class Client(NamedTuple):
    """What differs between the two clients."""

    backend: str
    package: str
    distribution: str
    versions: tuple[int, ...]
    bulk: str


CLIENTS = (
    Client("elasticsearch", "elasticsearch", "elasticsearch 9", (7, 8, 9), "PUT"),
    Client("opensearch", "opensearchpy", "opensearch-py 3", (2, 3), "POST"),
)


@pytest.fixture(params=CLIENTS, ids=lambda kind: kind.backend)
def kind(request):
    return request.param


@pytest.fixture
def server(fake, kind, settings):
    """A server that asks for a password, and a site that knows it."""
    server, address = fake
    address = address.replace("//", "//city:secret@") + "/"
    backend = f"search.backends.{kind.backend}"
    settings.WAGTAILSEARCH_BACKENDS = settings_for(backend, address)
    rebuild([CatalogueEntry])
    return server


def test_requests_are_those_of_the_documentation(server, kind):
    (index,) = server.aliases[NAME]
    made = CatalogueEntry.objects.create(kind=Kind.PAGE, subject="1", title="Rada")
    backend = get_search_backend()
    assert list(backend.search("rada", CatalogueEntry)) == [made]
    backend.search("rada", CatalogueEntry).count()
    pk = made.pk
    backend.add_bulk(CatalogueEntry, [made])
    made.delete()
    assert [what for what, _body in server.requests] == [
        f"PUT /{index}",
        f"PUT /{index}/_mapping",
        f"POST /{index}/_refresh",
        f"HEAD /_alias/{NAME}",
        f"DELETE /{NAME}",
        f"PUT /{index}/_alias/{NAME}",
        f"PUT /{NAME}/_doc/{pk}",
        f"POST /{NAME}/_search",
        f"POST /{NAME}/_count",
        f"{kind.bulk} /{NAME}/_bulk",
        f"DELETE /{NAME}/_doc/{pk}",
    ]
    (credentials,) = server.authorizations
    assert credentials.startswith("Basic ")


def test_search_is_asked_for_keys_alone(server):
    get_search_backend().ranked_ids("rada", CatalogueEntry.objects.all(), 7)
    ((sent,),) = server.asked(f"POST /{NAME}/_search")
    words = sent["query"]["bool"].pop("must")["multi_match"]
    assert words["query"].split()[0] == "rada"
    assert words["fields"] == ["_title^3", "_weighty^2", "_body"]
    kind = {"_django_content_type": "participation_search.CatalogueEntry"}
    assert sent == {
        "query": {"bool": {"filter": [{"match": kind}]}},
        "sort": [{"_score": {"order": "desc"}}, {"pk": {"order": "desc"}}],
        "size": 7,
        "track_total_hits": False,
        "_source": False,
        "stored_fields": ["pk"],
    }


def test_site_without_the_client_is_told_what_it_lacks(kind, settings, monkeypatch):
    backend = f"search.backends.{kind.backend}"
    loaded = [name for name in sys.modules if name.startswith((kind.package, backend))]
    loaded += [
        f"modelsearch.backends.{kind.backend}{number}" for number in kind.versions
    ]
    for name in loaded:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, kind.package, None)
    monkeypatch.delattr(backend, raising=False)
    settings.WAGTAILSEARCH_BACKENDS = settings_for(backend, "http://localhost")
    with pytest.raises(ImproperlyConfigured, match=kind.distribution):
        get_search_backend()
    monkeypatch.undo()
    assert import_module(backend).SearchBackend.client_errors
