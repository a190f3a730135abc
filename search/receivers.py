"""Tells the catalogue of what is published, moved, closed and said."""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_migrate, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from pages.comments.models import (
    Consultation,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
)
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage

from .catalogue import following
from .catalogue.connecting import follow
from .catalogue.guarding import guard, of_kind, on_page, under
from .marking import mark_new_index
from .models import CatalogueEntry, Kind


@follow(page_published)
def page_was_published(instance: Page, **kwargs: Any) -> None:
    """Catalogue what a page says now; the year of a programme is that of its pages."""
    with guard(on_page(instance.pk)):
        following.refresh_page(instance)
        if isinstance(instance.specific, ProgrammePage):
            following.refresh_tree(instance.path)


@follow(post_save)
def page_was_stored(
    sender: Any,
    instance: Any,
    created: bool,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **kwargs: Any,
) -> None:
    """Follow a page that code has published or hidden without saying so.

    So does Wagtail when it makes a mirrored page a page of its own.
    """
    if raw or not isinstance(instance, Page):
        return
    is_freed = "alias_of_id" in (update_fields or ())
    if instance.live and (created or is_freed):
        with guard(on_page(instance.pk)):
            following.refresh_page(instance)
    elif not instance.live and update_fields is None and not created:
        page_was_unpublished(instance)


@follow(page_unpublished)
def page_was_unpublished(instance: Page, **kwargs: Any) -> None:
    """Take a page out of the catalogue."""
    with guard(on_page(instance.pk)):
        following.forget_page(instance)


@follow(post_page_move)
def page_was_moved(instance: Page, parent_page_before: Page, **kwargs: Any) -> None:
    """Look who may read the pages where they are now, and what they have left."""
    with guard(under(instance.path)):
        following.refresh_tree(instance.path)
        if isinstance(instance.specific, ProgrammeDraftPage):
            following.refresh_programme(parent_page_before.pk)


@follow(post_delete, sender=ProgrammeDraftPage)
def draft_was_deleted(instance: ProgrammeDraftPage, **kwargs: Any) -> None:
    """Let earlier versions speak for its clauses."""
    with guard():
        following.forget_draft(instance)


@follow((post_save, post_delete), sender=PageViewRestriction)
def pages_were_closed(
    instance: PageViewRestriction, origin: Any = None, **kwargs: Any
) -> None:
    """Look who may read the pages under a restriction, or under none any more.

    One that goes because its page is deleted opens nothing.
    """
    if origin is not None and model_of(origin) is not PageViewRestriction:
        return
    with guard(under(instance.page.path)):
        following.refresh_tree(instance.page.path)


def model_of(origin: Any) -> type:
    """Return of what model something or all of some were deleted."""
    model: type = getattr(origin, "model", type(origin))
    return model


@follow((post_save, post_delete), sender=Site)
def site_was_changed(instance: Site, **kwargs: Any) -> None:
    """Look which pages have an address, in every language, by the sites there are."""
    if kwargs.get("raw"):
        return
    Site.clear_site_root_paths_cache()  # Wagtail may do it only after this
    with guard(CatalogueEntry.objects.none()):
        following.forget_homeless()
        for home in instance.root_page.get_translations(inclusive=True):
            following.refresh_tree(home.path)


@follow(post_save, sender=PublicComment)
def comment_was_saved(
    instance: PublicComment, raw: bool = False, **kwargs: Any
) -> None:
    """Catalogue a comment that may be read, and take out one that may not."""
    if not raw:
        with guard(of_kind(Kind.COMMENT, instance.pk)):
            following.refresh_comment(instance.pk)


@follow(post_save, sender=Consultation)
def consultation_was_saved(
    instance: Consultation, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Let comments lie on the version that their consultation is about."""
    if not raw and not created:
        with guard():
            following.refresh_consultation(instance)


@follow(post_save, sender=OfficialAnswer)
def answer_was_saved(
    instance: OfficialAnswer, raw: bool = False, **kwargs: Any
) -> None:
    """Catalogue an answer with the comments it covers."""
    if not raw:
        with guard(following.covered_by(instance)):
            following.refresh_answer(instance)


@follow((post_save, post_delete), sender=CoveredComment)
def comment_was_covered(instance: CoveredComment, **kwargs: Any) -> None:
    """Catalogue a comment with the answer that covers it now."""
    if not kwargs.get("raw"):
        with guard(of_kind(Kind.COMMENT, instance.comment_id)):
            following.refresh_comment(instance.comment_id)


@receiver(post_migrate)
def index_was_made(app_config: Any, **kwargs: Any) -> None:
    """Note on a new database that what comes is indexed by this analyser."""
    if app_config.label == "participation_search":
        mark_new_index(kwargs["using"])
