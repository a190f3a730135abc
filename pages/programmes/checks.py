"""What the room needs of the site it is installed in."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register  # noqa: A004 - its name

from snippets.needs import miss_address

MIDDLEWARE = "pages.programmes.middleware.FreezeRefusalMiddleware"


@register
def check_addresses(**kwargs: Any) -> Sequence[CheckMessage]:
    """Miss the address that a clause keeps."""
    return miss_address(
        "clause",
        kwargs={"uid": UUID(int=0)},
        consequence="no version could be shown, as each links its clauses.",
        hint="Include “pages.frontpage.urls” inside i18n_patterns, or "
        "pages.programmes.views.clause at “clause/<uuid:uid>/”.",
        code="programmes.E001",
    )


@register
def check_middleware(**kwargs: Any) -> Sequence[CheckMessage]:
    """Warn where staff would meet an error page instead of the reason."""
    if MIDDLEWARE in settings.MIDDLEWARE:
        return []
    return [
        Warning(
            f"{MIDDLEWARE} is not in MIDDLEWARE: where a version may not be published, "
            "a workflow's last approval and bulk publishing end in an error.",
            hint="Put it after MessageMiddleware.",
            id="programmes.W001",
        )
    ]
