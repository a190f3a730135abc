"""The admin form of a version: what is asked of it when it goes out."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

APPROVE = "approve"


class DraftForm(WagtailAdminPageForm):
    """Lets an unfinished text be saved, and asks all of it that is published."""

    def _post_clean(self) -> None:
        page: Any = self.instance
        page.is_unfinished = self.is_deferred_validation
        try:
            super()._post_clean()
        finally:
            page.is_unfinished = False
        if self._errors or not self._publishes():
            return
        if page.is_to_freeze and page.frozen_version is None:
            self._check_freeze()

    def _check_freeze(self) -> None:
        try:
            self.instance.check_freeze()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                self.add_error(name if name in self.fields else None, messages)

    def _publishes(self) -> bool:
        """Whether what was sent publishes the page, now or at a set time."""
        if "action-publish" in self.data:
            return True
        if self.data.get("workflow-action-name") != APPROVE:
            return False
        state = self.instance.current_workflow_state
        return state is not None and state.get_next_task() is None
