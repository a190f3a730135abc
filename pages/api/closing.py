"""Closes what may be sent: a name that nothing would keep is a fault.

Wagtail and ninja pass over names that they do not know: who misspells one is told that
all was kept. The document says the same, as `additionalProperties: false`.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, get_args

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import ValidationError
from ninja.operation import Operation
from pydantic import BaseModel, ConfigDict
from wagtail.admin.rich_text.converters.db_html import RichTextRemoval

FORM = frozenset(("body", "form", "file"))
# Wagtail tells it too; without rules of its own it would be closed by what is round it.
RichTextRemoval.__pydantic_config__ = ConfigDict()
CODE = "extra_forbidden"


def close_body(operation: Operation) -> None:
    """Let an operation refuse the names in its JSON or form that it does not know."""
    for model in operation.models:
        if model.__ninja_param_source__ == "body":
            _close(model)
    if names := _form_names(operation):
        operation.view_func = _closed(operation.view_func, names)


def _close(model: type[BaseModel]) -> None:
    """Close a model and all that is in it, the inner ones first."""
    if model.model_config.get("extra"):
        return
    model.model_config["extra"] = "forbid"
    for field in model.model_fields.values():
        for part in _models(field.annotation):
            _close(part)
    model.model_rebuild(force=True)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _form_names(operation: Operation) -> frozenset[str]:
    """Return the names of the parts of an operation's form; none where it has none."""
    sources = {model.__ninja_param_source__ for model in operation.models}
    if not sources & {"form", "file"}:
        return frozenset()
    return frozenset(
        name
        for model in operation.models
        if model.__ninja_param_source__ in FORM
        for name in _names(model)
    )


def _names(model: Any) -> Iterator[str]:
    if model.__ninja_param_source__ == "form":
        yield from model.__ninja_flatten_map__
    else:
        for name, field in model.model_fields.items():
            yield field.alias or name


def _closed(view: Callable[..., Any], names: frozenset[str]) -> Callable[..., Any]:
    """Return a view, asked when it is known who sends, that knows only these parts."""

    @wraps(view)
    def closed(request: HttpRequest, **values: Any) -> Any:
        message = _("There is no such field here.")
        faults = [
            {"type": CODE, "loc": ["body", name], "msg": message}
            for name in {**request.POST, **request.FILES}
            if name not in names
        ]
        if faults:
            raise ValidationError(faults)
        return view(request, **values)

    return closed
