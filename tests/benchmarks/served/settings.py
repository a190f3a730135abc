"""Settings of the site that submitters of comments talk to, as in production."""

import os
from pathlib import Path

from config.settings.base import CACHES as SHARED_CACHES
from config.settings.base import LOGGING as LINES
from config.settings.test import *

FOLDER = Path(os.environ["BENCHMARK_FOLDER"])
CACHES = SHARED_CACHES
LOGGING = {**LINES, "root": {**LINES["root"], "level": "WARNING"}}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = FOLDER / "mail"
# All come from one address, and none of them takes the time to think.
PUBLIC_COMMENTS = {"least_seconds": 0, "most_an_hour": 10**6, "most_a_day": 10**6}
