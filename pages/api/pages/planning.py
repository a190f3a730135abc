"""What must be read along with pages to tell their fields: one query a relation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, ForeignObjectRel, Model, Prefetch
from wagtail.api import APIField
from wagtail.api.conf import get_model_field
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.api.streams.loading import Loaded


@dataclass
class Plan:
    """The relations of a model that its fields need."""

    joined: list[str] = field(default_factory=list)
    rows: dict[str, "Plan"] = field(default_factory=dict)
    page_keys: list[str] = field(default_factory=list)
    model: type[Model] = Page

    def apply(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the pages read along with what their fields need."""
        return pages.select_related(
            "locale", "alias_of__locale", *self.joined
        ).prefetch_related(
            *(
                Prefetch(
                    name,
                    plan.model._default_manager.select_related(*plan.joined)
                    if plan.joined
                    else plan.model._default_manager.all(),
                )
                for name, plan in self.rows.items()
            )
        )

    def keys(self, things: Iterable[Any]) -> set[int]:
        """Return the keys of all pages that the things name, after `apply`."""
        found: set[int] = set()
        for thing in things:
            found |= {getattr(thing, name) for name in self.page_keys}
            for name, plan in self.rows.items():
                found |= plan.keys(getattr(thing, name).all())
        return {key for key in found if key}


def plan_of(model: type[Model], names: Sequence[str] | None = None) -> Plan:
    """Return the plan for fields of a model by name, for all of them by default."""
    plan = Plan(model=model)
    for api_field in APIField.get_fields_for_model(model):
        if names is not None and api_field.name not in names:
            continue
        try:
            model_field = get_model_field(model, api_field.name)
        except FieldDoesNotExist:
            continue
        if isinstance(model_field, ForeignObjectRel):
            plan.rows[api_field.name] = plan_of(model_field.related_model)
        elif isinstance(model_field, ForeignKey):
            if issubclass(model_field.related_model, Page):
                plan.page_keys.append(model_field.attname)
            else:
                plan.joined.append(api_field.name)
    return plan


def load_named(
    loaded: Loaded, plan: Plan, pages: Sequence[Page], wanted: Sequence[str] = ()
) -> None:
    """Read at once all pages that these name, those above them, and what is wanted."""
    keys = plan.keys(pages) | {page.alias_of_id for page in pages if page.alias_of_id}
    paths = {path for page in pages for path in paths_above(page, wanted)}
    families = {page.translation_key for page in pages if "translations" in wanted}
    loaded.load_pages(keys, paths, families)
    for page in pages:
        parent = loaded.page_at(page.path[: -page.steplen])
        if parent is not None:
            page._cached_parent_obj = parent


def paths_above(page: Page, wanted: Sequence[str] = ("breadcrumbs",)) -> list[str]:
    """Return the place of the page above, or of all that are; without the root."""
    first = 2 if "breadcrumbs" in wanted else max(2, page.depth - 1)
    return [page.path[: page.steplen * depth] for depth in range(first, page.depth)]
