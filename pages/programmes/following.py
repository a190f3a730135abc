"""The translations of a version have its status, as soon as it is published."""

import json
from typing import Any

from django.dispatch import receiver
from wagtail.models import Locale
from wagtail.signals import page_published
from wagtail_localize.models import TranslationSource

from .models import ProgrammeDraftPage


@receiver(page_published, sender=ProgrammeDraftPage)
def let_translations_follow(instance: ProgrammeDraftPage, **kwargs: Any) -> None:
    """Give the translations the status of the version they are made from.

    Their last revision and wagtail-localize's copy of the source have it too, or
    the next edit of a translation would bring the old one back. Their text waits
    for the translators as ever.
    """
    if instance.alias_of_id or instance.locale_id != Locale.get_default().pk:
        return
    for page in instance.get_translations().filter(alias_of__isnull=True):
        if page.status != instance.status:
            page.status = instance.status
            page.save(update_fields=["status"], clean=False)
        revision = page.latest_revision
        if revision and revision.content.get("status") != instance.status:
            revision.content["status"] = instance.status
            revision.save(update_fields=["content"])
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source:
        content = {**json.loads(source.content_json), "status": instance.status}
        source.content_json = json.dumps(content)
        source.save(update_fields=["content_json"])
