"""Starts the next version of a text or the next year's programme; moves statuses on."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.models import Page

from .clauses import RawBlock
from .freezing import FrozenVersionError
from .models import ProgrammeDraftPage, ProgrammePage
from .models.programme import Stage
from .models.status import DraftStatus


def next_number(base: ProgrammeDraftPage) -> int:
    """Return one more than the highest version number of the programme."""
    siblings = ProgrammeDraftPage.objects.sibling_of(base)
    highest: int = siblings.aggregate(last=Max("number"))["last"] or 0
    return highest + 1


def next_version(
    base: ProgrammeDraftPage,
    *,
    user: Any = None,
    number: int | None = None,
    date: datetime.date | None = None,
    label: str = "",
    body: Sequence[RawBlock] | None = None,
) -> ProgrammeDraftPage:
    """Make an unpublished version from any other; clauses keep their uids.

    `body` is the text to start from, the base's own where it is None. Comments,
    meetings and the summary of changes belong to the version they were made for.
    """
    return _add_version(
        base.get_parent(),
        base,
        user=user,
        number=number or next_number(base),
        date=date,
        label=label,
        body=body,
    )


def next_year(base: ProgrammeDraftPage, *, user: Any = None) -> ProgrammeDraftPage:
    """Make the next year's programme with its first version; return that version.

    Clauses keep their uids over the years. What belongs to the year, the
    resolution, funds, tasks and meetings, is not carried on.
    """
    this_year = base.get_parent().specific
    year = this_year.year + 1
    title = this_year.title.replace(str(this_year.year), str(year))
    with transaction.atomic():
        programme = ProgrammePage(
            title=title,
            slug=free_slug(this_year.get_parent(), str(year)),
            year=year,
            stage=Stage.PLANNED,
            legal_basis=this_year.legal_basis,
            locale=this_year.locale,
            live=False,
            owner=user,
        )
        this_year.get_parent().add_child(instance=programme)
        programme.save_revision(user=user, clean=False)
        return _add_version(programme, base, user=user, number=1)


def change_status(
    draft: ProgrammeDraftPage, *, status: str, user: Any = None
) -> ProgrammeDraftPage:
    """Let the status of a closed version go on, and nothing else of it.

    Its translations follow. A status that cannot come next, or a version that is
    still open, raises FrozenVersionError.
    """
    draft = ProgrammeDraftPage.objects.get(pk=draft.pk)
    if draft.frozen_version is None:
        message = _("“%(title)s” is not closed to changes: publish it to close it.")
        raise FrozenVersionError(draft.title, message)
    before, draft.status = draft.get_status_display(), status
    with transaction.atomic():
        revision = draft.save_revision(user=user)
        revision.publish(user=user, log_action=False)
        data = {"before": before, "after": draft.get_status_display()}
        log(draft, "programmes.change_status", user=user, data=data)
    return draft


def _add_version(
    parent: Page,
    base: ProgrammeDraftPage,
    *,
    user: Any,
    number: int,
    date: datetime.date | None = None,
    label: str = "",
    body: Sequence[RawBlock] | None = None,
) -> ProgrammeDraftPage:
    with override(base.locale.language_code):
        title = _("Version %(number)s") % {"number": number}
    own_body: Sequence[RawBlock] = base.body.get_prep_value() if base.body else []
    draft = ProgrammeDraftPage(
        title=title,
        slug=free_slug(parent, slugify(title)),
        number=number,
        label=label,
        date=date or timezone.localdate(),
        status=DraftStatus.WORKING,
        based_on=base,
        body=list(own_body if body is None else body),
        locale=base.locale,
        live=False,
        owner=user,
    )
    with transaction.atomic():
        parent.add_child(instance=draft)
        # Without cleaning: the base may be unfinished, and so may this one.
        draft.save_revision(user=user, clean=False)
    return draft


def free_slug(parent: Page, slug: str) -> str:
    """Return a slug that no child of the page has: „wersja-3”, else „wersja-3-2”."""
    taken = set(parent.get_children().values_list("slug", flat=True))
    found, place = slug, 1
    while found in taken:
        place += 1
        found = f"{slug}-{place}"
    return found
