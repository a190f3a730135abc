"""Clauses cited by what is said of them: findings, comments, answers."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from ninja import Schema
from pydantic import Field

from .links import api_url


class CitedClause(Schema):
    """A clause of the programme, as it is cited."""

    uid: UUID = Field(description="The same in all versions, years and languages.")
    label: str = Field(description="As its version cites it; empty where it cannot be.")
    url: str = Field(description="Its permanent public address.")
    api_url: str | None = Field(description="Where the API tells more.")


def cited_clause(
    request: HttpRequest, uid: UUID, label: str, url: str = ""
) -> dict[str, Any]:
    """Return the `CitedClause` of a uid; `url` where it is cited in one version."""
    path = url or reverse("clause", args=[uid])
    return {
        "uid": uid,
        "label": label,
        "url": request.build_absolute_uri(path),
        "api_url": api_url(request, "detail_clause", uid=uid),
    }
