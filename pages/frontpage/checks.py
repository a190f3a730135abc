"""What the room needs of the site it is installed in."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

PROCESSOR = "pages.frontpage.context_processors.navigation"


@register
def check_context_processor(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss what gives templates the name of the site and the menu."""
    engines: list[dict[str, Any]] = settings.TEMPLATES
    if any(
        PROCESSOR in engine.get("OPTIONS", {}).get("context_processors", ())
        for engine in engines
    ):
        return []
    return [
        Error(
            f"{PROCESSOR} is not among the context processors of TEMPLATES: pages "
            "would have no menu and no name of the site.",
            hint="Add it to OPTIONS of TEMPLATES.",
            id="frontpage.E001",
        )
    ]
