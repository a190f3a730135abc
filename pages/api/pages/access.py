"""Which pages a reader may see."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from wagtail.api.validators import SiteFilterValidator
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from pages.api.links import root_paths
from pages.api.problems import refuse_value
from pages.base.visibility import visible

LARGEST_KEY = 2**63 - 1
DOING = frozenset(("add", "change", "publish"))


def readable(
    request: HttpRequest, model: type[Page] = Page, site: str | None = None
) -> PageQuerySet:
    """Return the pages of a site that are open to everybody.

    The holder of a token sees those too that he or she may change or publish.
    """
    pages = visible(model._default_manager.filter(_of_site(request, site)))
    if not request.user.is_authenticated:
        return pages
    own = editable(request)
    return model._default_manager.filter(
        Q(pk__in=pages.values("pk")) | Q(pk__in=own.values("pk"))
    )


def editable(request: HttpRequest) -> PageQuerySet:
    """Return the pages that the holder of a token may change or publish."""
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_any_permission_for(
        request.user, {"change", "publish"}
    )


def find_readable(request: HttpRequest, key: int, model: type[Page] = Page) -> Page:
    """Return the page of a key, or answer that there is none."""
    page = readable(request, model).filter(pk=key).first()
    if page is None:
        raise Http404(_("There is no such page."))
    return page


def check_seen(request: HttpRequest, keys: Iterable[int]) -> None:
    """Answer that there is no such page where the holder of a token may not know of it.

    Beside what is readable these are the pages where he or she may do anything at all.
    """
    keys = set(keys)
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(request.user, DOING)
    seen = Q(pk__in=readable(request).values("pk")) | Q(pk__in=own.values("pk"))
    kept = [key for key in keys if 0 < key <= LARGEST_KEY]
    if Page.objects.filter(seen, pk__in=kept).count() < len(keys):
        raise Http404(_("There is no such page."))


def _of_site(request: HttpRequest, site: str | None) -> Q:
    """Return what holds of the pages of a site, in all its languages."""
    roots = root_paths(request)
    if site is not None or len({root.site_id for root in roots}) > 1:
        key = _site_key(request, site)
        roots = [root for root in roots if root.site_id == key]
    found = Q(pk__in=())
    for root in roots:
        found |= Q(url_path__startswith=root.root_path)
    return found


def _site_key(request: HttpRequest, site: str | None) -> Any:
    try:
        found = SiteFilterValidator(site=site, request=request).site_obj
    except ValueError:
        refuse_value(("query", "site"), _("Several sites match this name."), "site")
    return found.pk if found else None
