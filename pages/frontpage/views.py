"""The site's few addresses that have no page of their own."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from wagtail.models import Site

from .navigation import find_homes


@require_safe
def language_redirect(request: HttpRequest) -> HttpResponse:
    """Lead to the home page of the visitor's language, else of the site's own."""
    wanted = get_language_from_request(request)
    site = Site.find_for_request(request)
    codes = set(find_homes(request).values_list("locale__language_code", flat=True))
    root_code = site.root_page.locale.language_code if site else wanted
    code = wanted if wanted in codes else root_code
    response = HttpResponseRedirect(f"/{code}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots what to leave alone and where the sitemap is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
