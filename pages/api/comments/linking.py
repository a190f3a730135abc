"""Links of what comments and answers name, from what was read at once."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from pages.api.citing import cited_clause
from pages.api.links import api_url
from pages.api.organisations.telling import organisation_link
from pages.comments.models import OnBehalf, PublicComment
from pages.comments.public.reading import author_of
from pages.comments.public.versions import Version
from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.models.clause import clause_label

Answer = dict[str, Any]


def version_link(request: HttpRequest, version: Version | None) -> Answer | None:
    """Return the link of a version that `find_versions` gave: no query."""
    if version is None:
        return None
    return {
        "id": version.page.pk,
        "type": ProgrammeDraftPage._meta.label,
        "title": version.title,
        "url": version.page.get_full_url(request),
        "locale": version.page.code,
        "api_url": api_url(request, "detail_page", page_id=version.page.pk),
    }


def comment_link(request: HttpRequest, comment: PublicComment) -> Answer:
    """Return the link of a registered comment."""
    place = {"year": comment.year, "number": comment.number}
    return {
        "code": comment.code,
        **place,
        "url": request.build_absolute_uri(comment.url),
        "api_url": api_url(request, "detail_comment", **place),
    }


def clause_of(request: HttpRequest, comment: PublicComment) -> Answer | None:
    """Return the clause commented on, as its version cites it."""
    uid: UUID | None = comment.clause_id
    if uid is None:
        return None
    label = clause_label(comment.clause_kind, comment.clause_number)
    return cited_clause(request, uid, label)


def author_link(request: HttpRequest, comment: PublicComment) -> Answer:
    """Return who speaks, as everybody may know."""
    is_own = comment.on_behalf == OnBehalf.ORGANISATION
    organisation = comment.organisation if is_own else None
    return {
        "name": author_of(comment).title,
        "on_behalf": comment.on_behalf,
        "on_behalf_label": str(OnBehalf(comment.on_behalf).label),
        "organisation": organisation and organisation_link(request, organisation),
    }
