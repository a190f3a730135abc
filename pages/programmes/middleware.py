"""Tells staff why a version was not closed to changes, wherever they tried it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from .freezing import FreezeRefusedError


class FreezeRefusalMiddleware:
    """Turns a refusal in the admin into a message at the version's editor.

    The editor's own form says it at the field; but a workflow's last approval and a
    bulk action publish past that form, and Wagtail has no hook there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer a refusal with its messages; leave all else alone."""
        if not isinstance(exception, FreezeRefusedError) or exception.draft is None:
            return None
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        for message in exception.messages:
            messages.error(request, message)
        address = reverse("wagtailadmin_pages:edit", args=[exception.draft.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What the modal of a workflow's action follows.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
