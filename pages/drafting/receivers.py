"""Follows the versions of programmes: their parts go on, their reasons are asked."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.signals import before_freeze

from . import gate
from .checklist import carry_on


@receiver(post_save, sender=ProgrammeDraftPage)
def carry_parts_on(
    instance: ProgrammeDraftPage, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Let a new version start with the parts as they stood in its base."""
    if created and not raw:
        carry_on(instance)


before_freeze.connect(
    gate.refuse_without_reasons, dispatch_uid="drafting.refuse_without_reasons"
)
