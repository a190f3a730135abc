"""How what is sent is put into Wagtail's forms, where Wagtail loses some of it.

A rich text without words is kept as an empty paragraph, which pages then show in the
place of their own words; a link to what may not be linked to (`javascript:`) goes
without a warning; and of a row that is changed by its key, what is not sent is lost.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from bs4 import BeautifulSoup
from django.db.models import Model
from wagtail.admin.rich_text.converters.db_html import RichTextRemoval
from wagtail.api.rich_text import APIRichText
from wagtail.api.v3 import form_data
from wagtail.blocks import RichTextBlock
from wagtail.whitelist import check_url

# What the editor sends of a text that was emptied.
NOTHING = "null"
LONGEST_DETAIL = 80


def is_blank(content: Any) -> bool:
    """Whether a text, in the form of the editor, has neither words nor pictures."""
    try:
        blocks = json.loads(content)["blocks"]
        return all(
            block["type"] != "atomic" and not block["text"].strip() for block in blocks
        )
    except (ValueError, TypeError, KeyError):
        return False


def _blank_block(flatten: Callable[..., None]) -> Callable[..., None]:
    @wraps(flatten)
    def flattened(block: Any, value: Any, prefix: str, data: Any) -> None:
        flatten(block, value, prefix, data)
        if isinstance(block, RichTextBlock) and is_blank(data.get(prefix)):
            data[prefix] = NOTHING

    return flattened


def _blank_field(set_value: Callable[..., None]) -> Callable[..., None]:
    @wraps(set_value)
    def set_(field: Any, name: str, value: Any, data: Any) -> None:
        set_value(field, name, value, data)
        if hasattr(field.widget, "converter") and is_blank(data.get(name)):
            data[name] = NOTHING

    return set_


def _whole_rows(build: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(build)
    def built(form_class: Any, payload: dict[str, Any], instance: Any = None) -> Any:
        formsets = getattr(form_class, "formsets", {}) if instance else {}
        sent = {
            name: _whole(formset, list(getattr(instance, name).all()), payload[name])
            for name, formset in formsets.items()
            if name in payload
        }
        return build(form_class, {**payload, **sent}, instance)

    return built


def _whole(formset: Any, kept: list[Model], sent: list[dict[str, Any]]) -> Any:
    """Return rows with what is kept of each already where nothing else was sent."""
    model = formset.model
    columns = {column.name: column for column in model._meta.concrete_fields}
    names = [name for name in formset.form.base_fields if name in columns]
    by_key = {row.pk: row for row in kept if row.pk is not None}

    def known(row: Model | None) -> dict[str, Any]:
        return {name: columns[name].value_from_object(row) for name in names if row}

    key = model._meta.pk.name
    return [known(by_key.get(row.get(key))) | row for row in sent]


def _told_links(clean: Callable[..., Any]) -> Callable[..., Any]:
    def cleaned(content: str, *, features: list[str] | None = None) -> Any:
        html, removals = clean(content, features=features)
        links = BeautifulSoup(content, "html.parser").find_all("a", linktype=False)
        lost = [link for link in links if not check_url(link.get("href", ""))]
        return html, [*removals, *map(_removal, lost)]

    return cleaned


def _removal(link: Any) -> RichTextRemoval:
    return RichTextRemoval(
        tag="a",
        action="unwrapped",
        reason="missing_attribute",
        attribute="href",
        detail=str(link)[:LONGEST_DETAIL],
    )


def keep_what_is_sent() -> None:
    """Let Wagtail's forms do so, before the API is first used."""
    form_data.flatten_block_value = _blank_block(form_data.flatten_block_value)
    form_data._set_field_value = _blank_field(form_data._set_field_value)
    APIRichText.sanitize_db_html = staticmethod(
        _told_links(APIRichText.sanitize_db_html)
    )
    form_data.build_form_data = _whole_rows(form_data.build_form_data)
