"""Settings of the site whose API is asked, with answers kept or none."""

import os

from tests.benchmarks.settings import *

ROOT_URLCONF = "tests.benchmarks.api_urls"
KEPT = "django.core.cache.backends.locmem.LocMemCache"
API = {"BACKEND": KEPT} if os.environ["BENCHMARK_KEEPS"] else CACHES["api"]
CACHES = {**CACHES, "api": API, "throttle": {"BACKEND": KEPT, "LOCATION": "throttle"}}
# One address asks all the time.
PARTICIPATION_API = {**PARTICIPATION_API, "anonymous_rate": "1000000/m"}
