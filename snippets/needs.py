"""What an app needs of the site that it is installed in, for its system checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.urls import NoReverseMatch, reverse


def miss_apps(*names: str, consequence: str, code: str) -> list[CheckMessage]:
    """Return an error that names the apps which are not in INSTALLED_APPS."""
    missing = [name for name in names if not apps.is_installed(name)]
    if not missing:
        return []
    listed = ", ".join(missing)
    return [
        Error(
            f"INSTALLED_APPS is without {listed}: {consequence}",
            hint=f"Add {listed} to INSTALLED_APPS.",
            id=code,
        )
    ]


def miss_address(
    name: str,
    *,
    kwargs: dict[str, Any] | None = None,
    args: Sequence[Any] = (),
    consequence: str,
    hint: str,
    code: str,
) -> list[CheckMessage]:
    """Return an error where ROOT_URLCONF does not know the address of that name."""
    try:
        reverse(name, args=args, kwargs=kwargs)
    except NoReverseMatch:
        return [
            Error(
                f"ROOT_URLCONF has no address “{name}”: {consequence}",
                hint=hint,
                id=code,
            )
        ]
    return []
