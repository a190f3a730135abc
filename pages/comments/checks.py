"""What the room needs of the site it is installed in.

The place of private files is checked by the registers, which it builds on.
"""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, register
from django.core.exceptions import ImproperlyConfigured
from django.urls import NoReverseMatch, reverse

from pages.comments.mail.tasks import BACKEND, QUEUE
from snippets.queues import miss_queue

from .limits import MOST_CHALLENGE_STEPS, MOST_LEAST_SECONDS, Limits, limits

NOT_SHARED = ("locmem.LocMemCache", "dummy.DummyCache")


@register
def check_tasks(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the queue that mail to authors waits in."""
    consequence = "no mail would go to the authors of comments."
    return miss_queue(
        BACKEND, QUEUE, consequence=consequence, code="public_comments.E001"
    )


@register
def check_limits(**kwargs: Any) -> Iterable[CheckMessage]:
    """Find limits that are unknown, or that shut people out."""
    hint = "They are: " + ", ".join(field.name for field in fields(Limits))
    try:
        found = limits()
    except ImproperlyConfigured as error:
        return [checks.Error(f"{error}.", hint=hint, id="public_comments.E004")]
    errors = []
    if found.least_seconds > MOST_LEAST_SECONDS:
        errors.append(
            checks.Error(
                "PUBLIC_COMMENTS lets nobody send the form before "
                f"{found.least_seconds} seconds: people who are quick would be "
                "refused.",
                hint=f"Set least_seconds to {MOST_LEAST_SECONDS} at most.",
                id="public_comments.E005",
            )
        )
    if not 1 <= found.challenge_steps <= MOST_CHALLENGE_STEPS:
        errors.append(
            checks.Error(
                "PUBLIC_COMMENTS asks browsers for no work, or for so much that slow "
                f"phones are not done in time: {found.challenge_steps} steps.",
                hint=f"Set challenge_steps from 1 to {MOST_CHALLENGE_STEPS}.",
                id="public_comments.E007",
            )
        )
    return errors


@register(deploy=True)
def check_cache(**kwargs: Any) -> Iterable[CheckMessage]:
    """Find a cache that cannot know which challenges were solved before."""
    if not settings.CACHES["default"]["BACKEND"].endswith(NOT_SHARED):
        return []
    return [
        checks.Warning(
            "The cache is not shared: a challenge of the form that is solved once "
            "counts in every process.",
            hint="Let the default cache be a table of the database, or Redis.",
            id="public_comments.W008",
        )
    ]


@register
def check_addresses(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the public addresses."""
    try:
        reverse("comment_form", args=[1])
    except NoReverseMatch:
        return [
            checks.Error(
                "The addresses of public comments are not in ROOT_URLCONF: versions in "
                "consultation cannot be shown.",
                hint='Include "pages.comments.urls" inside i18n_patterns.',
                id="public_comments.E006",
            )
        ]
    return []
