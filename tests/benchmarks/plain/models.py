"""A page type a template, with ordinary fields and one StreamField each."""

from django.core.paginator import Paginator
from django.db import models
from wagtail.blocks import StreamBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from pages.directory.filtering import DirectoryFilterForm
from pages.directory.letters import ALPHABET
from pages.meetings.models import MeetingStatus
from pages.meetings.models.meeting import MeetingKind
from pages.programmes.models.draft import DraftStatus
from pages.programmes.models.programme import Stage

from .blocks import ClauseStreamBlock, TextStreamBlock


class PlainHomePage(Page):
    lead = models.TextField(blank=True)
    site_name = models.CharField(max_length=60)
    tagline = models.CharField(max_length=120)
    contact_email = models.EmailField(blank=True)
    funding_note = models.TextField(blank=True)
    body = StreamField(TextStreamBlock(), blank=True)


class PlainPage(Page):
    lead = models.TextField(blank=True)
    show_in_footer = models.BooleanField(default=False)
    show_contents = models.BooleanField(default=False)
    body = StreamField(TextStreamBlock(), blank=True)


class PlainListPage(Page):
    """As in the tutorial; its template asks each child for `specific`."""

    lead = models.TextField(blank=True)

    def get_context(self, request):
        context = super().get_context(request)
        children = self.get_children().live().order_by("-first_published_at")
        context["children"] = Paginator(children, 20).get_page(request.GET.get("page"))
        return context


class PlainProgrammePage(Page):
    lead = models.TextField(blank=True)
    stage = models.CharField(max_length=20, choices=Stage.choices)
    legal_basis = models.CharField(max_length=255, blank=True)

    def get_context(self, request):
        context = super().get_context(request)
        drafts = PlainDraftPage.objects.child_of(self).live()
        tasks = PlainTaskPage.objects.child_of(self).live()
        context["drafts"] = drafts.order_by("-number")
        context["tasks"] = tasks.order_by("area__order", "title")
        context["meetings"] = self.meetings.live().order_by("date")
        return context


class PlainDraftPage(Page):
    lead = models.TextField(blank=True)
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=120, blank=True)
    date = models.DateField()
    status = models.CharField(max_length=20, choices=DraftStatus.choices)
    summary = RichTextField(blank=True)
    body = StreamField(ClauseStreamBlock(), blank=True)

    def get_context(self, request):
        context = super().get_context(request)
        versions = PlainDraftPage.objects.sibling_of(self).live()
        context["versions"] = versions.order_by("-number")
        return context


class PlainTaskPage(Page):
    lead = models.TextField(blank=True)
    area = models.ForeignKey("snippets.PriorityArea", models.PROTECT, related_name="+")
    lead_unit = models.ForeignKey(
        "snippets.CityUnit", models.PROTECT, null=True, blank=True, related_name="+"
    )
    clause = models.CharField(max_length=60, blank=True)
    body = StreamField(TextStreamBlock(), blank=True)


class PlainMeetingPage(Page):
    lead = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=MeetingKind.choices)
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=MeetingStatus.choices)
    date = models.DateField()
    hours = models.CharField(max_length=20, blank=True)
    place = models.ForeignKey(
        "snippets.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    participants = models.PositiveSmallIntegerField(null=True, blank=True)
    programme = models.ForeignKey(
        PlainProgrammePage,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
    )
    discussed_draft = models.ForeignKey(
        PlainDraftPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="discussed_at",
    )
    resulting_draft = models.ForeignKey(
        PlainDraftPage, models.SET_NULL, null=True, blank=True, related_name="made_at"
    )
    body = StreamField(TextStreamBlock(), blank=True)


class PlainDirectoryPage(Page):
    """The organisations as a StreamField of choosers."""

    body = StreamField(
        StreamBlock(
            [
                (
                    "organisation",
                    SnippetChooserBlock(
                        "snippets.Organisation",
                        template="plain/blocks/directory_entry.html",
                    ),
                )
            ]
        ),
        blank=True,
    )

    def get_context(self, request):
        context = super().get_context(request)
        used = {block.value.name[0] for block in self.body}
        context["form"] = DirectoryFilterForm()
        context["letters"] = [(letter, letter in used) for letter in ALPHABET]
        return context
