"""What the tests of both servers share."""

from modelsearch.backends import get_search_backend
from modelsearch.index import get_indexed_models

from search.models import CatalogueEntry, Kind

BACKENDS = ("search.backends.elasticsearch", "search.backends.opensearch")
PREFIX = "city_"


def settings_for(backend, address, **options):
    """Return the settings of a site that searches on a server."""
    params = {"BACKEND": backend, "URLS": [address], "INDEX_PREFIX": PREFIX}
    # A dead server is to be noticed at once.
    return {"default": params | {"OPTIONS": {"max_retries": 0}} | options}


def rebuild(models=None):
    """Do what the command does for indexes: make them anew and let them take over."""
    backend = get_search_backend()
    grouped = {}
    for model in models or get_indexed_models():
        index = backend.get_index_for_model(model)
        grouped.setdefault(index.name, (index, []))[1].append(model)
    for index, held in grouped.values():
        rebuilder = backend.rebuilder_class(index)
        made = rebuilder.start()
        for model in held:
            made.add_model(model)
        for model in held:
            made.add_items(model, list(model.get_indexed_objects()))
        rebuilder.finish()
    return backend


def entry(subject, title, **values):
    """Put something into the catalogue, as it is told to the server."""
    values = {"kind": Kind.PAGE, "language": "pl", **values}
    return CatalogueEntry.objects.create(subject=subject, title=title, **values)
