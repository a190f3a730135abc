"""The list of codes, the form that issues one, and the page about one."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import CreateView, InspectView

from pages.comments.admin_views.desk import COMMENT
from pages.comments.admin_views.history import read_history
from pages.comments.admin_views.step import steps_for
from pages.comments.models import Consultation
from pages.comments.states import SEE_CONTACT
from pages.comments.viewsets.base import NOT_SAVED, KeptIndexView
from pages.positions.issuing import issue_code
from pages.positions.models import OrganisationCode, PositionDraft, PositionItem

from .steps import CODE, STEPS

ISSUED = "organisation_positions/admin/issued.html"


class CodesView(KeptIndexView):
    """The list of codes; of drafts staff see the number, never the words."""

    title_label = gettext_lazy("Organisation")
    add_item_label = gettext_lazy("Issue a code")

    def get_base_queryset(self) -> Any:
        codes = OrganisationCode.objects.select_related(
            "organisation", "consultation__draft"
        ).defer("consultation__draft__body", "consultation__draft__summary")
        return codes.annotate(
            draft_count=count_under_code(PositionDraft.objects.all()),
            comment_count=count_under_code(PositionItem.objects.exclude(comment=None)),
        )


def count_under_code(rows: Any) -> Any:
    """Return how many rows a code has; two joins would multiply drafts by items."""
    own = rows.filter(code=OuterRef("pk")).order_by().values("code")
    return Coalesce(Subquery(own.annotate(n=Count("pk")).values("n")), 0)


class IssueView(CreateView):
    """Issues a code and shows it, once: it is kept nowhere."""

    page_title = gettext_lazy("Issue a code")
    error_message = NOT_SAVED
    written = ""

    def get_page_subtitle(self) -> str:
        return str(self.page_title)

    def get_initial_form_instance(self) -> OrganisationCode:
        consultations = Consultation.objects.only("pk")
        asked = self.request.GET.get("consultation", "")
        chosen = consultations.filter(pk=asked) if asked.isdecimal() else consultations
        return OrganisationCode(consultation=chosen.open().first() or chosen.first())

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except ValidationError as error:  # somebody else was faster
            form.add_error("organisation", error)
            return self.form_invalid(form)
        return response

    def save_instance(self) -> OrganisationCode:
        self.issued: OrganisationCode = self.form.save(commit=False)
        self.written = issue_code(code=self.issued, user=self.request.user)
        return self.issued

    def save_action(self) -> HttpResponse:
        code = self.issued
        context = {
            **self.get_context_data(),
            "code": code,
            "written": self.written,
            "enter_url": reverse("position_enter", args=[code.consultation.draft_id]),
            "desk_url": reverse(f"{CODE}:inspect", args=[code.pk]),
        }
        self.object = code  # the context of a form puts an empty one in its place
        return render(self.request, ISSUED, context)


@dataclass(frozen=True)
class Belonging:
    """One comment of a position, and the address of its page in the admin."""

    comment: Any
    url: str


class CodeView(InspectView):
    """The page about one code: whom it is for, how far they are, what can be done."""

    template_name = "organisation_positions/admin/code.html"
    object: OrganisationCode

    def get_object(self, queryset: Any = None) -> OrganisationCode:
        codes = OrganisationCode.objects.select_related(
            "organisation", "consultation__draft", "issued_by", "revoked_by"
        )
        return get_object_or_404(codes, pk=self.pk)

    def get_page_title(self) -> str:
        return _("Organisation code")

    @cached_property
    def header_buttons(self) -> list[Any]:
        return []

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return []

    def get_fields_context(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        code, user = self.object, self.request.user
        sees_contact = user.has_perm(SEE_CONTACT)
        context |= {
            "code": code,
            "drafts": code.drafts.count(),
            "contact_email": code.contact_email if sees_contact else "",
            "sees_contact": sees_contact,
            "mails": list(code.mails.all()),
            "comments": read_comments(code),
            "steps": [
                (step, reverse(f"{CODE}:{step.name}", args=[code.pk]))
                for step in steps_for(STEPS, code, user)
            ],
            "history": read_history(code, actor_of),
        }
        return context


def read_comments(code: OrganisationCode) -> list[Belonging]:
    """Return the comments that a position became: one query."""
    return [
        Belonging(comment, reverse(f"{COMMENT}:inspect", args=[comment.pk]))
        for comment in code.comments.defer("words")
    ]


def actor_of(entry: Any) -> str:
    """Return who did it: a member of staff, or else the contact person."""
    return str(entry.user_display_name) if entry.user_id else _("the contact person")
