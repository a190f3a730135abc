"""What programs are told where the API has nothing: never a page in a language."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.views.defaults import page_not_found
from wagtail.api.v3.errors import problem_response


def is_for_programs(request: HttpRequest) -> bool:
    """Whether the address lies under the API's."""
    return f"{request.path_info}/".startswith("/api/")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer in the API's form under its address, and with a page elsewhere."""
    if is_for_programs(request):
        return problem_response(status=404, detail="Not found")
    return page_not_found(request, exception)


class LanguageMiddleware(LocaleMiddleware):
    """Looks for what is missing in the visitor's language, but for the API."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code == 404 and is_for_programs(request):
            return response
        return super().process_response(request, response)
