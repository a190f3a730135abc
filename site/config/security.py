"""Content-Security-Policy: strict for the public, looser for the Wagtail admin."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

PUBLIC_DIRECTIVES = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}
# Wagtail's editor writes inline scripts and styles of its own, and previews
# and user bars are framed by the same origin.
ADMIN_DIRECTIVES = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF, "blob:"],
}


class PublicAndAdminCSPMiddleware(CSPMiddleware):
    """Sends the configured policy, and a looser one under the admin's address."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(reverse("wagtailadmin_home")):
            frames = [SELF, *settings.PREVIEW_ORIGINS]
            admin = {**ADMIN_DIRECTIVES, "frame-src": frames}
            parts.replace = {**admin, **(parts.replace or {})}
        return parts
