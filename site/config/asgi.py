"""The ASGI entrance for servers."""

import os

from django.core.asgi import get_asgi_application

from config.checks import stop_on_errors

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_asgi_application()
stop_on_errors()
