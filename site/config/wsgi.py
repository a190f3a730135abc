"""The WSGI entrance for servers."""

import os

from django.core.wsgi import get_wsgi_application

from config.checks import stop_on_errors

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
stop_on_errors()
