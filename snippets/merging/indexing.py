"""Lets the search find an entry by what it holds after a merger, or after its undo."""

from modelsearch.tasks import insert_or_update_object_task

from snippets.models import Organisation
from snippets.signals import organisations_changed


def index_again(*organisations: Organisation) -> None:
    """Index entries whose aliases moved after the entries were stored."""
    for organisation in organisations:
        meta = organisation._meta
        insert_or_update_object_task.enqueue(
            meta.app_label, meta.model_name, str(organisation.pk)
        )
    changed = [organisation.pk for organisation in organisations]
    organisations_changed.send(sender=Organisation, pks=changed, has_moved=True)
