"""Pasting text into an open version: nothing is matched without a person's word."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from pages.programmes.clauses import ClauseNode
from pages.programmes.decisions import PlacingError, Problem
from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.pasting import (
    OutdatedError,
    newest,
    paste,
    propose_for,
    within,
)

from .base import DraftView
from .paste_forms import RELATIONS, PasteForm, Table, name_of


def problem_message(problem: Problem, clause: str) -> str:
    """Say why what was decided cannot be done."""
    said = {
        Problem.TWICE: _("%(clause)s is chosen for another paragraph already."),
        Problem.GONE: _("%(clause)s is not in the version."),
        Problem.HEADING: _("%(clause)s is a heading: it can only stay the same."),
        Problem.TOO_LONG: _("The text is too long for %(clause)s."),
        Problem.NO_PLACE: _("%(clause)s cannot stand there."),
        Problem.REMOVED: _("%(clause)s is to be removed, and is to stay as well."),
        Problem.NO_PARAGRAPH: _("%(clause)s: there is no such paragraph."),
    }
    return said[problem] % {"clause": clause}


class PasteView(DraftView):
    """Asks for a text, shows what it may be, and saves what a person decides."""

    page_title = gettext_lazy("Paste text")
    template_name = "programmes/admin/paste.html"
    header_icon = "clipboard-list"

    def may_open(self) -> bool:
        """Whether the version is open and the user may change it now."""
        return (
            super().may_open()
            and self.draft.frozen_version is None
            and not self.permissions.page_locked()
        )

    @cached_property
    def page(self) -> ProgrammeDraftPage:
        """The version as it was saved last."""
        return newest(self.draft)

    @property
    def nodes(self) -> list[ClauseNode]:
        """The clauses as they were saved last."""
        return self.page.clauses

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = kwargs.get("form") or self.empty_form()
        context |= {
            "draft": self.draft,
            "form": form,
            "table": kwargs.get("table"),
            "relations": RELATIONS,
            "form_is_multipart": True,  # as such 1 MB of text takes 1 MB
            "media": context.get("media", forms.Media()) + form.media,
            "submit_button_label": _("Show what it may be"),
            "submit_button_active_label": _("Reading…"),
        }
        return context

    def empty_form(self, **initial: Any) -> PasteForm:
        """Return the form for the version as it is now."""
        initial["revision"] = self.draft.latest_revision_id
        return PasteForm(initial=initial, nodes=self.nodes)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        data: Any = request.POST
        if data.get("revision") != str(self.draft.latest_revision_id or ""):
            return self.say_outdated()
        form = PasteForm(data, nodes=self.nodes)
        if "back" in data or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        group = form.cleaned_data["group"]
        proposals = propose_for(self.nodes, form.paragraphs, group)
        is_decided = "decided" in data
        inside = within(self.nodes, group)
        table = Table(proposals, self.nodes, inside, data if is_decided else None)
        if is_decided and table.is_valid():
            response = self.save(form, table)
            if response:
                return response
        elif is_decided:
            messages.error(request, _("Nothing is saved: some rows are not decided."))
        return self.render_to_response(self.get_context_data(form=form, table=table))

    def save(self, form: PasteForm, table: Table) -> HttpResponse | None:
        """Save what was decided; return None, with errors noted, where it cannot be."""
        decided = table.decided
        try:
            paste(
                self.draft,
                [decision for _row, decision in decided],
                group=form.cleaned_data["group"],
                removed=table.removed,
                revision=form.cleaned_data["revision"],
                user=self.request.user,
            )
        except OutdatedError:
            return self.say_outdated()
        except PlacingError as error:
            names = {node.uid: name_of(node) for node in self.nodes}
            message = problem_message(error.problem, names.get(error.uid, "–"))
            if error.place is not None:
                decided[error.place][0].errors.append(message)
            messages.error(self.request, _("Nothing is saved: %s") % message)
            return None
        said = ngettext(
            "%(n)s paragraph is in the version, which is not published yet.",
            "%(n)s paragraphs are in the version, which is not published yet.",
            len(decided),
        )
        messages.success(self.request, said % {"n": len(decided)})
        return redirect(self.edit_url)

    def say_outdated(self) -> HttpResponse:
        """Say that somebody saved the version, and show the text again."""
        self.draft.refresh_from_db()
        self.__dict__.pop("page", None)
        messages.error(
            self.request,
            _(
                "Somebody saved the version in the meantime. Nothing of yours is lost: "
                "the text is below. Send it again, to be read against the new version."
            ),
        )
        data = self.request.POST
        form = self.empty_form(text=data.get("text", ""), group=data.get("group", ""))
        return self.render_to_response(self.get_context_data(form=form))
