"""The page of results."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pages.base.frame import view_frame
from search.queries.asking import Asked, read_question
from search.queries.finding import Found, find
from search.queries.jumping import jumps
from search.queries.missed import note_missed
from search.queries.promoting import find_promoted

from .filters import filter_groups, tags


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what the catalogue has for the words of the address."""
    language = get_language() or "pl"
    asked = read_question(request.GET, language)
    found = find(asked, request) if asked.text else None
    if found and found.is_nothing and is_first_look(request):
        note_missed(asked.text, language)
    context: dict[str, Any] = {
        "frame": view_frame(
            request,
            title=title_of(asked),
            description=_("Search what is published on this site."),
            is_indexed=not request.GET,
            query=f"?{request.GET.urlencode()}" if asked.text else "",
        ),
        "asked": asked,
        "found": found,
    }
    if found:
        context |= read_around(found, request, language)
    return render(request, "search/results.html", context)


def read_around(found: Found, request: HttpRequest, language: str) -> dict[str, Any]:
    """Return what is shown around the hits."""
    asked = found.asked
    is_first = asked.page in ("", "1") and not asked.is_filtered
    return {
        "jumps": jumps(asked.text, request) if is_first else [],
        "promoted": find_promoted(asked.text, language, request) if is_first else [],
        "filters": filter_groups(found),
        "tags": tags(found),
        "exact_url": asked.with_values(is_exact=True).address,
        "unfiltered_url": asked.without_filters().address,
        "relevance_url": asked.with_values(is_by_date=False).address,
        "date_url": asked.with_values(is_by_date=True).address,
        "is_cut": found.total > found.paged,
    }


def is_first_look(request: HttpRequest) -> bool:
    """Whether somebody asks, rather than turns pages or looks whether it is there."""
    return request.method == "GET" and "page" not in request.GET


def title_of(asked: Asked) -> str:
    """Return the title of the page."""
    if not asked.text:
        return _("Search")
    return _("Results for “%(query)s”") % {"query": asked.text}
