"""The versions that comments and answers lead to, in the reader's language."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import get_language

from pages.base.visibility import visible
from pages.programmes.models import ProgrammeDraftPage


@dataclass(frozen=True)
class Version:
    """A version that the public can read: its title, address and page.

    `is_own` says that its text is in the reader's language, as its clauses are then.
    """

    title: str
    url: str
    page: Any = None
    is_own: bool = False

    @property
    def comments_url(self) -> str:
        """The address of its list of comments."""
        return f"{self.url}?view=comments"


def find_versions(keys: Collection[UUID], request: HttpRequest) -> dict[UUID, Version]:
    """Return public versions by translation key: one query.

    In the reader's language; where there is no such page, in the city's own.
    """
    if not keys:
        return {}
    language = get_language() or settings.LANGUAGE_CODE
    pages = (
        visible(ProgrammeDraftPage.objects)
        .filter(
            translation_key__in=keys,
            locale__language_code__in={language, settings.LANGUAGE_CODE},
        )
        .annotate(code=F("locale__language_code"))
        .only("title", "url_path", "translation_key", "path", "depth", "alias_of")
    )
    best = sorted(pages, key=lambda page: page.code == language)
    return {
        page.translation_key: Version(
            page.title,
            page.get_url(request) or "",
            page,
            is_own=page.code == language and page.alias_of_id is None,
        )
        for page in best
    }
