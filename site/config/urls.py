"""The site's addresses; see the contracts in docs/integrators.md."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v3.urls import api
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from pages.frontpage.sitemaps import SITEMAPS
from pages.frontpage.views import language_redirect, robots

handler404 = "config.api.not_found"

urlpatterns = [
    path("", language_redirect),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v3/", api.urls),
    path("documents/", include(wagtaildocs_urls)),
    path("open-data/", include("pages.open_data.file_urls")),
    path("robots.txt", robots),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        path("", include("search.urls")),
        path("", include("pages.open_data.urls")),
        path("", include("pages.frontpage.urls")),
        path("", include(wagtail_urls)),
    ),
]
