"""What Wagtail's writing of images and documents tells, though reading does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Router
from wagtail.permissions import policy_registry

KEEPING = ("change", "delete")
Rows = Callable[[HttpRequest], QuerySet[Any]]
View = Callable[..., Any]


def guard_rows(router: Router, name: str, rows: Rows) -> None:
    """Let writing say of a file what reading would say: nothing of those unseen.

    `rows` are those that a reader sees; `name` is that of the key in the path.
    """
    for path in router.path_operations.values():
        for operation in path.operations:
            if operation.methods != ["GET"]:
                operation.view_func = _seen_only(operation.view_func, name, rows)


def _seen_only(view: View, name: str, rows: Rows) -> View:
    @wraps(view)
    def seen_only(request: HttpRequest, **values: Any) -> Any:
        if name in values and not _is_seen(request, rows(request), values[name]):
            raise Http404(_("There is no such entry."))
        return view(request, **values)

    return seen_only


def _is_seen(request: HttpRequest, rows: QuerySet[Any], key: int) -> bool:
    if rows.filter(pk=key).exists():
        return True
    policy = policy_registry.get_by_type(rows.model)
    own = policy.instances_user_has_any_permission_for(request.user, KEEPING)
    return bool(own.filter(pk=key).exists())
