"""Tells consultations, and what a form of theirs must keep to."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from pages.api.links import api_url, public_url
from pages.comments.forms import CommentForm
from pages.comments.limits import limits
from pages.comments.models import (
    LONGEST_TEXT,
    PUBLIC_ON_BEHALF,
    WARSAW,
    CommentKind,
    Consultation,
    Phase,
)
from pages.comments.public.versions import find_versions

from .linking import version_link
from .schemas import ConsultationFilters

Answer = dict[str, Any]


def find_consultations(filters: ConsultationFilters) -> QuerySet[Consultation]:
    """Return the consultations of public versions that the filters let through."""
    consultations = Consultation.objects.public().filter(in_phase(filters.phase))
    if filters.year is not None:
        consultations = consultations.filter(year=filters.year)
    found: QuerySet[Consultation] = consultations.select_related(
        "draft", "contact_unit"
    ).defer("draft__body")
    return found


def in_phase(phase: str | None) -> Q:
    """Return the condition on the days of a consultation."""
    today = timezone.now().astimezone(WARSAW).date()
    return {
        Phase.ANNOUNCED.value: Q(opens_on__gt=today),
        Phase.OPEN.value: Q(opens_on__lte=today, closes_on__gte=today),
        Phase.CLOSED.value: Q(closes_on__lt=today),
    }.get(phase or "", Q())


def tell_consultations(
    request: HttpRequest, consultations: Iterable[Consultation]
) -> list[Answer]:
    """Return consultations; one query for the versions of all of them."""
    rows = list(consultations)
    keys = {row.draft.translation_key for row in rows}
    versions, rules = find_versions(keys, request), rules_of_form()
    return [
        {
            **when_and_how(row),
            **addresses_of(request, row),
            "draft": version_link(request, versions.get(row.draft.translation_key)),
            "rules": rules,
        }
        for row in rows
    ]


def when_and_how(consultation: Consultation) -> Answer:
    """Return what the consultation itself says."""
    same = (
        *("id", "year", "opens_on", "closes_on", "opens_at", "closes_at"),
        *("legal_basis", "act", "act_date", "contact_email", "contact_address"),
        *("controller", "data_protection_officer", "retention"),
        *("erase_contacts_on", "is_moderated", "asks_challenge"),
    )
    unit, phase = consultation.contact_unit, consultation.phase
    return {
        **{name: getattr(consultation, name) for name in same},
        "phase": phase.value,
        "phase_label": str(phase.label),
        "notice": consultation.localized_notice,
        "contact_unit": unit.localized_name if unit else "",
    }


def addresses_of(request: HttpRequest, consultation: Consultation) -> Answer:
    """Return where comments on the version are sent and read."""
    form = reverse("comment_form", args=[consultation.draft_id])
    query = f"?draft={consultation.draft_id}"
    opened = api_url(request, "open_comment_form")
    listed = api_url(request, "list_comments")
    is_open = consultation.is_open
    return {
        "form_url": public_url(request, form) if is_open else None,
        "form_api_url": f"{opened}{query}" if is_open and opened else None,
        "comments_api_url": f"{listed}{query}" if listed else None,
    }


def rules_of_form() -> Answer:
    """Return the rules of the form, in the active language."""
    bounds, fields = limits(), CommentForm.base_fields
    same = (
        *("most_links", "least_seconds", "form_lasts", "confirm_within"),
        *("largest_body", "most_an_hour", "most_a_day"),
    )
    lengths = {
        f"longest_{name}": getattr(fields[name], "max_length", 0)
        for name in ("organisation", "name", "email")
    }
    return {
        "kinds": labelled(CommentKind),
        "on_behalf": labelled(PUBLIC_ON_BEHALF),
        "longest_text": LONGEST_TEXT,
        **lengths,
        **{name: getattr(bounds, name) for name in same},
    }


def labelled(choices: Iterable[Any]) -> list[Answer]:
    """Return choices with what they are called."""
    return [{"value": one.value, "label": str(one.label)} for one in choices]
