"""Settings of the server the browser tests talk to."""

import os
from pathlib import Path

from config.settings.test import *

FOLDER = Path(os.environ["BROWSER_TEST_FOLDER"])
MEDIA_ROOT = FOLDER / "media"
ROOT_URLCONF = "tests.browser.urls"
