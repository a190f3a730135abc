"""Puts a version out for comments, and moves the last day on."""

import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import yesno
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import registry
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    HistoryView,
    InspectView,
)

from pages.comments.models import Consultation
from pages.comments.office.dates import move_last_day
from pages.comments.privacy.warning import warn_of_contacts
from pages.comments.viewsets.base import NOT_SAVED, KeptIndexView, OwnWordsMixin

# What other rooms offer for a consultation: called with it and the user.
BUTTONS_HOOK = "register_consultation_buttons"
SAVED = gettext_lazy("The consultation is saved.")
# What stays the same from one year to the next.
CARRIED_ON = (
    "legal_basis",
    "contact_unit",
    "contact_email",
    "contact_address",
    "controller",
    "data_protection_officer",
    "retention",
    "is_moderated",
)


def latest_end(year: int) -> datetime.date:
    """Return the day after which little time is left for a programme.

    Source: art. 5a ust. 1 of the Act of 24 April 2003: a year's programme is adopted
    by 30 November of the year before; the council needs some days.
    """
    return datetime.date(year - 1, 11, 20)


def warn_of_the_end(request: HttpRequest, consultation: Consultation) -> None:
    """Say where a consultation ends so late that the law's day is hard to keep."""
    day = latest_end(consultation.year)
    if consultation.closes_on > day:
        words = _(
            "It ends after %(day)s: the council must adopt the programme by "
            "30 November, with every comment answered."
        )
        messages.warning(request, words % {"day": date_format(day, "j E Y")})


class ConsultationsView(KeptIndexView):
    """The list of consultations, the newest first."""

    title_label = gettext_lazy("Version")

    def get_base_queryset(self) -> Any:
        rows = Consultation.objects.select_related("draft")
        return rows.defer("draft__body", "draft__summary")


class OpenConsultationView(OwnWordsMixin, CreateView):
    """A new consultation starts from what the last one said."""

    error_message = NOT_SAVED
    success_message = SAVED

    def get_initial_form_instance(self) -> Consultation:
        last = Consultation.objects.first()
        kept = {name: getattr(last, name) for name in CARRIED_ON} if last else {}
        return Consultation(**kept)

    def save_action(self) -> HttpResponse:
        warn_of_the_end(self.request, self.object)
        response: HttpResponse = super().save_action()
        return response


class ChangeConsultationView(OwnWordsMixin, EditView):
    """A consultation may be changed; that its last day was moved is noted."""

    error_message = NOT_SAVED
    success_message = SAVED

    def save_instance(self) -> Consultation:
        days = Consultation.objects.filter(pk=self.object.pk)
        before = days.values_list("closes_on", flat=True).get()
        with transaction.atomic():
            consultation: Consultation = super().save_instance()
            if consultation.closes_on != before:
                move_last_day(
                    consultation=consultation, before=before, user=self.request.user
                )
        return consultation

    def save_action(self) -> HttpResponse:
        warn_of_the_end(self.request, self.object)
        response: HttpResponse = super().save_action()
        return response


class ConsultationView(InspectView):
    """What a consultation says, with the way to its comments."""

    template_name = "public_comments/admin/consultation.html"

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, bool):
            return capfirst(str(yesno(value)))
        return "–" if value in (None, "") else value

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "contacts_warning": warn_of_contacts(self.object)}

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        register = reverse("wagtailsnippets_public_comments_publiccomment:list")
        comments = HeaderButton(
            _("Public comments"),
            url=f"{register}?consultation={self.object.pk}",
            icon_name="comment",
        )
        more = (
            button
            for hook in hooks.get_hooks(BUTTONS_HOOK)
            for button in hook(self.object, self.request.user)
        )
        return [comments, *more]


class ConsultationHistoryView(HistoryView):
    """What was done to a consultation, all of it."""

    def get_base_queryset(self) -> Any:
        return self._annotate_queryset(registry.get_logs_for_instance(self.object))
