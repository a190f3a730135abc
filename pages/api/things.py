"""How a thing that is no page is linked to, by its class.

An app that has public pages for its rows says so by `register`.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Model
from django.http import HttpRequest

from snippets.models import Organisation

from .links import api_url, path_to, thing_link
from .snippets.rows import is_public

Linking = Callable[[HttpRequest, Any], dict[str, Any] | None]
Loading = Callable[[HttpRequest, Collection[Any]], None]
_LINKING: dict[type[Model], Linking] = {}
_LOADING: dict[type[Model], Loading] = {}


def register(
    model: type[Model], linking: Linking, loading: Loading | None = None
) -> None:
    """Say how rows of a model are linked to: `linking` returns a `ThingLink`.

    It returns None for what the public does not see. `loading` reads at once what the
    links to many rows need, by their keys, in the active language.
    """
    _LINKING[model] = linking
    if loading:
        _LOADING[model] = loading


def load_things(
    request: HttpRequest | None, named: Iterable[tuple[type[Model], Any]]
) -> None:
    """Read at once what the links to rows need, told by their models and keys."""
    keys: dict[type[Model], set[Any]] = {}
    for model, key in named:
        if key is not None and model in _LOADING:
            keys.setdefault(model, set()).add(key)
    for model, wanted in keys.items():
        if request is not None:
            _LOADING[model](request, wanted)


def link_thing(request: HttpRequest, thing: Model) -> Any:
    """Return the `ThingLink` of any row, named in the active language."""
    for model in type(thing).__mro__:
        if linking := _LINKING.get(model):
            return linking(request, thing)
    title = getattr(thing, "localized_name", None) or str(thing)
    return thing_link(request, thing, title, api=row_api_url(request, thing))


def row_api_url(request: HttpRequest, row: Model) -> str | None:
    """Return where everybody may read more of a row of a register."""
    if not is_public(type(row)):
        return None
    place = {"type": row._meta.label, "pk": quote(str(row.pk))}
    return api_url(request, "detail_snippet", **place)


def link_organisation(request: HttpRequest, organisation: Organisation) -> Any:
    """Return the link to an entry, or to the one that stands for it after a merger."""
    current = organisation.current
    path = path_to("organisation", slug=current.slug)
    api = api_url(request, "detail_organisation", slug=current.slug)
    return thing_link(request, current, str(current), path, api)


register(Organisation, link_organisation)
