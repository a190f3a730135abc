"""The site's addresses, and what a web server would add: media and a broken page."""

from django.conf import settings
from django.urls import path, re_path
from django.views.static import serve

from config.urls import urlpatterns as site_urlpatterns


def broken(request):
    raise RuntimeError("A page that is broken on purpose")


urlpatterns = [
    path("broken/", broken),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    *site_urlpatterns,
]
