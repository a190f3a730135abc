"""Health: whether the process answers, and whether it can serve pages."""

import functools
import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    JsonResponse,
)

logger = logging.getLogger(__name__)


class MigrationsMissingError(Exception):
    """The database is older than the code."""


def database_answers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def cache_answers() -> None:
    cache.get("health")


@functools.cache  # what is applied stays applied; a failure is asked about again
def migrations_are_applied() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise MigrationsMissingError


NEEDS: dict[str, Callable[[], None]] = {
    "database": database_answers,
    "cache": cache_answers,
    "migrations": migrations_are_applied,
}


def failed() -> list[str]:
    """The names of what the site needs and does not have now; the log says why."""
    names = []
    for name, need in NEEDS.items():
        try:
            need()
        except Exception:
            logger.warning("Not ready: %s", name, exc_info=True)
            names.append(name)
    return names


def live() -> HttpResponse:
    return JsonResponse({"status": "ok"})


def ready() -> HttpResponse:
    if names := failed():
        return JsonResponse({"status": "unavailable", "failed": names}, status=503)
    return JsonResponse({"status": "ok"})


ANSWERS = {"/health/live": live, "/health/ready": ready}


class HealthMiddleware:
    """Answers before hosts, languages, sessions and policies are asked about."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = ANSWERS.get(request.path_info)
        if not answer:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        response = answer()
        response["Cache-Control"] = "no-store"
        return response
