"""Links of what comments and answers name, from what was read at once."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from pages.api.citing import cited_clause, clause_path
from pages.api.links import api_url, known_link, public_url
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
    page, label = version.page, ProgrammeDraftPage._meta.label
    return known_link(request, page, label, page.code)


def comment_link(request: HttpRequest, comment: PublicComment) -> Answer:
    """Return the link of a registered comment."""
    place = {"year": comment.year, "number": comment.number}
    return {
        "code": comment.code,
        **place,
        "url": public_url(request, comment.url),
        "api_url": api_url(request, "detail_comment", **place),
    }


def clause_of(
    request: HttpRequest, comment: PublicComment, version: Version | None
) -> Answer | None:
    """Return the clause commented on, as its version cites it.

    Its address is that of the language in which the version has it.
    """
    uid: UUID | None = comment.clause_id
    if uid is None:
        return None
    label = clause_label(comment.clause_kind, comment.clause_number)
    is_own = version is not None and version.is_own
    path = clause_path(uid, None if is_own else settings.LANGUAGE_CODE)
    return cited_clause(request, uid, label, path)


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
