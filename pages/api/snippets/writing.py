"""What Wagtail's writing of snippets lets through, though no admin would."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.models import DraftStateMixin
from wagtail.snippets.api.v3 import router as writing


def guard_writing() -> None:
    """Judge by whole forms, before the API is first used."""
    for name in ("build_model_form", "build_model_update_form"):
        setattr(writing, name, whole(getattr(writing, name)))


def whole(build: Callable[..., Any]) -> Callable[..., Any]:
    """Return a maker of forms in which a row without drafts wants all it must have.

    Wagtail 8.0 puts that off until a row is published, which only drafts are: names
    could be left blank, of a row and of those below it.
    """

    @wraps(build)
    def built(*values: Any, **named: Any) -> Any:
        form = build(*values, **named)
        is_whole = not isinstance(form.instance, DraftStateMixin)
        if is_whole and isinstance(form, WagtailAdminModelForm):
            form.defer_required_fields = form.restore_required_fields
        return form

    return built
