"""Which rows of a register a reader may see."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from wagtail.permissions import policy_registry

from snippets.models import CityUnit, Organisation, Place, PriorityArea, Sphere

KEEPING = ("add", "change", "delete", "view")
Rows = Callable[[], QuerySet[Any]]

_PUBLIC: dict[type[Model], Rows] = {}


def register(model: type[Model], rows: Rows) -> None:
    """Say which rows of a snippet everybody may read; all `api_fields` are told.

    Of others only those read who may add, change, delete or view them.
    """
    _PUBLIC[model] = rows


def is_public(model: type[Model]) -> bool:
    """Whether everybody may read rows of a model."""
    return model in _PUBLIC


def keeps(request: HttpRequest, model: type[Model]) -> bool:
    """Whether the reader has any right over the rows of a model."""
    policy = policy_registry.get_by_type(model)
    return bool(policy.user_has_any_permission(request.user, KEEPING))


def readable(request: HttpRequest, model: type[Model]) -> QuerySet[Any]:
    """Return the rows that the reader may see: all that he or she may work on."""
    if keeps(request, model):
        policy = policy_registry.get_by_type(model)
        rows: QuerySet[Any] = policy.instances_user_has_any_permission_for(
            request.user, KEEPING
        )
        return rows
    if not is_public(model):
        raise PermissionDenied
    return _PUBLIC[model]()


for _model in (CityUnit, Place, PriorityArea, Sphere):
    register(_model, _model.objects.all)
# What a merged entry says is told by the one that stands for it.
register(Organisation, Organisation.objects.unmerged)
