"""The life of one priority task."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from pages.base.blocks import BodyStreamBlock
from pages.base.models import BasePage
from pages.programmes.history import clause_history


class PriorityTaskPage(BasePage):
    """One priority task: what it is, its area and unit, its wording in each draft."""

    page_description = _("One task: what it is, who leads it, how it was worded.")
    parent_page_types = ["programmes.ProgrammePage"]
    subpage_types: list[str] = []

    area = models.ForeignKey(
        "snippets.PriorityArea",
        models.PROTECT,
        related_name="+",
        verbose_name=_("area"),
    )
    lead_unit = models.ForeignKey(
        "snippets.CityUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead unit"),
        help_text=_("The city unit that answers for the task."),
    )
    clause = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="task_pages",
        verbose_name=_("clause"),
        help_text=_(
            "The clause of the programme that is this task. Its wording in each "
            "draft and the meetings that discussed it are then shown by themselves."
        ),
    )
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("content"))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("area"), FieldPanel("lead_unit"), FieldPanel("clause")],
            heading=_("The task"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("area"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("area", writable=True),
        APIField("lead_unit", writable=True),
        APIField("clause", writable=True),
        APIField("body", writable=True),
    ]

    class Meta:
        verbose_name = _("priority task")
        verbose_name_plural = _("priority tasks")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["history"] = (
            clause_history(self.clause_id, self.locale.language_code)
            if self.clause_id
            else None
        )
        return context
