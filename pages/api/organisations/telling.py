"""Tells an organisation as the API says it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse

from pages.api.links import api_url, public_url
from pages.api.programmes.linking import meeting_link
from pages.comments.models import OnBehalf, PublicComment
from pages.directory.relations import Related, read_branches, read_members
from pages.directory.views.detail import attended_meetings
from snippets.models import LegalForm, Organisation

Answer = dict[str, Any]

# What a list shows of an organisation.
LISTED = (
    *("name", "slug", "short_name", "legal_form", "status", "city", "district"),
    "sort_key",
)


def organisation_link(request: HttpRequest, organisation: Organisation) -> Answer:
    """Return where the organisation's page and our answer are."""
    return {
        "id": organisation.pk,
        "name": organisation.name,
        "slug": organisation.slug,
        "url": public_url(request, organisation.url),
        "api_url": api_url(request, "detail_organisation", slug=organisation.slug),
    }


def organisation_entries(
    request: HttpRequest, organisations: Iterable[Organisation]
) -> list[Answer]:
    """Return organisations as a list has them; no query."""
    forms = {form.value: str(form.label) for form in LegalForm}
    statuses = {one.value: str(one.label) for one in Organisation.Status}
    return [
        {
            **organisation_link(request, one),
            "short_name": one.short_name,
            "legal_form": one.legal_form or None,
            "legal_form_label": forms.get(one.legal_form, ""),
            "status": one.status,
            "status_label": statuses[one.status],
            "city": one.city,
            "district": one.district,
        }
        for one in organisations
    ]


def tell_organisation(
    request: HttpRequest, organisation: Organisation, language: str
) -> Answer:
    """Return all that is public of an organisation; the queries are always as many."""
    (entry,) = organisation_entries(request, [organisation])
    parent = organisation.parent
    return {
        **entry,
        **facts_of(organisation),
        "other_names": [alias.name for alias in organisation.aliases.all()],
        "branch_of": organisation_link(request, parent) if parent else None,
        "member_of": [
            organisation_link(request, one) for one in organisation.member_of.all()
        ],
        "branches": related(request, read_branches(organisation)),
        "members": related(request, read_members(organisation)),
        "spheres": [
            {"code": sphere.code, "name": sphere.localized_name}
            for sphere in organisation.spheres.all()
        ],
        "report_error_url": public_url(
            request, reverse("report_error", args=[organisation.slug])
        ),
        "meetings": attended(request, organisation, language),
        "comments": comments_of(request, organisation),
    }


def facts_of(organisation: Organisation) -> Answer:
    """Return what the organisation's own row says to everybody."""
    number = organisation.other_register_number
    other = {"name": organisation.other_register, "number": number} if number else None
    return {
        "about": organisation.about,
        "street": organisation.street,
        "postcode": organisation.postcode,
        "krs": organisation.krs,
        "nip": organisation.nip,
        "regon": organisation.regon,
        "other_register": other,
        "is_public_benefit": organisation.opp,
        "public_benefit_since": organisation.opp_since if organisation.opp else None,
        "website": organisation.website,
        "email": organisation.email,
        "phone": organisation.phone,
        "verified_at": organisation.verified_at,
    }


def related(request: HttpRequest, organisations: Related) -> Answer:
    """Return organisations that belong to one."""
    return {
        "count": organisations.total,
        "items": [organisation_link(request, one) for one in organisations.shown],
    }


def attended(
    request: HttpRequest, organisation: Organisation, language: str
) -> list[Answer]:
    """Return the meetings of one language that it came to: one query."""
    meetings: Any = attended_meetings(organisation, language)
    return [
        {
            **meeting_link(request, meeting, language),
            "date": meeting.date,
            "findings": meeting.number_of_findings,
        }
        for meeting in meetings.annotate(
            number_of_findings=Count("findings", distinct=True)
        )
    ]


def comments_of(request: HttpRequest, organisation: Organisation) -> Answer:
    """Return how many comments it made in its own name, and where they are."""
    comments = PublicComment.objects.public().filter(
        organisation=organisation, on_behalf=OnBehalf.ORGANISATION
    )
    listed = api_url(request, "list_comments")
    return {
        "count": comments.count(),
        "api_url": f"{listed}?organisation={organisation.slug}" if listed else None,
    }
