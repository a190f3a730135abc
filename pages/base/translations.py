"""Guards what wagtail-localize writes over a published page.

When the source page is edited, wagtail-localize writes its translations anew, and
the texts that have no translation yet in the source language, to the live page
even where it was asked for a draft. It offers no hook there, so its one way to a
target page is narrowed: what is published stays as it is until every text of the
source is translated.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.dispatch import receiver
from wagtail.models import DraftStateMixin, Page
from wagtail.signals import page_published
from wagtail_localize.models import LocaleSynchronization, Translation


def is_complete(translation: Translation) -> bool:
    """Say whether every text of the source has a translation."""
    total, translated = translation.get_progress()
    return bool(translated >= total)


def find_target(translation: Translation) -> Any:
    """Return the translated page, None where it is not made yet."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        return None


def write_only_complete(save_target: Callable[..., None]) -> Callable[..., None]:
    """Narrow `Translation.save_target` for pages with texts still untranslated.

    A published translation is left alone; a page that only mirrored the source is
    taken offline; a new page is a draft. Things without drafts are saved as ever.
    """

    @wraps(save_target)
    def save(translation: Translation, user: Any = None, publish: bool = True) -> None:
        model = translation.source.specific_content_type.model_class()
        if not issubclass(model, DraftStateMixin) or is_complete(translation):
            save_target(translation, user=user, publish=publish)
            return
        target = find_target(translation)
        is_mirror = bool(getattr(target, "alias_of_id", None))
        if target is not None and target.live and not is_mirror:
            return
        save_target(translation, user=user, publish=False)
        if is_mirror:
            find_target(translation).unpublish(user=user)

    return save


def guard_translations() -> None:
    """Put the guard in place, once."""
    if not hasattr(Translation.save_target, "__wrapped__"):
        Translation.save_target = write_only_complete(Translation.save_target)


@receiver(page_published)
def mirror_in_synchronised_languages(instance: Page, **kwargs: Any) -> None:
    """Give a published page its aliases in languages that follow its own.

    wagtail-localize does so for pages made in the admin only.
    """
    if instance.alias_of_id:
        return
    followers = LocaleSynchronization.objects.filter(sync_from=instance.locale_id)
    for follower in followers.select_related("locale"):
        if not instance.has_translation(follower.locale):
            instance.copy_for_translation(
                follower.locale, copy_parents=True, alias=True
            )
