"""Keeps closed versions what and where they are, whatever part of Wagtail acts."""

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import pre_page_move

from .freezing import FrozenVersionError, read_page_fields
from .models import FrozenVersion, ProgrammeDraftPage


def frozen_at_or_below(page: Page) -> FrozenVersion | None:
    """Return a closed version that is the page or one of its descendants."""
    return FrozenVersion.objects.filter(draft__path__startswith=page.path).first()


def find_refusal(page: Page, action: str) -> FrozenVersionError | None:
    """Say why a page cannot be deleted, moved or unpublished, None where it can."""
    frozen = frozen_at_or_below(page)
    if frozen:
        return FrozenVersionError(frozen.content["title"])
    if action == "delete":
        bases = FrozenVersion.objects.filter(
            draft__based_on__path__startswith=page.path
        )
        for frozen in bases[:1]:
            return refuse_base(frozen)
    return None


def refuse_base(frozen: FrozenVersion) -> FrozenVersionError:
    """Say why the base of a closed version stays: its changes are read against it."""
    message = gettext("“%(title)s”, which is closed to changes, is based on it.")
    return FrozenVersionError(frozen.content["title"], message)


@receiver(pre_page_move)
def refuse_move(instance: Page, **kwargs: Any) -> None:
    """Refuse to move a closed version, or what it is part of, to another parent."""
    if kwargs["parent_page_before"].pk == kwargs["parent_page_after"].pk:
        return
    refusal = find_refusal(instance, "move")
    if refusal:
        raise refusal


@receiver(pre_save)
def refuse_changes(
    sender: type, instance: Any, raw: bool = False, **kwargs: Any
) -> None:
    """Refuse what would change a closed version past its own page type."""
    if raw or not isinstance(instance, Page) or instance.pk is None:
        return
    if type(instance) is Page:
        refuse_bare_changes(instance)
    if not instance.live or instance.expire_at:
        refuse_hiding(instance)


def refuse_bare_changes(page: Page) -> None:
    """Refuse to change a closed version as a page without its type."""
    for frozen in FrozenVersion.objects.filter(draft=page.pk):
        found = read_page_fields(page)
        if any(frozen.content.get(name) != value for name, value in found.items()):
            raise FrozenVersionError(frozen.content["title"])


def refuse_hiding(page: Page) -> None:
    """Refuse to unpublish what a closed version is part of, now or at a set time."""
    stored = Page.objects.filter(pk=page.pk).values("live", "expire_at", "path").first()
    if stored is None:
        return
    hides = stored["live"] and not page.live
    expires = page.expire_at and page.expire_at != stored["expire_at"]
    below = FrozenVersion.objects.filter(draft__path__startswith=stored["path"])
    frozen = below.first() if hides or expires else None
    if frozen:
        raise FrozenVersionError(frozen.content["title"])


@receiver(pre_save, sender=PageViewRestriction)
def refuse_privacy(
    instance: PageViewRestriction, raw: bool = False, **kwargs: Any
) -> None:
    """Refuse to hide a closed version, or what it is part of, behind a sign-in."""
    refusal = None if raw or instance.pk else find_refusal(instance.page, "hide")
    if refusal:
        raise refusal


@receiver(pre_delete, sender=ProgrammeDraftPage)
def refuse_to_delete_base(instance: ProgrammeDraftPage, **kwargs: Any) -> None:
    """Refuse to delete the version that a closed one is based on."""
    for frozen in FrozenVersion.objects.filter(draft__based_on=instance):
        raise refuse_base(frozen)


@receiver(pre_delete, sender=FrozenVersion)
def refuse_to_open(instance: FrozenVersion, **kwargs: Any) -> None:
    """Refuse to open a closed version again."""
    raise FrozenVersionError(instance.content["title"])
