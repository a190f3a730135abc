"""The staff's groups, and the rights that depend on the tree of pages.

The groups themselves are made by the migration `0002_staff_groups`.
"""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import GroupPagePermission, Locale, Page

from .models import HomePage

TRANSLATORS = "Tłumacze"


@receiver(post_save, sender=HomePage)
def let_translators_in(instance: HomePage, **kwargs: Any) -> None:
    """Let translators edit the pages of a language once it has a home page.

    They never get the pages of the source language.
    """
    group = Group.objects.filter(name=TRANSLATORS).first()
    if group is None or instance.locale_id == Locale.get_default().pk:
        return
    GroupPagePermission.objects.get_or_create(
        group=group,
        page=Page.objects.get(pk=instance.pk),
        permission=Permission.objects.get(
            content_type__app_label="wagtailcore", codename="change_page"
        ),
    )
