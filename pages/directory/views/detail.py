"""The page of an organisation."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.base.frame import Link, view_frame
from pages.base.visibility import visible
from pages.comments.public.outcomes import read_outcomes
from pages.directory.marks import mark_of
from pages.directory.relations import read_branches, read_members
from pages.directory.standing import standing_entry
from pages.meetings.models import Finding, MeetingPage
from snippets.models import Organisation

# Mergers may be undone: no browser shall go the other way for good.
REDIRECTED_FOR = 60 * 60


def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an organisation with its meetings, what they found, and its comments."""
    organisation = get_object_or_404(
        Organisation.objects.select_related(
            "parent", "logo", "merged_into"
        ).prefetch_related("aliases", "spheres", "member_of"),
        slug=slug,
    )
    if organisation.merged_into_id:
        return lead_to_standing(organisation, "organisation")
    context = {
        "frame": view_frame(
            request,
            title=organisation.name,
            description=organisation.about
            or _("%(name)s in the directory of organisations.")
            % {"name": organisation.name},
            crumbs=[directory_link(request)],
            structured_data=[organisation_data(request, organisation)],
            kind="profile",
        ),
        "organisation": organisation,
        "mark": mark_of(organisation),
        "branches": read_branches(organisation),
        "members": read_members(organisation),
        "meetings": organisation_meetings(organisation, get_language() or "pl"),
        "comments": read_outcomes(organisation, request),
        "report_url": reverse("report_error", args=[organisation.slug]),
    }
    return render(request, "directory/organisation.html", context)


def lead_to_standing(organisation: Organisation, view: str) -> HttpResponse:
    """Lead to the same view of the entry that a merged one is now part of."""
    standing = standing_entry(organisation)
    if standing is None:
        raise Http404(_("There is no such organisation."))
    response = HttpResponsePermanentRedirect(reverse(view, args=[standing.slug]))
    patch_cache_control(response, max_age=REDIRECTED_FOR)
    return response


def directory_link(request: HttpRequest) -> Link:
    """Return the link of the breadcrumb to the list."""
    return Link(
        _("Organisations"), request.build_absolute_uri(reverse("organisations"))
    )


def attended_meetings(
    organisation: Organisation, language_code: str
) -> QuerySet[MeetingPage]:
    """Return the published meetings it came to, the newest first."""
    meetings: QuerySet[MeetingPage] = (
        visible(MeetingPage.objects)
        .filter(
            organisations__organisation=organisation,
            locale__language_code=language_code,
            alias_of__isnull=True,
        )
        .distinct()
        .only("title", "date", "start_time", "url_path")
        .newest_first()
    )
    return meetings


def organisation_meetings(
    organisation: Organisation, language_code: str
) -> Sequence[MeetingPage]:
    """Return the published meetings it came to, each with its findings."""
    meetings = attended_meetings(organisation, language_code)
    findings = Finding.objects.prefetch_related("area").order_by("sort_order")
    findings = findings.only("page", "area", "kind", "text")
    return list(meetings.prefetch_related(Prefetch("findings", findings)))


def organisation_data(
    request: HttpRequest, organisation: Organisation
) -> dict[str, Any]:
    """Return schema.org's Organization, public fields only."""
    data = {
        "@type": "Organization",
        "name": organisation.name,
        "url": request.build_absolute_uri(organisation.url),
        "alternateName": [alias.name for alias in organisation.aliases.all()],
        "sameAs": organisation.website,
        "email": organisation.email,
        "telephone": organisation.phone,
        "identifier": organisation.krs,
    }
    return {name: value for name, value in data.items() if value}
