"""What a save does beside saving: search, references and history, for many at once."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modelsearch.backends import get_search_backends_with_name
from wagtail.models import ModelLogEntry, ReferenceIndex

from snippets.models import ImportBatch, ImportRow, Organisation
from snippets.signals import organisations_changed

from .parts import create_in_parts, in_parts
from .targets import Targets

IMPORTED, UNDONE = "snippets.import", "snippets.undo_import"


def index_batch(batch: ImportBatch) -> None:
    """Let what a batch has written be searched.

    After its transaction, as Wagtail does after a save: putting thousands of texts into
    an index takes longer than storing them, and nobody has to wait to write meanwhile.
    """
    applied = ImportRow.objects.filter(batch=batch, is_applied=True).order_by()
    pks = applied.exclude(organisation=None).values_list("organisation", flat=True)
    index_organisations(list(pks.distinct()))


def index_organisations(
    pks: Sequence[int], *, references: Collection[int] = ()
) -> None:
    """Let organisations be searched by what they hold now.

    `references` are those that may have lost a parent or a logo: what Wagtail knows
    them to point at is looked through even if they point at nothing now.
    """
    for part in in_parts(pks):
        window = Organisation.objects.filter(pk__in=part)
        organisations = list(window.prefetch_related("aliases"))
        for _name, backend in get_search_backends_with_name(with_auto_update=True):
            backend.add_bulk(Organisation, organisations)
        for organisation in organisations:
            points = organisation.parent_id or organisation.logo_id
            if points or organisation.pk in references:
                ReferenceIndex.create_or_update_for_object(organisation)
        organisations_changed.send(sender=Organisation, pks=list(part), has_moved=False)


def log_import(targets: Targets, *, batch: ImportBatch, user: Any) -> None:
    """Write into the history of each organisation where its data came from."""
    named = ((target.pk, target.name) for target in targets.all)
    log_all(named, IMPORTED, batch=batch, user=user)


def log_all(
    named: Iterable[tuple[int | None, str]],
    action: str,
    *,
    batch: ImportBatch,
    user: Any,
) -> None:
    """Write one entry each into the history of organisations, hundreds a query."""
    content_type = ContentType.objects.get_for_model(Organisation)
    now = timezone.now()
    create_in_parts(
        ModelLogEntry,
        (
            ModelLogEntry(
                content_type=content_type,
                object_id=str(pk),
                label=name,
                action=action,
                data={"batch": batch.pk, "file": batch.filename},
                timestamp=now,
                user=user,
                content_changed=True,
            )
            for pk, name in named
        ),
    )
