"""What may not be done to a merged entry, by whatever way: it stays as it was."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.actions.edit import EditAction, EditPermissionError


class EditEntryAction(EditAction):
    """The change of an entry; one that was merged into another has no more of them."""

    def check(self, skip_permission_checks: bool = False) -> None:
        super().check(skip_permission_checks=skip_permission_checks)
        entry: Any = self.instance
        if entry.merged_into_id:
            words = _("“%(merged)s” was merged into “%(kept)s”.")
            names = {"merged": entry.name, "kept": entry.current.name}
            raise EditPermissionError(words % names)
