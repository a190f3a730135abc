"""Papers that were made are not kept: they are made again when they are needed.

Neither are tables that were brought back: what was done with them is in the history
of the consultation and of the answers.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.files.storage import Storage
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from pages.comments.models import Consultation, PublicComment
from pages.comments.privacy.orphans import YOUNG
from snippets.private_files import private_storage

from .models import AnswerSheet, PaperJob
from .models.job import FOLDER
from .models.sheet import FOLDER as RETURNED

KEPT_FOR = timedelta(days=7)
FOLDERS: tuple[tuple[str, Any], ...] = ((FOLDER, PaperJob), (RETURNED, AnswerSheet))


def forget_old() -> None:
    """Delete papers older than a week, and those with contacts erased since.

    The second ones still say whose the comments were.
    """
    _old_papers().delete()


def forget_old_sheets() -> None:
    """Delete tables older than a week, and what may hold contacts erased since."""
    _old_sheets().delete()


def forget_all_old(dry_run: bool) -> int:
    """Delete each night what nobody came back for; return how many things.

    A worker that was killed may have left a file that no row names.
    """
    old = (_old_papers(), _old_sheets())
    orphans = list(_orphans(private_storage()))
    found = sum(rows.count() for rows in old) + len(orphans)
    if not dry_run:
        for rows in old:
            rows.delete()
        for name in orphans:
            private_storage().delete(name)
    return found


def forget_contacts(consultation: Consultation, dry_run: bool) -> int:
    """Delete files that may say who commented; return how many they are.

    Those are papers with contacts, and tables that were brought back: what is in them
    is known to who filled them in.
    """
    papers = PaperJob.objects.filter(consultation=consultation, with_contacts=True)
    sheets = AnswerSheet.objects.filter(consultation=consultation).exclude(file="")
    found = papers.count() + sheets.count()
    if not dry_run:
        papers.delete()
        for sheet in sheets:
            sheet.forget_file()
    return found


def _old_papers() -> Any:
    with_contacts_since = Q(_erased_since(), with_contacts=True)
    return PaperJob.objects.filter(_is_old() | with_contacts_since)


def _old_sheets() -> Any:
    return AnswerSheet.objects.filter(_is_old() | Q(_erased_since()))


def _is_old() -> Q:
    return Q(created_at__lt=timezone.now() - KEPT_FOR)


def _erased_since() -> Exists:
    """Whether contact data of the consultation were erased since a row was made."""
    erased = PublicComment.objects.filter(
        consultation=OuterRef("consultation"),
        contacts_erased_at__gte=OuterRef("created_at"),
    )
    return Exists(erased)


def _orphans(storage: Storage) -> Iterator[str]:
    """Yield the names of files without a row; a young one may yet get it."""
    for folder, model in FOLDERS:
        if not storage.exists(folder):
            continue
        named = set(model.objects.exclude(file="").values_list("file", flat=True))
        for file in storage.listdir(folder)[1]:
            name = f"{folder}/{file}"
            is_young = storage.get_modified_time(name) > timezone.now() - YOUNG
            if name not in named and not is_young:
                yield name
