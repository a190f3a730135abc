"""The permanent address of a clause."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.base.frame import Link, view_frame
from pages.base.visibility import visible

from .commenting import comments_of_clause
from .history import clause_history
from .models import PriorityTaskPage


def clause(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show a clause in its newest published version, and its history."""
    language = get_language() or "pl"
    history = clause_history(uid, language)
    newest = history.newest
    if newest is None:
        return _in_own_language(uid, language)
    task = (
        visible(PriorityTaskPage.objects)
        .filter(clause_id=uid, locale__language_code=language, alias_of__isnull=True)
        .defer_streamfields()
        .first()
    )
    draft = newest.draft
    text = Truncator(newest.text)
    frame = view_frame(
        request,
        title=f"{newest.label} {text.chars(90)}".strip(),
        description=text.chars(250),
        crumbs=[
            Link(page.title, page.get_full_url(request) or "")
            for page in (*draft.get_ancestors().live().filter(depth__gt=2), draft)
        ],
        kind="article",
    )
    context = {
        "frame": frame,
        "clause": newest,
        "history": history,
        "task": task,
        "comments": comments_of_clause(uid, request),
    }
    return render(request, "programmes/clause.html", context)


def _in_own_language(uid: UUID, language: str) -> HttpResponse:
    """Lead to the clause in the city's language, as mirrored versions show it."""
    own = settings.LANGUAGE_CODE
    if own == language or clause_history(uid, own).newest is None:
        raise Http404(_("No published draft has this clause."))
    with translation.override(own):
        return HttpResponseRedirect(reverse("clause", args=[uid]))
