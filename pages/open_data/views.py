"""The page about the open data, and the files themselves."""

import datetime
from pathlib import Path
from typing import Any

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_http_methods, require_safe

from pages.base.frame import view_frame

from .listing import read_listing
from .publishing import file_names
from .settings import open_data
from .writing.catalogue import ABOUT, TITLE
from .writing.dictionary import GUARD

# What is hidden leaves the files within minutes, and caches soon after.
CACHED = "public, max-age=300"
# Any page may read the files: they hold nothing that depends on who asks.
EVERYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Content-Length",
}
TYPES = {
    ".csv": "text/csv; charset=utf-8; header=present",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ttl": "text/turtle; charset=utf-8",
    "": "text/plain; charset=utf-8",
}


@require_safe
def open_data_page(request: HttpRequest) -> HttpResponse:
    """List the datasets with their files, dictionary and terms."""
    asked = open_data()
    context = {
        "frame": view_frame(request, title=str(TITLE), description=str(ABOUT)),
        "listing": read_listing(asked.folder),
        "licence": asked.terms,
        "publisher": asked.publisher,
        "contact_email": asked.contact_email,
        "guard": GUARD,
    }
    return render(request, "open_data/open_data.html", context)


@require_safe
def to_the_page(request: HttpRequest) -> HttpResponse:
    """Lead to the page about the data, in the visitor's language."""
    response = HttpResponseRedirect(reverse("open_data"))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def find_file(name: str) -> Path | None:
    """Return a file that may be fetched; None where there is none of that name."""
    folder = open_data().folder
    if folder is None or name not in file_names():
        return None
    path = folder / name
    return path if path.is_file() else None


def etag_of(request: HttpRequest, name: str) -> str | None:
    """Return what a file is told from an older one by."""
    path = find_file(name)
    if path is None:
        return None
    stat = path.stat()
    return f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'


def modified_at(request: HttpRequest, name: str) -> datetime.datetime | None:
    """Return when a file became what it is."""
    path = find_file(name)
    if path is None:
        return None
    return datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)


@require_http_methods(["GET", "HEAD", "OPTIONS"])
def open_data_file(request: HttpRequest, name: str) -> Any:
    """Serve a file to everybody, pages of other sites too."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=EVERYBODY)
    response = _serve(request, name)
    for header, value in {**EVERYBODY, "Cache-Control": CACHED}.items():
        response.headers[header] = value
    return response


@condition(etag_func=etag_of, last_modified_func=modified_at)
def _serve(request: HttpRequest, name: str) -> Any:
    path = find_file(name)
    if path is None:
        raise Http404(_("There is no such file of open data."))
    return FileResponse(path.open("rb"), content_type=TYPES[path.suffix])
