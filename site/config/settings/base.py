"""Settings that are safe as production; `dev` and `test` only relax them."""

from config.logs import LOGGING as LOGGING
from config.security import PUBLIC_DIRECTIVES

from . import environment
from .files import *
from .headless import *
from .languages import *

DEBUG = False
SECRET_KEY = environment.text("SECRET_KEY")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
BASE_URL = environment.text("BASE_URL", "http://127.0.0.1:8000")

INSTALLED_APPS = [
    "config",
    "pages.api",
    "pages.open_data",
    "pages.webhooks",
    "search",
    "pages.frontpage",
    "pages.directory",
    "pages.papers",
    "pages.positions",
    "pages.comments",
    "pages.drafting",
    "pages.meetings",
    "pages.programmes",
    "pages.base",
    "snippets",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.api.v3",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "ninja",
    "corsheaders",
    "csp",
    "django_tasks_db",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.security.PublicAndAdminCSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.api.LanguageMiddleware",
    "config.admin_language.AdminLanguageMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "pages.api.middleware.ProblemMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "pages.programmes.middleware.FreezeRefusalMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.frontpage.context_processors.navigation",
            ],
        },
    },
]

DATABASES = {
    "default": environment.database(
        "DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    )
}

# Rate limits and replay guards count only when all processes share them. Renditions
# are looked up often and keyed by the hash of their image: each process has its own.
CACHES = {
    "default": environment.cache("CACHE_URL", "dbcache://django_cache"),
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
    **API_CACHES,
}

# Search and references follow at once; mail, exports, imports, webhooks and the files
# that the search reads wait for a worker
# (`manage.py db_worker --backend background --queue-name "*"`).
TASKS: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {
        "BACKEND": environment.text("TASKS_BACKEND", "django_tasks_db.DatabaseBackend"),
        "QUEUES": ["mail", "exports", "imports", "search", "webhooks"],
    },
}

globals().update(environment.mail("EMAIL_URL", "smtp://127.0.0.1:25"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text(
    "DEFAULT_FROM_EMAIL", "webmaster@localhost"
)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Program współpracy"
WAGTAIL_PAGE_MODEL = "wagtailcore.Page"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "search.backend"},
}
SEARCH_BELARUSIAN_DICTIONARY = environment.text("SEARCH_BELARUSIAN_DICTIONARY", "")
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # addresses are spelt without Polish letters
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "rtf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
TAGGIT_CASE_INSENSITIVE = True

# Security: strict on public pages; `config.security` looses it for the admin.
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_DIRECTIVES}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # the city's other names are not ours to bind to HTTPS,
    "security.W021",  # nor to put into browsers' lists
    "security.W009",  # config.E001 says more
    "security.W019",  # the admin frames previews of pages: the same origin is let in
    "security.W020",  # config.E002 says more
]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = environment.number("HSTS_SECONDS", 31_536_000)
# Without a proxy that sets it always, anybody could claim to have come by HTTPS.
if environment.switch("TRUST_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Behind a proxy all visitors would share its address, and one limit of sendings.
PUBLIC_COMMENTS = {"trust_proxy": environment.switch("TRUST_PROXY")}

# Hosts of the own network that webhooks may lead to, such as a build server.
PARTICIPATION_WEBHOOKS = {"allowed_hosts": environment.words("WEBHOOK_HOSTS")}

# The demo's users have a known password: only development settings allow them.
DEMO_USERS = False
