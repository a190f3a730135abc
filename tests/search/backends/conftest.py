import pytest
from modelsearch.backends import get_search_backend
from wagtail.models import Page

from pages.base.models import ContentPage
from search.models import CatalogueEntry
from snippets.models import Organisation
from tests.factories.pages import ContentPageFactory, HomePageFactory

from .fake_server import serve
from .servers import BACKENDS, rebuild, settings_for


@pytest.fixture
def backend(settings, db):
    """The backend of this database, which also follows what is saved."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend"}}
    return get_search_backend()


@pytest.fixture
def make_page(backend):
    """Makes pages of one parent; their titles and leads are searched."""
    home = HomePageFactory(title="Start", lead="", slug="start")

    def make(title, lead="", **kwargs):
        return ContentPageFactory(parent=home, title=title, lead=lead, **kwargs)

    return make


@pytest.fixture
def fake():
    """A search server in this process, and its address."""
    yield from serve()


@pytest.fixture(params=BACKENDS)
def server_backend(request, settings, db, fake):
    """The backend of a server on which the indexes of the tests were made."""
    _server, address = fake
    settings.WAGTAILSEARCH_BACKENDS = settings_for(request.param, address)
    return rebuild([Page, ContentPage, CatalogueEntry, Organisation])
