"""Keeps closed versions where they are: no move, no unpublishing from further up."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import pre_page_move

from .freezing import FrozenVersionError
from .models import FrozenVersion


def frozen_at_or_below(page: Page) -> FrozenVersion | None:
    """Return a closed version that is the page or one of its descendants."""
    frozen = FrozenVersion.objects.filter(draft__path__startswith=page.path)
    return frozen.select_related("draft").first()


@receiver(pre_page_move)
def refuse_move(instance: Page, **kwargs: Any) -> None:
    """Refuse to move a closed version, or what it is part of."""
    frozen = frozen_at_or_below(instance)
    if frozen:
        raise FrozenVersionError(frozen.draft.title)


@receiver(pre_save)
def refuse_unpublishing(sender: type, instance: Any, **kwargs: Any) -> None:
    """Refuse to unpublish what a closed version is part of."""
    if not isinstance(instance, Page) or instance.live or not instance.pk:
        return
    if not instance.numchild:
        return
    frozen = frozen_at_or_below(instance)
    if frozen:
        raise FrozenVersionError(frozen.draft.title)
