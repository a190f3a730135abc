"""What the pages of versions and clauses show of comments: links, counts and lists.

Comments live in a room above; it registers one `Commenting` here, and the pages ask
it. Every answer costs a fixed number of queries, made before anything is printed.
"""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpRequest
from wagtail.admin.ui.components import Component


class VersionComments(Protocol):
    """How a version stands with comments."""

    @property
    def total(self) -> int:
        """How many comments readers see, those on the whole version too."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many comments readers see under each clause, by uid."""

    @property
    def form_url(self) -> str:
        """The address of the form without a clause, empty while none may be sent.

        "?clause=<uid>" makes it that of a clause.
        """

    @property
    def notice(self) -> Component | None:
        """What says when comments are taken, None where there is no consultation."""

    def listing(self) -> Component | None:
        """Return the comments with their answers, filtered and paged; None for none."""


class Commenting(Protocol):
    """A room that keeps comments."""

    def of_version(self, draft: Any, request: HttpRequest) -> VersionComments:
        """Return the comments on a version, asked for by its page in any language."""

    def of_clause(self, uid: UUID, request: HttpRequest) -> Component | None:
        """Return the comments on a clause in all its versions, None without any."""


_rooms: list[Commenting] = []


def register(room: Commenting) -> None:
    """Let a room tell of the comments that it keeps; there is one at most."""
    _rooms[:] = [room]


def comments_of_version(draft: Any, request: HttpRequest) -> VersionComments | None:
    """Return the comments on a version, None where no room keeps any."""
    return _rooms[0].of_version(draft, request) if _rooms else None


def comments_of_clause(uid: UUID, request: HttpRequest) -> Component | None:
    """Return the comments on a clause, None where there are none."""
    return _rooms[0].of_clause(uid, request) if _rooms else None
