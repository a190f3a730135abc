"""What the search box suggests while a reader types."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from search.queries.asking import read_text
from search.queries.suggesting import suggest


@require_GET
@cache_control(private=True, max_age=60)
def search_suggest(request: HttpRequest) -> JsonResponse:
    """Answer with suggestions for the letters typed, as JSON."""
    text = read_text(request.GET.get("q", ""))
    suggestions = suggest(text, get_language() or "pl", request) if text else []
    return JsonResponse(
        {"query": text, "suggestions": [asdict(one) for one in suggestions]},
        headers={"X-Robots-Tag": "noindex"},
        json_dumps_params={"ensure_ascii": False},
    )
