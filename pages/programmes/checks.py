"""What the room needs of the site it is installed in."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register  # noqa: A004 - its name

MIDDLEWARE = "pages.programmes.middleware.FreezeRefusalMiddleware"


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
