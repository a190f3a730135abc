"""Settings of the server the browser tests talk to."""

import os
from pathlib import Path

from config.settings.test import *

FOLDER = Path(os.environ["BROWSER_TEST_FOLDER"])
DATABASES["default"]["NAME"] = str(FOLDER / "db.sqlite3")
MEDIA_ROOT = FOLDER / "media"
ROOT_URLCONF = "tests.browser.urls"
