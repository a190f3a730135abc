"""The admin form of a version: what is asked of it when it goes out."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Task

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
        if self._errors or not self._publishes() or not page.is_to_freeze:
            return
        if page.pk is None:
            # Kept as a draft first, so that nothing is lost where it is refused.
            page.live = False
        elif page.frozen_version is None:
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
        state = self.instance.current_workflow_state
        if state is None or self.data.get("workflow-action-name") != APPROVE:
            return False
        open_tasks = Task.objects.filter(
            workflow_tasks__workflow=state.workflow_id, active=True
        ).exclude(task_states__in=state.successful_task_states)
        current = state.current_task_state.task_id
        return not open_tasks.exclude(pk=current).exists()
