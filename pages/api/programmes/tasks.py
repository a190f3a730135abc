"""Priority tasks as the API tells them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.api.things import link_thing
from pages.base.visibility import visible
from pages.programmes.models import PriorityTaskPage

from .linking import (
    LINK,
    ClauseAddresses,
    Row,
    clause_link,
    find_programmes,
    newest_wordings,
    own_link,
    page_api_url,
    page_row,
    programme_of,
    with_source,
)

ITEM = (*LINK, "lead", "area", "lead_unit", "clause")


def public_tasks() -> PageQuerySet:
    """Return the priority tasks that everybody may read."""
    tasks = with_source(visible(PriorityTaskPage.objects))
    return tasks.prefetch_related("area", "lead_unit").only(*ITEM)


def tasks_below(programme: Page) -> PageQuerySet:
    """Return the priority tasks of a programme in the order of their areas."""
    return public_tasks().child_of(programme).order_by("area__order", "title", "pk")


def task_items(request: HttpRequest, tasks: Iterable[Any]) -> list[Row]:
    """Return tasks as a programme lists them."""
    return [
        {
            **page_row(request, task),
            "area": link_thing(request, task.area),
            "lead_unit": link_thing(request, task.lead_unit)
            if task.lead_unit
            else None,
        }
        for task in tasks
    ]


def task_rows(
    request: HttpRequest, tasks: Sequence[Any], language_code: str
) -> list[Row]:
    """Return tasks with their programmes and clauses: two queries."""
    programmes = find_programmes(tasks)
    wordings = newest_wordings({task.clause_id for task in tasks}, language_code)
    addresses = ClauseAddresses(request)
    return [
        {
            **item,
            "programme": own_link(request, programme_of(task, programmes)),
            "clause": clause_link(wordings.get(task.clause_id), addresses),
            "page_api_url": page_api_url(request, task),
        }
        for task, item in zip(tasks, task_items(request, tasks), strict=True)
    ]
