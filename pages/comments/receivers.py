"""Lets open comments go on into newer versions, whichever of the two comes first."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Locale
from wagtail.signals import page_published

from pages.comments.models import PublicComment
from pages.comments.office.following import follow_comment, follow_version
from pages.comments.states import OPEN
from pages.programmes.models import ProgrammeDraftPage


@receiver(page_published, sender=ProgrammeDraftPage)
def let_comments_follow(instance: ProgrammeDraftPage, **kwargs: Any) -> None:
    """Place the open comments in a version that is published, as it was written."""
    if instance.alias_of_id or instance.locale_id != Locale.get_default().pk:
        return
    follow_version(instance)


@receiver(post_save, sender=PublicComment)
def let_late_comment_follow(
    instance: PublicComment, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Place a comment that comes in when there is a newer version already."""
    if created and not raw and instance.state in OPEN:
        follow_comment(instance)
