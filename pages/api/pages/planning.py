"""What must be read along with pages to tell their fields: one query a relation."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist
from django.db.models import (
    F,
    ForeignKey,
    ForeignObjectRel,
    ManyToManyField,
    Model,
    Prefetch,
)
from wagtail.api import APIField
from wagtail.api.conf import get_model_field
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.api.streams.loading import Loaded
from pages.api.things import load_things


@dataclass
class Plan:
    """The relations of a model that its fields need."""

    joined: list[str] = field(default_factory=list)
    rows: dict[str, "Plan"] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    model: type[Model] = Page

    def apply(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the pages read along with what their fields need."""
        return self.join(pages.select_related("locale", "alias_of__locale"))

    def join(self, things: Any) -> Any:
        """Return rows of any kind read along with what their fields need."""
        if self.joined:
            things = things.select_related(*self.joined)
        families = {
            _family_of(name): F(f"{name}__translation_key") for name in self.pages
        }
        return things.annotate(**families).prefetch_related(
            *(
                Prefetch(name, plan.join(plan.model._default_manager.all()))
                for name, plan in self.rows.items()
            )
        )

    def named(self, things: Iterable[Any]) -> dict[int, UUID | None]:
        """Return the keys of all pages that the things name, after `apply`.

        With each comes what it has in common with its translations, where it was read:
        of a draft it was not.
        """
        found: dict[int, UUID | None] = {}
        for thing in things:
            for name in self.pages:
                if key := getattr(thing, f"{name}_id"):
                    found[key] = getattr(thing, _family_of(name), None)
            for name, plan in self.rows.items():
                found |= plan.named(getattr(thing, name).all())
        return found

    def things(self, rows: Iterable[Any]) -> Iterator[tuple[type[Model], Any]]:
        """Yield the models and keys of what the rows name that is no page."""
        columns = {name: self.model._meta.get_field(name) for name in self.joined}
        for row in rows:
            for name, column in columns.items():
                yield column.related_model, getattr(row, f"{name}_id")  # type: ignore[misc]
            for name, plan in self.rows.items():
                yield from plan.things(getattr(row, name).all())

    def texts_of(self, things: Iterable[Any]) -> Iterator[str]:
        """Yield the rich texts of the things, after `apply`."""
        for thing in things:
            yield from (getattr(thing, name) or "" for name in self.texts)
            for name, plan in self.rows.items():
                yield from plan.texts_of(getattr(thing, name).all())


def _family_of(name: str) -> str:
    return f"_family_of_{name}"


def plan_of(
    model: type[Model], names: Sequence[str] | None = None, *, is_row: bool = False
) -> Plan:
    """Return the plan for fields of a model by name, for all of them by default.

    Rows of a page are told without rows of their own.
    """
    plan = Plan(model=model)
    for name, column in _columns(model, names):
        if isinstance(column, RichTextField):
            plan.texts.append(name)
        elif isinstance(column, ManyToManyField):
            plan.rows[name] = Plan(model=column.related_model)
        elif isinstance(column, ForeignObjectRel) and not is_row:
            plan.rows[name] = plan_of(column.related_model, is_row=True)
        elif isinstance(column, ForeignKey):
            if issubclass(column.related_model, Page):
                plan.pages.append(name)
            else:
                plan.joined.append(name)
    return plan


def _columns(
    model: type[Model], names: Sequence[str] | None
) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a model that the API tells and the database has."""
    for api_field in APIField.get_fields_for_model(model):
        if names is None or api_field.name in names:
            with suppress(FieldDoesNotExist):
                yield api_field.name, get_model_field(model, api_field.name)


def load_rows(loaded: Loaded, plan: Plan, rows: Sequence[Model]) -> None:
    """Read at once the pages that rows name, and what their texts link to."""
    named = plan.named(rows)
    loaded.load_pages(named, families=loaded.families_of(named))
    loaded.load_texts(plan.texts_of(rows))
    load_things(loaded.request, plan.things(rows))


def load_named(
    loaded: Loaded, plan: Plan, pages: Sequence[Page], wanted: Sequence[str] = ()
) -> None:
    """Read at once what these name, what is above them, and what is wanted."""
    named = plan.named(pages)
    keys = {*named} | {page.alias_of_id for page in pages if page.alias_of_id}
    paths = {path for page in pages for path in paths_above(page, wanted)}
    families = {page.translation_key for page in pages if "translations" in wanted}
    families |= loaded.families_of(named)
    loaded.load_pages(keys, paths, families)
    loaded.load_texts(plan.texts_of(pages))
    for page in pages:
        parent = loaded.page_at(page.path[: -page.steplen])
        if parent is not None:
            page._cached_parent_obj = parent


def paths_above(page: Page, wanted: Sequence[str] = ("breadcrumbs",)) -> list[str]:
    """Return the place of the page above, or of all that are; without the root."""
    first = 2 if "breadcrumbs" in wanted else max(2, page.depth - 1)
    return [page.path[: page.steplen * depth] for depth in range(first, page.depth)]
