"""The handbook in the admin; Wagtail lets in only those who may use the admin."""

from typing import Any

from django.http import Http404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from .chapters import LANGUAGE, SLUGS, Chapter, read_chapter, read_chapters


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    """The contents of the handbook."""

    template_name = "frontpage/handbook/index.html"
    page_title = _("Handbook")
    header_icon = "help"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("handbook:index"), "label": HandbookView.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"chapters": read_chapters(), "language": LANGUAGE}


class ChapterView(HandbookView):
    """One chapter, with the way to the next."""

    template_name = "frontpage/handbook/chapter.html"

    def get_page_title(self) -> str:
        return self._chapter().title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        chapter = self._chapter()
        return [
            *super().get_breadcrumbs_items(),
            {"url": chapter.url, "label": chapter.title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        place = SLUGS.index(self.kwargs["chapter"])
        before, after = SLUGS[:place][-1:], SLUGS[place + 1 :][:1]
        return context | {
            "chapter": self._chapter(),
            "previous": read_chapter(*before) if before else None,
            "next": read_chapter(*after) if after else None,
        }

    def _chapter(self) -> Chapter:
        slug = self.kwargs["chapter"]
        if slug not in SLUGS:
            raise Http404
        return read_chapter(slug)


class HandbookViewSet(ViewSet):
    """The handbook's addresses and its place in the help menu."""

    name = "handbook"
    icon = "help"
    menu_name = "handbook"
    menu_label = _("Handbook")
    menu_hook = "register_help_menu_item"
    menu_order = 50  # before what Wagtail says of itself

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", HandbookView.as_view(), name="index"),
            path("<slug:chapter>/", ChapterView.as_view(), name="chapter"),
        ]
