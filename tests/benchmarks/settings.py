"""Settings of the benchmarks; `__main__` says where database and media are."""

from config.settings.test import *

INSTALLED_APPS += ["tests.benchmarks.plain", "wagtail.api.v2", "rest_framework"]
# Neither side of a comparison is searched while its content is made.
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False
