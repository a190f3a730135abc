"""One version of a programme's text."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages.base.blocks import RICH_TEXT_FEATURES
from pages.base.models import BasePage
from pages.programmes.blocks import DraftStreamBlock
from pages.programmes.clauses import (
    ClauseNode,
    RawBlock,
    lacks_uids,
    malformed,
    overlong,
    read_clauses,
    repeated,
    with_uids,
)
from pages.programmes.download import redline_download, redline_segments
from pages.programmes.freezing import FreezeRefusedError
from pages.programmes.showing import read_view, view_of

from .clause import cite, save_wordings
from .closable import Closable
from .status import DraftStatus


class ProgrammeDraftPage(RoutablePageMixin, Closable):
    """One version of the programme's text: numbered clauses in areas."""

    page_description = _("One version of the text, made of numbered clauses.")
    parent_page_types = ["programmes.ProgrammePage"]
    exclude_fields_in_copy = ["status"]  # a copy is open again
    is_unfinished = False  # set while a form saves it without publishing
    subpage_types: list[str] = []

    number = models.PositiveSmallIntegerField(
        _("version number"), help_text=_("1 for the first version, then one more.")
    )
    label = models.CharField(
        _("label"),
        max_length=120,
        blank=True,
        help_text=_("For example “after the second meeting”."),
    )
    date = models.DateField(_("date of the version"))
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=DraftStatus.choices,
        default=DraftStatus.WORKING,
    )
    based_on = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("based on"),
        help_text=_("The version this one was made from."),
    )
    summary = RichTextField(
        _("summary of changes"), blank=True, features=RICH_TEXT_FEATURES
    )
    body = StreamField(DraftStreamBlock(), blank=True, verbose_name=_("text"))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("number"),
                FieldPanel("label"),
                FieldPanel("date"),
                FieldPanel("status"),
                PageChooserPanel("based_on", "programmes.ProgrammeDraftPage"),
            ],
            heading=_("Version"),
        ),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("label"),
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("status"),
    ]
    api_fields = [
        *BasePage.api_fields,
        *(
            APIField(name, writable=True)
            for name in (
                "number",
                "label",
                "date",
                "status",
                "based_on",
                "summary",
                "body",
            )
        ),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("status", overridable=False),
    ]

    class Meta:
        verbose_name = _("programme draft")
        verbose_name_plural = _("programme drafts")

    def clean(self) -> None:
        super().clean()
        if self.based_on_id and self.based_on_id == self.pk:
            raise ValidationError(
                {"based_on": gettext("A version cannot be based on itself.")}
            )
        self._check_uids()
        if not self.is_unfinished:
            self._refuse_empty()

    def _check_uids(self) -> None:
        """Give each clause its identity; refuse one that another has already."""
        raw = self.raw_body
        if lacks_uids(raw):
            self.body = with_uids(raw)
            self.__dict__.pop("clauses", None)
        faults = {
            gettext("The text has the same clause twice: %(names)s"): repeated,
            gettext("The id of a clause must be a UUID: %(names)s"): malformed,
            gettext("The number of a clause is too long: %(names)s"): overlong,
        }
        for message, find in faults.items():
            names = cite(find(self.clauses))
            if names:
                raise ValidationError({"body": message % {"names": names}})

    def _refuse_empty(self) -> None:
        """Refuse to publish a clause that says nothing."""
        empty = [node for node in self.clauses if not node.text.strip()]
        if empty:
            message = gettext("Clauses without a text: %(names)s")
            errors = {"body": message % {"names": cite(empty)}}
            raise FreezeRefusedError(errors, self)

    def save(
        self,
        *args: Any,
        update_fields: Iterable[str] | None = None,
        **kwargs: Any,
    ) -> None:
        """Save the page, and with it the wording of each of its clauses.

        Wagtail saves a few fields of a published page when an editor saves a new
        text without publishing it: that text must not become a wording yet, nor
        its status close the version.
        """
        self.__dict__.pop("clauses", None)
        self._check_uids()
        is_whole = update_fields is None or "body" in update_fields
        closes = self.live and (is_whole or "status" in (update_fields or ()))
        with transaction.atomic():
            self.check_frozen()
            closes = closes and self.is_to_freeze and self.frozen_version is None
            is_new = self.pk is None
            if closes and not is_new:
                self.check_freeze()
            super().save(*args, update_fields=update_fields, **kwargs)
            if is_whole or not self.live:
                save_wordings(self)
            if closes and is_new:  # others may ask about a version that is there
                self.check_freeze()
            if closes:
                self.freeze()

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision, in which each clause has its identity too."""
        self.__dict__.pop("clauses", None)
        self._check_uids()
        return super().save_revision(*args, **kwargs)

    def get_status_display(self) -> str:
        """The status in words; Django's own puts all into words to find one."""
        return str(dict(DraftStatus.choices).get(self.status, self.status))

    @cached_property
    def clauses(self) -> list[ClauseNode]:
        """The clauses in order, numbered; no query."""
        try:
            return read_clauses(self.raw_body)
        except KeyError:  # made in code, without ids, and not saved yet
            return read_clauses(with_uids(self.raw_body))

    @property
    def raw_body(self) -> list[RawBlock]:
        """The text as plain blocks."""
        return self.body.get_prep_value() if self.body else []

    @property
    def programme(self) -> Page:
        """The programme this is a version of."""
        return self.get_parent()

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | read_view(self, request, context["frame"].crumbs[-1].title)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template of the view asked for."""
        view = view_of(request)
        if view == "text":
            return str(super().get_template(request, *args, **kwargs))
        return f"programmes/programme_draft_{view}.html"

    @re_path(r"^redline\.docx/?$")  # Wagtail adds a slash before it looks
    def download(self, request: HttpRequest) -> HttpResponse:
        """Serve what changed as a Word file with tracked changes."""
        return redline_download(self, request.GET.get("compare", ""))

    @re_path(r"^redline\.json/?$")
    def segments(self, request: HttpRequest) -> HttpResponse:
        """Serve what changed as segments, for programs."""
        return redline_segments(self, request.GET.get("compare", ""))
