"""Wagtail's redirects, narrowed for who has no token: to what is public."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

from django.db.models import QuerySet
from django.forms import ModelChoiceField
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Path, Query
from wagtail.api.v3.schemas.params import APIFieldFilterSchema
from wagtail.contrib.redirects.api.v3.router import (
    BASE_REDIRECT_READ_FIELDS,
    RedirectSchema,
)
from wagtail.contrib.redirects.api.v3.router import router as wagtail_router
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site
from wagtail.permissions import policy_registry
from wagtail.utils.forms import FormValidationError

from .paging import Listing, Paging
from .problems import refuse_value
from .redirects import public_redirects, redirect_at
from .replacing import replace_reading

KEEPING = ("add", "change", "delete", "view")
RedirectKey = Annotated[int, Path(ge=1, le=2**63 - 1)]


class RedirectListing(Listing[RedirectSchema]):
    """A piece of the list of redirects."""


def _readable(request: HttpRequest) -> QuerySet[Redirect]:
    """Return the redirects that the reader may know of: all for those who keep them."""
    policy = policy_registry.get_by_type(Redirect)
    if policy.user_has_any_permission(request.user, KEEPING):
        return Redirect.objects.all()
    return public_redirects(Site.find_for_request(request))


def list_redirects(request: HttpRequest, paging: Paging = Query(...)) -> Any:
    """List redirects, by their keys."""
    rows = APIFieldFilterSchema.with_exclude_schemas(
        raw_params=request.GET,
        schemas=(Paging,),
        base_fields=BASE_REDIRECT_READ_FIELDS,
    ).filter_queryset(_readable(request))
    return paging.cut(rows, ("id",))


def find_redirect(
    request: HttpRequest, html_path: str = Query(..., max_length=2000)
) -> Any:
    """Tell where what stood at an address is now."""
    found = redirect_at(request, html_path)
    return _one(request, found.pk if found else 0)


def get_redirect_detail(request: HttpRequest, redirect_id: RedirectKey) -> Any:
    """Tell a redirect."""
    return _one(request, redirect_id)


def _one(request: HttpRequest, key: int) -> Redirect:
    row = _readable(request).filter(pk=key).first()
    if row is None:
        raise Http404(_("There is no such redirect."))
    return row


def with_site(view: Callable[..., Any]) -> Callable[..., Any]:
    """Return a view that names a site that is none as it was sent.

    As a key it would be `site_id`: so is the page's, but not the site's.
    """

    @wraps(view)
    def judged(request: HttpRequest, **values: Any) -> Any:
        try:
            return view(request, **values)
        except FormValidationError:
            key = values["data"].site
            if key is None or Site.objects.filter(pk=key).exists():
                raise
            message = ModelChoiceField.default_error_messages["invalid_choice"]
            refuse_value(("body", "site"), message, "invalid_choice")

    return judged


def take_over() -> None:
    """Put the operations of this module in the place of Wagtail's."""
    for path in wagtail_router.path_operations.values():
        for operation in path.operations:
            if operation.methods in (["POST"], ["PUT"]):
                operation.view_func = with_site(operation.view_func)
    replace_reading(wagtail_router, "/", list_redirects, RedirectListing)
    replace_reading(wagtail_router, "/find/", find_redirect, RedirectSchema)
    detail = "/{redirect_id}/"
    replace_reading(wagtail_router, detail, get_redirect_detail, RedirectSchema)
