"""Settings of the server the browser tests talk to."""

import os
from pathlib import Path

from config.settings.test import *

FOLDER = Path(os.environ["BROWSER_TEST_FOLDER"])
MEDIA_ROOT = FOLDER / "media"
# What the server keeps the worker beside it has to find.
STORAGES["private"]["OPTIONS"]["location"] = FOLDER / "private"
SEARCH_FOLLOWS = True
ROOT_URLCONF = "tests.browser.urls"
# Mail is read from files, and sent by the worker beside the server.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = FOLDER / "mail"
# Playwright fills a form in faster than anybody.
PUBLIC_COMMENTS = {**PUBLIC_COMMENTS, "least_seconds": 0}
# A front end of another host, on whatever port is free.
CORS_ALLOWED_ORIGIN_REGEXES = [r"http://127\.0\.0\.1:\d+"]
