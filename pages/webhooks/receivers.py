"""Follows what the public can see, and what it no longer can."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from pages.comments.models import OfficialAnswer
from pages.comments.signals import answer_published
from pages.programmes.models import FrozenVersion

from .models import Event
from .moving import describe_renamed, tell_moved
from .showing import (
    Data,
    closed_by,
    describe_answer,
    describe_page,
    describe_pages,
    describe_version,
    is_open,
    with_mirrors,
)
from .telling import tell


@receiver(page_published)
def page_was_published(instance: Page, **kwargs: Any) -> None:
    """Tell of a page, of each of its mirrors and translations by itself."""
    pages = Page.objects.filter(pk=instance.pk)
    tell(Event.PAGE_PUBLISHED, partial(describe_pages, pages))


@receiver(page_unpublished)
def page_was_unpublished(instance: Page, **kwargs: Any) -> None:
    """Tell that a page is gone; Wagtail sends this before it deletes one, too."""
    tell(Event.PAGE_UNPUBLISHED, partial(_describe_gone, instance))


def _describe_gone(page: Page) -> Iterator[Data]:
    data = describe_page(page) if is_open(page) else None
    if data:
        yield data


@receiver(post_page_move)
def page_was_moved(instance: Page, **kwargs: Any) -> None:
    """Tell of the new addresses below a page, or that it is open or closed there."""
    tell_moved(
        instance,
        before=kwargs["parent_page_before"],
        after=kwargs["parent_page_after"],
        url_paths=(kwargs["url_path_before"], kwargs["url_path_after"]),
    )


@receiver(page_slug_changed)
def page_was_renamed(instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """Tell of the new addresses of a page and of all below it.

    Where a draft stood before it was published was never an address.
    """
    moved = Page.objects.filter(path__startswith=instance.path)
    if not instance_before.live:
        moved = moved.exclude(pk=instance.pk)
    url_paths = (instance_before.url_path, instance.url_path)
    tell(Event.PAGE_MOVED, partial(describe_renamed, moved, url_paths))


@receiver(post_save, sender=PageViewRestriction)
def pages_were_closed(
    instance: PageViewRestriction, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Tell that the pages under a restriction, readable until now, are gone.

    Only where they were is told, as everybody knew: a front end must not go on
    showing them.
    """
    if created and not raw:
        tell(Event.PAGE_UNPUBLISHED, partial(_describe_closed, instance))


def _describe_closed(restriction: PageViewRestriction) -> Iterator[Data]:
    for page in closed_by({restriction.pk}, restriction.page.path):
        data = describe_page(page)
        if data:
            yield data


@receiver(post_delete, sender=PageViewRestriction)
def pages_were_opened(
    instance: PageViewRestriction, origin: Any = None, **kwargs: Any
) -> None:
    """Tell of the pages that can be read now; one deleted with its page opens none."""
    model = getattr(origin, "model", type(origin))
    if origin is None or model is PageViewRestriction:
        tell(
            Event.PAGE_PUBLISHED,
            partial(describe_pages, with_mirrors(instance.page.path)),
        )


@receiver(post_save, sender=FrozenVersion)
def version_was_frozen(
    instance: FrozenVersion, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Tell that the text of a version stays as it is."""
    if created and not raw:
        tell(Event.VERSION_FROZEN, partial(describe_version, instance.draft))


@receiver(answer_published)
def answer_was_published(answer: OfficialAnswer, **kwargs: Any) -> None:
    """Tell of an answer to comments that can be read."""
    tell(Event.ANSWER_PUBLISHED, partial(describe_answer, answer))
