"""The site's addresses, and what a web server would add: media and a broken page."""

from django.conf import settings
from django.shortcuts import redirect
from django.urls import path, re_path
from django.utils import translation
from django.views.static import serve

from config.urls import urlpatterns as site_urlpatterns
from demo.content.programme import uid
from pages.comments.models import Consultation


def broken(request):
    raise RuntimeError("A page that is broken on purpose")


def comment_form(request, language):
    """Lead to the form, whose address has the number of a page in it."""
    draft = Consultation.objects.open().get().draft
    with translation.override(language):
        address = redirect("comment_form", draft.pk)
    address["Location"] += f"?clause={uid('social-economy')}"
    return address


urlpatterns = [
    path("broken/", broken),
    path("to-the-form/<str:language>/", comment_form),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    *site_urlpatterns,
]
