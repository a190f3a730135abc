"""The addresses of the directory."""

from typing import Annotated, Any

from django.db.models.functions import Left
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from pages.api.links import api_url
from pages.api.locales import LocaleCode, reading
from pages.api.paging import Paging
from pages.api.problems import refuse_value
from pages.api.tokens import PUBLIC
from pages.directory.filtering import narrow
from pages.directory.letters import ALPHABET
from pages.directory.standing import standing_entry
from pages.directory.views.detail import REDIRECTED_FOR
from snippets.collation import OTHER_INITIAL, key_prefix
from snippets.folding import fold
from snippets.models import Organisation as Registered
from snippets.models import OrganisationQuerySet

from .schemas import Organisation, OrganisationFilters, OrganisationListing
from .telling import LISTED, organisation_entries, tell_organisation

router = Router(tags=["organisations"])

ORDER = ("sort_key", "pk")
_PREFIXES = [key_prefix(letter) for letter in ALPHABET]
Slug = Annotated[str, Path(max_length=100, pattern=r"^[-a-zA-Z0-9_]+$")]


@router.get(
    "/",
    response=OrganisationListing,
    auth=PUBLIC,
    url_name="list_organisations",
    operation_id="organisations_list",
    summary="List organisations",
)
def list_organisations(
    request: HttpRequest,
    filters: Query[OrganisationFilters],
    paging: Query[Paging],
) -> dict[str, Any]:
    """The directory, in Polish alphabetical order.

    As on the public page, those struck off are listed only where `status` asks for
    them, and entries that were merged into others never are.
    """
    with reading(filters.locale):
        if filters.q and not fold(filters.q):
            refuse_value(("query", "q"), _("Write a word or a number."), "no_words")
        piece = paging.cut(find_organisations(filters).only(*LISTED), ORDER)
        return {**piece, "items": organisation_entries(request, piece["items"])}


@router.get(
    "/{slug}/",
    response={200: Organisation, 301: None},
    auth=PUBLIC,
    url_name="detail_organisation",
    operation_id="organisations_detail",
    summary="Read an organisation",
)
def detail_organisation(
    request: HttpRequest, slug: Slug, locale: LocaleCode | None = None
) -> Any:
    """An organisation with its public data, its meetings and its comments.

    An entry that was merged into another one redirects to that (301).
    """
    with reading(locale) as language:
        organisation = (
            Registered.objects.filter(slug=slug)
            .select_related("parent", "merged_into")
            .prefetch_related("aliases", "spheres", "member_of")
            .first()
        )
        if organisation is None:
            raise Http404(_("There is no such organisation."))
        if organisation.merged_into_id:
            return lead_to_standing(request, organisation)
        return tell_organisation(request, organisation, language)


def find_organisations(filters: OrganisationFilters) -> OrganisationQuerySet:
    """Return the organisations that all filters let through."""
    asked = filters.dict(exclude={"letter", "locale"}, exclude_none=True)
    organisations = narrow({name: value for name, value in asked.items() if value})
    if filters.letter is None:
        return organisations
    beginning = Left("sort_key", len(_PREFIXES[0]))
    if filters.letter == OTHER_INITIAL:
        others = organisations.annotate(beginning=beginning)
        return others.exclude(beginning__in=_PREFIXES)
    return organisations.starting_with(filters.letter)


def lead_to_standing(request: HttpRequest, merged: Registered) -> HttpResponse:
    """Lead to the entry that a merged one is now part of."""
    standing = standing_entry(merged)
    address = standing and api_url(request, "detail_organisation", slug=standing.slug)
    if not address:
        raise Http404(_("There is no such organisation."))
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    patch_cache_control(response, max_age=REDIRECTED_FOR)
    return response
