"""Clauses cited by what is said of them: findings, comments, answers."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from ninja import Schema
from pydantic import Field

from .links import api_url, public_url


class CitedClause(Schema):
    """A clause of the programme, as it is cited."""

    uid: UUID = Field(description="The same in all versions, years and languages.")
    label: str = Field(description="As its version cites it; empty where it cannot be.")
    url: str = Field(description="Its permanent public address.")
    api_url: str | None = Field(description="Where the API tells more.")


def clause_path(uid: UUID | str, language_code: str | None = None) -> str:
    """Return the permanent address of a clause, in the active language or another.

    It leads somewhere only where a version of that language has the clause.
    """
    with translation.override(language_code or translation.get_language()):
        return reverse("clause", args=[uid])


def cited_clause(
    request: HttpRequest, uid: UUID, label: str, path: str = ""
) -> dict[str, Any]:
    """Return the `CitedClause` of a uid; `path` where that is cited in another way."""
    path = path or clause_path(uid)
    return {
        "uid": uid,
        "label": label,
        "url": public_url(request, path),
        "api_url": api_url(request, "detail_clause", uid=uid),
    }
