"""What the views of one version share."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

from pages.programmes.models import ProgrammeDraftPage


class DraftView(WagtailAdminTemplateMixin, TemplateView):
    """A view of a version in the source language that the user may edit."""

    header_icon = "edit"
    draft: ProgrammeDraftPage

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        pages = page_permission_policy.instances_user_has_permission_for(
            request.user, "change"
        )
        drafts = ProgrammeDraftPage.objects.filter(
            pk__in=pages.order_by().values("pk"), locale=Locale.get_default()
        )
        self.draft = get_object_or_404(drafts, pk=kwargs["pk"])

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not self.may_open():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_open(self) -> bool:
        """Whether the user may do here what the view is for."""
        return bool(self.permissions.can_edit())

    @property
    def permissions(self) -> Any:
        """What the user may do with the version."""
        return self.draft.permissions_for_user(self.request.user)

    @property
    def edit_url(self) -> str:
        """The address of the version's editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.draft.pk])

    def get_page_subtitle(self) -> str:
        return f"{self.draft.get_parent().title}: {self.draft.title}"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": self.edit_url, "label": self.get_page_subtitle()},
            {"url": "", "label": str(self.get_page_title())},
        ]
