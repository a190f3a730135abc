"""Development: debug on, plain HTTP, demo users allowed."""

from .base import *

DEBUG = True
SECRET_KEY = "development only, " * 4
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]
DEMO_USERS = True
INSTALLED_APPS += ["demo"]
VAR_DIR.mkdir(exist_ok=True)
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
LOGGING = {}  # Django's own: tracebacks in full
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
