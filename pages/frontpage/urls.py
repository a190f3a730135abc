"""All public addresses of the page rooms; they belong inside `i18n_patterns`.

Before Wagtail's own, which takes whatever is left.
"""

from django.urls import include, path, re_path
from wagtail.views import serve

from pages.meetings.feeds import feed
from pages.programmes.views import clause

urlpatterns = [
    path("clause/<uuid:uid>/", clause, name="clause"),
    path("feeds/<slug:kind>/", feed, name="feed"),
    path("", include("pages.directory.urls")),
    path("", include("pages.positions.urls")),
    path("", include("pages.comments.urls")),
    # Wagtail's own pattern has no dot in it.
    re_path(r"^((?:[\w\-]+/)+(?:meeting\.ics|redline\.(?:docx|json)))$", serve),
]
