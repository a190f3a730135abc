"""The one public address that rows of the registers know."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [
    path(
        "organisations/<slug:slug>/",
        lambda request, slug: HttpResponse(slug),
        name="organisation",
    )
]
