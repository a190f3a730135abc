"""What the room adds to the Wagtail admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from pages.comments.admin_views.consultations import BUTTONS_HOOK
from pages.comments.models import Consultation

from .admin_views.steps import CODE
from .issuing import VIEW
from .logs import register_actions
from .viewsets import OrganisationCodeViewSet

register_snippet(OrganisationCodeViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done with codes in their history."""
    register_actions(actions)


@hooks.register(BUTTONS_HOOK)
def add_codes_button(consultation: Consultation, user: Any) -> Iterator[HeaderButton]:
    """Lead from a consultation to the codes for it."""
    if user.has_perm(VIEW):
        yield HeaderButton(
            _("Organisation codes"),
            url=f"{reverse(f'{CODE}:list')}?consultation={consultation.pk}",
            icon_name="key",
        )
