"""The site's addresses; see the contracts in docs/integrators.md."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v3.urls import api
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

from pages.frontpage.sitemaps import SITEMAPS
from pages.frontpage.views import language_redirect, robots
from pages.meetings.feeds import feed
from pages.programmes.views import clause

handler404 = "config.api.not_found"

urlpatterns = [
    path("", language_redirect),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v3/", api.urls),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", robots),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        path("clause/<uuid:uid>/", clause, name="clause"),
        path("feeds/<slug:kind>/", feed, name="feed"),
        path("", include("pages.directory.urls")),
        path("", include("pages.positions.urls")),
        path("", include("pages.comments.urls")),
        path("", include("search.urls")),
        # Wagtail's own pattern has no dot in it.
        re_path(r"^((?:[\w\-]+/)+(?:meeting\.ics|redline\.(?:docx|json)))$", serve),
        path("", include(wagtail_urls)),
    ),
]
