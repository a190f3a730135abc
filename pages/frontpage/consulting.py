"""The consultation that the home page tells of."""

import datetime
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from pages.base.visibility import visible
from pages.comments.models import Consultation, Phase
from pages.comments.public.places import count_readable
from pages.comments.public.versions import Version, find_versions
from pages.programmes.models import ProgrammeDraftPage

# Which is told of first; of several closed ones the last.
ORDER = (Phase.OPEN, Phase.ANNOUNCED, Phase.CLOSED)
LOOKED_AT = 20


@dataclass(frozen=True)
class ConsultationCard:
    """A consultation, its version in the reader's language, and how many spoke.

    `form_url` is empty while no comments are taken.
    """

    consultation: Consultation
    version: Version
    comments: int
    form_url: str = ""


def read_consultation(home: Page, request: HttpRequest) -> ConsultationCard | None:
    """Return what to show: the one that is open, else announced, else closed last.

    Three queries; None where no version was put out yet.
    """
    drafts = visible(ProgrammeDraftPage.objects.descendant_of(home)).order_by()
    found = (
        Consultation.objects.public()
        .filter(draft__translation_key__in=drafts.values("translation_key"))
        .select_related("draft")
        .only("opens_on", "closes_on", "draft__translation_key")
        .order_by("-closes_on", "-pk")
    )
    ranked = sorted(found[:LOOKED_AT], key=rank)
    if not ranked:
        return None
    consultation = ranked[0]
    key = consultation.draft.translation_key
    version = find_versions({key}, request).get(key)
    if version is None:
        return None
    form_url = ""
    if consultation.is_open:
        form_url = reverse("comment_form", args=[version.page.pk])
    return ConsultationCard(consultation, version, count_readable(key), form_url)


def rank(consultation: Consultation) -> tuple[int, datetime.date]:
    """Return what orders consultations: of open ones the first to close comes first."""
    phase = consultation.phase
    day = consultation.closes_on if phase == Phase.OPEN else datetime.date.min
    return ORDER.index(phase), day
